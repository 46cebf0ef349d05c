/** Check: every problem in a folder of papers; the owner's templates are tried on one page of each kind. */
import { packageFolder } from '../io/package-folder.ts';
import { readAssets } from '../io/read-assets.ts';
import type { Output, PrintedOutput } from '../model/output.ts';
import { type Gathered, type GatherOptions, gather } from './gather.ts';
import { layOut } from './lay-out.ts';
import { createPrintOne } from './print-all.ts';

/** Prints one page of each kind only. Throws a WorldError if a folder cannot be read, a TemplateError if a template fails. */
export async function check(options: GatherOptions & { readonly templatesFolder: string }): Promise<Gathered> {
  const gathered = await gather(options);
  const { result } = gathered;
  if (result === undefined) return gathered;
  const assets = readAssets(packageFolder(), options.templatesFolder);
  if (!assets.hasOwnTemplates) return gathered;
  const laidOut = layOut(result, assets, undefined);
  const print = createPrintOne(laidOut, result);
  for (const output of pickSamples(laidOut.outputs)) print(output);
  return gathered;
}

/** One output of each kind. */
export function pickSamples(outputs: readonly Output[]): readonly PrintedOutput[] {
  const samples = new Map<string, PrintedOutput>();
  for (const output of outputs) if ('kind' in output && !samples.has(output.kind)) samples.set(output.kind, output);
  return [...samples.values()];
}
