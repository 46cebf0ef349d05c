/** Formats: the table of the forms in which readers take papers away. A row is all there is to a format: its files follow from it. */
import type { Paper } from '../model/paper.ts';
import { joinBibtex, toBibtex } from './bibtex.ts';
import { joinCsl, toCsl } from './csl.ts';
import { joinPlainJson, toPlainJson } from './plain-json.ts';
import { joinRis, toRis } from './ris.ts';
import type { Work } from './work.ts';

export interface Format {
  /** Its name inside the program. */
  readonly name: string;
  /** What a link to a file of it says. */
  readonly label: string;
  /** The ending of its files: `papers.bib`. */
  readonly extension: string;
  readonly mediaType: string;
  /** True if each paper has a file of its own: `papers/styleclip.bib`. */
  readonly hasFilePerPaper: boolean;
  /** True if each topic has one: `topics/clip-gan.bib`. */
  readonly hasFilePerTopic: boolean;
  /** The record of one paper, ending in a newline. */
  readonly write: (paper: Paper, work: Work) => string;
  /** The file of many papers, from their slugs and records, in this order. */
  readonly join: (records: readonly (readonly [slug: string, record: string])[]) => string;
}

/** In the order in which the pages offer them. */
export const FORMATS: readonly Format[] = [
  {
    name: 'bibtex',
    label: 'BibTeX',
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    hasFilePerPaper: true,
    hasFilePerTopic: true,
    write: toBibtex,
    join: joinBibtex,
  },
  {
    name: 'ris',
    label: 'RIS',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    hasFilePerPaper: false,
    hasFilePerTopic: true,
    write: toRis,
    join: joinRis,
  },
  {
    name: 'csl',
    label: 'CSL-JSON',
    extension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    hasFilePerPaper: false,
    hasFilePerTopic: true,
    write: toCsl,
    join: joinCsl,
  },
  {
    name: 'json',
    label: 'JSON',
    extension: 'json',
    mediaType: 'application/json',
    hasFilePerPaper: false,
    hasFilePerTopic: false,
    write: toPlainJson,
    join: joinPlainJson,
  },
];

/** The record of a paper in every format, by name. */
export function toFormats(paper: Paper, work: Work): Readonly<Record<string, string>> {
  return Object.fromEntries(FORMATS.map(({ name, write }) => [name, write(paper, work)]));
}
