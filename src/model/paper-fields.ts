/** Paper fields: what a paper's file says above its notes, under the names it uses there, before anybody checked it. */

/** Absent is what is not known. `toPaperFile` writes them, `parsePaper` reads them. */
export interface PaperFields {
  readonly short?: string;
  readonly title: string;
  readonly authors?: readonly string[];
  readonly institutions?: readonly string[];
  readonly venue?: string;
  readonly year?: string;
  readonly date?: string;
  readonly url?: string;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly code?: string;
  readonly project?: string;
  readonly video?: string;
  readonly slides?: string;
  readonly demo?: string;
  readonly data?: string;
  readonly poster?: string;
  /** From the name to show to the address. */
  readonly links?: Readonly<Record<string, string>>;
  readonly topics?: readonly string[];
  readonly tags?: readonly string[];
  readonly builds_on?: readonly string[];
  readonly award?: string;
  readonly abstract?: string;
  readonly added?: string;
  readonly aliases?: readonly string[];
  readonly language?: string;
  readonly bibtex?: string;
  readonly draft?: string;
}

/** What was read and could not be kept as it is written: worth a look, and no fault. */
export interface Remark {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** What a foreign text says of a paper, or why it says nothing, in a sentence with the value in backticks and one with what to do. */
export type FieldsRead =
  | { readonly fields: PaperFields; readonly remarks?: readonly Remark[] }
  | { readonly failure: { readonly message: string; readonly hint: string } };

/**
 * How a field is written: one line of words; one line of digits or an address, which needs no quotes to be told from a
 * number; a longer text; a text whose lines count; a list of lines; a map of lines.
 */
type FieldForm = 'line' | 'bare' | 'prose' | 'lines' | 'list' | 'map';

/** Every field, in the canonical order of a file. */
export const PAPER_FIELDS = {
  short: 'line',
  title: 'line',
  authors: 'list',
  institutions: 'list',
  venue: 'line',
  year: 'bare',
  date: 'bare',
  url: 'bare',
  arxiv: 'bare',
  doi: 'bare',
  code: 'bare',
  project: 'bare',
  video: 'bare',
  slides: 'bare',
  demo: 'bare',
  data: 'bare',
  poster: 'bare',
  links: 'map',
  topics: 'list',
  tags: 'list',
  builds_on: 'list',
  award: 'line',
  abstract: 'prose',
  added: 'bare',
  aliases: 'list',
  language: 'line',
  bibtex: 'lines',
  draft: 'bare',
} as const satisfies Readonly<Record<keyof PaperFields, FieldForm>>;
