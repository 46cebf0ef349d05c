/** Prepare all: prepares every paper, reusing the results that are already known. */
import type { FormulaMemo } from '../content/render/markdown/formula-memo.ts';
import { toDigest } from '../io/digest.ts';
import { readWorkClock } from '../io/work-clock.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Entry, StoredEntry } from '../model/entry.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { prepare } from './prepare.ts';

/** The result for a file. */
export interface PreparedFile {
  /** Missing if the front-matter could not be parsed. */
  readonly entry?: StoredEntry;
  readonly problems: readonly Problem[];
}

/** Results by path and digest: they depend on the bytes of a file and on its name alone. */
export type KnownFiles = ReadonlyMap<string, PreparedFile>;

export interface PrepareOptions {
  readonly known?: KnownFiles | undefined;
  readonly checkpoint?: Checkpoint | undefined;
  /** Returns the milliseconds of work done so far. */
  readonly clock?: () => number;
}

/** Prepares the sources, in order; `toFileKey` gives the key of each in {@link KnownFiles}. */
export async function prepareAll(
  sources: readonly Source[],
  { known, checkpoint, clock = readWorkClock }: PrepareOptions,
): Promise<readonly PreparedFile[]> {
  const all: PreparedFile[] = [];
  const memo: FormulaMemo = new Map();
  for (const source of sources) {
    all.push(known?.get(toFileKey(source)) ?? prepareFile(source, clock, memo));
    await checkpoint?.(all.length, sources.length);
  }
  return all;
}

export function toFileKey({ path, digest }: Source): string {
  return `${digest} ${path}`;
}

function prepareFile(source: Source, clock: () => number, memo: FormulaMemo): PreparedFile {
  const { entry, problems } = prepare(source, clock, memo);
  return { ...(entry === undefined ? {} : { entry: { ...entry, digests: toDigests(entry) } }), problems };
}

function toDigests({ card, notes, terms, records }: Entry): StoredEntry['digests'] {
  const [own, ofNotes, ofTerms, ofRecords] = [card, notes, terms, records].map((piece) =>
    toDigest(JSON.stringify(piece)),
  );
  return { card: own as string, notes: ofNotes as string, terms: ofTerms as string, records: ofRecords as string };
}
