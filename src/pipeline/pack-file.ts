/** Pack file: prepares a file and packs the result for the store. */
import { createPaperParser } from '../content/parse/parse.ts';
import type { FormulaMemo } from '../content/render/markdown/formula-memo.ts';
import { compress } from '../io/compress.ts';
import { toDigest } from '../io/digest.ts';
import type { Entry } from '../model/entry.ts';
import { NO_SETTINGS, type PrepareSettings } from '../model/prepare-settings.ts';
import type { PackedFile, Pieces } from '../model/prepared.ts';
import type { Source } from '../model/source.ts';
import { createRecordMaker } from './make-records.ts';
import { type PrepareTools, prepare } from './prepare.ts';

/** Turns files of a list with these settings into what is stored. */
export interface Packer {
  /** What the result of `prepare` depends on: the bytes of a file, its path, and the settings. */
  readonly toKey: (source: Source) => string;
  /** Prepares the file, as `prepare` says; files that share a memo cost less. Never throws. */
  readonly pack: (source: Source, memo: FormulaMemo, clock?: () => number) => PackedFile;
  /** The entry of a file, prepared alone. */
  readonly prepare: (source: Source) => Entry | undefined;
}

export function createPacker(settings: PrepareSettings = NO_SETTINGS): Packer {
  const text = JSON.stringify(settings);
  const mark = text === JSON.stringify(NO_SETTINGS) ? '' : `${toDigest(text)} `;
  const parse = createPaperParser(settings.fields);
  const toRecords = createRecordMaker(settings);
  const toKey = ({ path, digest }: Source) => `${mark}${digest} ${path}`;
  const prepareOne = (source: Source, tools: PrepareTools) => prepare(source, { ...tools, parse, toRecords });
  return {
    toKey,
    pack: (source, memo, clock) => {
      const key = toKey(source);
      const { entry, problems } = prepareOne(source, { clock, memo });
      return entry === undefined ? { key, problems } : { key, problems, paper: packEntry(entry) };
    },
    prepare: (source) => prepareOne(source, {}).entry,
  };
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
