/** Entry: a paper as `prepare` makes it of its file, in pieces of plain data that can be stored apart. */
import type { Card } from './card.ts';
import type { Html } from './html.ts';
import type { FieldPlaces } from './paper.ts';
import type { Problem } from './problem.ts';
import type { NotesSection, Prose } from './prose.ts';

/** What only the pages that print the notes need. */
export interface Notes {
  readonly sections: readonly NotesSection[];
  /** The abstract, its formulas set. */
  readonly abstract?: Html;
}

/** The words of a paper, counted once, for the search and for related papers. */
export interface Terms {
  /** The words that say what the paper is about, and how much each counts: three for each time in the title. */
  readonly keywords: readonly (readonly [word: string, count: number])[];
  /** The terms of the notes as a search index holds them, and how often each occurs. */
  readonly notes: readonly (readonly [term: string, count: number])[];
}

/** The paper as readers take it away. */
export interface Records {
  /** By the name of the format. */
  readonly formats: Readonly<Record<string, string>>;
  /** As a reference list prints it: plain text in one line. */
  readonly citation: string;
}

/** The places of everything that a check between papers may report. */
type Places = Prose['places'] & { readonly fields: FieldPlaces };

export interface Entry {
  readonly card: Card;
  readonly notes: Notes;
  readonly terms: Terms;
  readonly records: Records;
  readonly places: Places;
}

/** What a file became. */
export interface Prepared {
  /** Missing if the front-matter could not be understood. */
  readonly entry?: Entry;
  readonly problems: readonly Problem[];
}

/** An entry with the SHA-256 of each piece that is kept apart, hex. */
export interface StoredEntry extends Entry {
  readonly digests: Readonly<Record<'card' | 'notes' | 'terms' | 'records', string>>;
}
