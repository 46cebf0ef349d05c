/** Pack file: prepares a file and packs the result for the store. */
import type { FormulaMemo } from '../content/render/markdown/formula-memo.ts';
import { compress } from '../io/compress.ts';
import { toDigest } from '../io/digest.ts';
import type { Entry } from '../model/entry.ts';
import type { PackedFile, Pieces } from '../model/prepared.ts';
import type { Source } from '../model/source.ts';
import { makeRecords } from './make-records.ts';
import { prepare } from './prepare.ts';

/** What the result of `prepare` depends on: the bytes of a file and its path. */
export function toFileKey({ path, digest }: Source): string {
  return `${digest} ${path}`;
}

/** Prepares the file, as `prepare` says; files that share a memo cost less. Never throws. */
export function packFile(source: Source, memo: FormulaMemo, clock?: () => number): PackedFile {
  const key = toFileKey(source);
  const { entry, problems } = prepare(source, { clock, memo, toRecords: makeRecords });
  return entry === undefined ? { key, problems } : { key, problems, paper: packEntry(entry) };
}

/** The entry as it is stored, with the digest of each piece. */
export function packEntry(entry: Entry): NonNullable<PackedFile['paper']> {
  const { card, notes, records, terms, places } = entry;
  const [ofCard, ofNotes, ofRecords, ofTerms] = [card, notes, records, terms].map((piece) =>
    toDigest(JSON.stringify(piece)),
  );
  return {
    card,
    digests: { card: ofCard, notes: ofNotes, records: ofRecords, terms: ofTerms } as Record<
      'card' | 'notes' | 'records' | 'terms',
      string
    >,
    pieces: {
      notes: compress(JSON.stringify({ notes, places } satisfies Pieces['notes'])),
      records: Buffer.from(JSON.stringify(records)),
      terms: compress(JSON.stringify(terms)),
    },
  };
}
