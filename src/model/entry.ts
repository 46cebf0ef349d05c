/** Entry: a paper as `prepare` makes it from its file, in pieces of plain data that can be stored separately. */
import type { Card } from './card.ts';
import type { Html } from './html.ts';
import type { FieldPlaces } from './paper.ts';
import type { Problem } from './problem.ts';
import type { NotesSection, Prose } from './prose.ts';

/** What is needed only by pages that print the notes. */
export interface Notes {
  readonly sections: readonly NotesSection[];
  /** The abstract, its formulas set. */
  readonly abstract?: Html;
  /** The same as plain text, formulas as TeX, white space folded. */
  readonly abstractText?: string;
}

/** The words of a paper, counted once, for search and for related papers. */
export interface Terms {
  /** The words that say what the paper is about, and how much each counts: three for each occurrence in the title. */
  readonly keywords: readonly (readonly [word: string, count: number])[];
  /** The terms of abstract and notes as they go into a search index, and how often each occurs. */
  readonly notes: readonly (readonly [term: string, count: number])[];
}

/** A paper as a list of references prints it: plain text in one line. */
export interface Reference {
  /** `APA`. */
  readonly style: string;
  readonly text: string;
}

/** The paper in the formats that readers download or copy. */
export interface Records {
  /** By the name of the format. */
  readonly formats: Readonly<Record<string, string>>;
  /** As lists of references print it, in each style. */
  readonly references: readonly Reference[];
  /** The elements of the head of its page that reference managers read, by name and content, as plain text. */
  readonly meta: readonly (readonly [name: string, content: string])[];
  /** The same for a span of a page of many papers: the query string of a ContextObject. */
  readonly coins: string;
}

/** The places of everything that a check between papers may report. */
export type Places = Prose['places'] & { readonly fields: FieldPlaces };

/** The places of a paper, by its number among the cards. Asked only for papers about which something is reported. */
export type PlacesOf = (paper: number) => Places;

export interface Entry {
  readonly card: Card;
  readonly notes: Notes;
  readonly terms: Terms;
  readonly records: Records;
  readonly places: Places;
}

/** What a file is turned into. */
export interface Prepared {
  /** Missing if the front-matter could not be understood. */
  readonly entry?: Entry;
  readonly problems: readonly Problem[];
}
