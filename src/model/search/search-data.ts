/** Search data: what the browser needs to find, filter and order papers; the files below `search/`. Papers are numbers, their place in the list. */
import type { PackedIndex } from './packed-index.ts';

/** A value of a facet: its slug (of a topic, its path), its name, and its papers, each as the step from the one before. */
export type ValueData = readonly [slug: string, name: string, steps: readonly number[]];

/** The facets a reader can filter by, besides year, code and notes. */
export type FilterFacet = 'topic' | 'venue' | 'institution' | 'author' | 'tag';

/** `search/papers.json`: all but the notes. */
export interface PapersData {
  /** Tells whether other files belong to this one. */
  readonly stamp: string;
  readonly slugs: readonly string[];
  /** The first paper of each page of the home, view without notes. */
  readonly pages: readonly number[];
  /** Topics that are the home of papers: their path, and the first of these. */
  readonly homes: readonly (readonly [topic: string, first: number])[];
  /** 0 where the paper has none. */
  readonly years: readonly number[];
  readonly code: readonly number[];
  readonly notes: readonly number[];
  /** All papers: newest first, last added first, by title. */
  readonly orders: {
    readonly newest: readonly number[];
    readonly added: readonly number[];
    readonly title: readonly number[];
  };
  readonly facets: Readonly<Record<FilterFacet, readonly ValueData[]>>;
  readonly index: PackedIndex;
}

/** `search/notes.json`: the words of the notes. */
export interface NotesData {
  readonly stamp: string;
  readonly index: PackedIndex;
}

/** `search/texts.<n>.json`: the notes of {@link TEXTS_PER_FILE} papers as plain text, counted from n times as many. */
export interface TextsData {
  readonly stamp: string;
  readonly texts: readonly string[];
}

export const TEXTS_PER_FILE = 25;

/** Fields of the index of papers, with their weight: the name and the title above the authors, these above the rest. */
export const FIELD_WEIGHTS = {
  short: 8,
  title: 4,
  authors: 2.5,
  tags: 2,
  topics: 1.5,
  venue: 1.5,
  institutions: 1,
} as const;

/** The one field of the index of notes. */
export const NOTES_FIELD = 'notes';

/** Every paper of a value, from its steps. */
export function toNumbers(steps: readonly number[]): readonly number[] {
  let at = 0;
  return steps.map((step) => {
    at += step;
    return at;
  });
}

/** The steps of ascending numbers. */
export function toSteps(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}
