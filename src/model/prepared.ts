/** Prepared file: what `prepare` made of a file, as the whole list sees it and as it is stored. */
import type { Card } from './card.ts';
import type { Notes, Places, Records, Terms } from './entry.ts';
import type { Problem } from './problem.ts';

/** SHA-256 of the JSON of each piece of an entry that is stored separately, hex. */
type EntryDigests = Readonly<Record<'card' | 'notes' | 'terms' | 'records', string>>;

/** Where a piece lies in its segment of the store: offset and length in bytes, CRC-32. */
export type PieceAt = readonly [offset: number, length: number, sum: number];

/** The pieces that are stored apart from the card. */
export type PieceName = 'notes' | 'records' | 'terms';

/** What is kept in memory of a paper; the rest is read from the store when it is needed. */
export interface PreparedPaper {
  readonly card: Card;
  readonly digests: EntryDigests;
  /** The number of the segment that has its pieces. */
  readonly segment: number;
  readonly pieces: Readonly<Record<PieceName, PieceAt>>;
}

/** The result for a file. */
export interface PreparedFile {
  /** SHA-256 of its bytes and its path: what the result depends on. */
  readonly key: string;
  /** Missing if the front-matter could not be parsed. */
  readonly paper?: PreparedPaper;
  readonly problems: readonly Problem[];
}

/** A prepared file on its way into the store, in a form that can be sent between threads. */
export interface PackedFile {
  readonly key: string;
  readonly paper?: {
    readonly card: Card;
    readonly digests: EntryDigests;
    readonly pieces: Readonly<Record<PieceName, Uint8Array>>;
  };
  readonly problems: readonly Problem[];
}

/** What the pieces contain. */
export interface Pieces {
  readonly notes: { readonly notes: Notes; readonly places: Places };
  readonly records: Records;
  readonly terms: Terms;
}
