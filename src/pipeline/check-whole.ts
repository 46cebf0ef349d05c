/** Check whole: the stages that a check needs only if something has changed. */
import { findHints } from '../content/check/hints/hints.ts';
import type { GitMemory } from '../content/check/hints/undated.ts';
import type { SiteAssets } from '../io/read-assets.ts';
import { type History, SHALLOW } from '../io/read-history.ts';
import type { SourcesRead } from '../io/read-sources.ts';
import type { Output, PrintedOutput } from '../model/output.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import { type Gathered, type GatherOptions, gatherFrom } from './gather.ts';
import { layOut } from './lay-out.ts';
import { createPrintOne } from './print-all.ts';
import { findUncarried } from './uncarried-fields.ts';

export interface CheckedWhole {
  readonly gathered: Gathered;
  readonly hints: readonly Problem[];
}

/** Prints one page of each kind if templates are the owner's. Throws a TemplateError if one fails. */
export async function checkWhole(read: SourcesRead, assets: SiteAssets, options: GatherOptions): Promise<CheckedWhole> {
  const gathered = await gatherFrom(read, options);
  const { list, cards, placesOf, history, result } = gathered;
  if (result !== undefined && assets.hasOwnTemplates) {
    const laidOut = layOut(result, assets, undefined);
    const print = createPrintOne(laidOut, result);
    for (const output of pickSamples(laidOut.outputs)) print(output);
  }
  if (list === undefined) return { gathered, hints: [] };
  const hints = [
    ...findHints(list, cards, placesOf, toMemory(history)),
    ...findUncarried(cards, placesOf, list),
  ].toSorted(compareProblems);
  return { gathered, hints };
}

function toMemory(history: History | undefined): GitMemory {
  if (history === undefined) return 'whole';
  return history.head === '' ? 'none' : history.head === SHALLOW ? 'shallow' : 'whole';
}

/** One output of each kind. */
export function pickSamples(outputs: readonly Output[]): readonly PrintedOutput[] {
  const samples = new Map<string, PrintedOutput>();
  for (const output of outputs) if ('kind' in output && !samples.has(output.kind)) samples.set(output.kind, output);
  return [...samples.values()];
}
