/**
 * Search data: what the browser needs to find, filter and sort papers; the files below `search/` are classic scripts that
 * pass their data to `papershelf(name, data)`. A paper is a number, its place among the slugs in code-unit order.
 */
/** An index of documents numbered from 0. */
export interface PackedIndex {
  readonly count: number;
  /** Names of the fields, in the order of their numbers. */
  readonly fields: readonly string[];
  /**
   * A line for each term, sorted: the term, then for each field that has it a space, the number of the field, a colon
   * and the documents. A document is written as its distance from the one before, in base 36, then `*` and how often it
   * has the term, unless once.
   */
  readonly terms: string;
}

/** A value of a facet: its slug (of a topic, its path), its name, and its papers, each as the step from the one before. */
type ValueData = readonly [slug: string, name: string, steps: readonly number[]];

/** A facet whose values a reader can choose: its name in addresses, its heading, and its values. */
export interface FacetData {
  readonly parameter: string;
  readonly label: string;
  /** Empty if they are in a file of their own. */
  readonly values: readonly ValueData[];
}

/** `search/values.<facet>.<hash>.js`: the values of a facet that has many. */
export interface FacetValuesData {
  readonly values: readonly ValueData[];
}

/** `search/papers.js`: what the first answer needs, so neither the names of people nor the notes nor the entries. */
export interface PapersData {
  /** In code-unit order. */
  readonly slugs: readonly string[];
  /** All papers: in the order of the list, newest first, last added first, by title. */
  readonly orders: {
    readonly list: readonly number[];
    readonly newest: readonly number[];
    readonly added: readonly number[];
    readonly title: readonly number[];
  };
  /** For each paper its first topic, by its place among the values of the first facet. */
  readonly homes: readonly number[];
  /** 0 if the paper has none. */
  readonly years: readonly number[];
  /** Topics first; code and notes last, which have the one value `yes`. */
  readonly facets: readonly FacetData[];
  readonly index: PackedIndex;
  /** The names of the other files, without folder and extension: they include a hash of the content. */
  readonly files: {
    readonly names: string;
    readonly notes: string;
    /** By the name of the facet in addresses, if its values have a file of their own. */
    readonly values: Readonly<Record<string, string>>;
    /** By shard; empty if no paper is in it. */
    readonly rows: readonly string[];
    readonly texts: readonly string[];
  };
}

/** `search/names.<hash>.js`: the names of authors and institutions; `search/notes.<hash>.js`: the words of abstracts and notes. */
export interface WordsData {
  readonly index: PackedIndex;
}

/** `search/rows.<shard>.<hash>.js`: the entries of some papers by slug, HTML with links relative to the top of the site. */
export type RowsData = Readonly<Record<string, string>>;

/** `search/texts.<shard>.<hash>.js`: notes and abstract of some papers by slug, as plain text, a form feed between them. */
export type TextsData = Readonly<Record<string, string>>;

/** Fields of the index of papers, with their weight: name and title above authors, authors above the rest. */
export const FIELD_WEIGHTS = {
  short: 8,
  title: 4,
  authors: 2.5,
  tags: 2,
  topics: 1.5,
  venue: 1.5,
  own: 1.5,
  institutions: 1,
} as const;

/** The fields that join the index once a reader searches: their names are many, and the first answer does without them. */
export const NAME_FIELDS = ['authors', 'institutions'] as const;

/** The one field of the index of abstracts and notes. */
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
