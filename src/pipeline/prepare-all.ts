/** Prepare all: every paper prepared, those that a memory knows taken from there. */
import { readWorkClock } from '../io/work-clock.ts';
import type { Pace } from '../model/pace.ts';
import type { Source } from '../model/source.ts';
import { type Prepared, prepare } from './prepare.ts';

/** What the papers of the last run became, by path and digest: the bytes of a file decide it, and its name. */
export type Memory = Map<string, Prepared>;

export interface PrepareOptions {
  readonly memory?: Memory | undefined;
  readonly pace?: Pace | undefined;
  /** Milliseconds of work done so far. */
  readonly clock?: () => number;
}

/** Prepares the sources, in their order. The memory holds these papers afterwards and none of an earlier run. */
export async function prepareAll(
  sources: readonly Source[],
  { memory, pace, clock = readWorkClock }: PrepareOptions,
): Promise<readonly Prepared[]> {
  const all: Prepared[] = [];
  for (const source of sources) {
    all.push(memory?.get(toKey(source)) ?? prepare(source, clock));
    await pace?.(all.length, sources.length);
  }
  memory?.clear();
  for (const [index, source] of sources.entries()) memory?.set(toKey(source), all[index] as Prepared);
  return all;
}

function toKey({ path, digest }: Source): string {
  return `${digest} ${path}`;
}
