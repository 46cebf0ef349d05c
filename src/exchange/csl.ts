/** CSL-JSON: papers as citation processors read them, https://docs.citationstyles.org/en/stable/specification.html, as in the schema of CSL 1.0.2. */
import type { Paper } from '../model/paper.ts';
import type { PaperType } from '../model/paper-type.ts';
import { toDollarText } from '../text/formulas.ts';
import { toArxivUrl } from '../text/paper-url.ts';
import { isGroup, partFamily, toPersonName } from '../text/person-name.ts';
import { toWork, type Work } from './work.ts';

/** A preprint is an article that is in no journal. */
const TYPES: Readonly<Record<PaperType, string>> = {
  article: 'article-journal',
  conference: 'paper-conference',
  preprint: 'article',
  thesis: 'thesis',
  report: 'report',
  book: 'book',
  chapter: 'chapter',
  dataset: 'dataset',
  software: 'software',
  webpage: 'webpage',
};

/** Works that stand alone are published by what their file calls the venue, if it names nobody else. */
const ALONE: ReadonlySet<PaperType> = new Set(['preprint', 'thesis', 'report', 'book', 'dataset', 'software']);

/** The item of a paper as JSON in one line. Formulas stay TeX between dollars; an abstract is left to RIS, to keep it short. */
export function toCsl(paper: Paper, work: Work = toWork(paper)): string {
  const { paper: cited, type, container, arxiv } = work;
  const holder = type === 'thesis' ? (cited.school ?? work.publisher) : work.publisher;
  const isAlone = ALONE.has(type);
  const isPublisher = isAlone && (holder === undefined || holder === container);
  const url = cited.url ?? (arxiv === undefined ? undefined : toArxivUrl(arxiv));
  const item = {
    id: work.key,
    // By which the page's script finds an item that has a key of its own.
    custom: work.key === paper.slug ? undefined : { slug: paper.slug },
    type: TYPES[type],
    title: toDollarText(cited.title),
    'title-short': cited.short === undefined ? undefined : toDollarText(cited.short),
    author: toNames(cited.authors, cited.hasMoreAuthors),
    editor: toNames(cited.editors ?? [], cited.hasMoreEditors),
    issued: toDate(cited),
    'container-title': isPublisher ? undefined : container,
    'container-title-short': isAlone || cited.venue === container ? undefined : cited.venue,
    'collection-title': cited.series,
    publisher: holder ?? (isAlone ? container : undefined),
    volume: cited.volume,
    issue: type === 'report' ? undefined : cited.issue,
    number: type === 'report' ? cited.issue : type === 'preprint' && arxiv !== undefined ? `arXiv:${arxiv}` : undefined,
    page: cited.pages,
    edition: cited.edition,
    genre: cited.genre,
    ISBN: cited.isbn,
    archive: arxiv === undefined ? undefined : 'arXiv',
    archive_location: arxiv,
    DOI: cited.doi,
    URL: url,
    keyword: cited.tags.length === 0 ? undefined : cited.tags.join(', '),
  };
  return `${JSON.stringify(item)}\n`;
}

/** A file of items: an array with an item a line. */
export function joinCsl(records: readonly (readonly [slug: string, record: string])[]): string {
  return `[\n${records.map(([, record]) => record.trimEnd()).join(',\n')}\n]\n`;
}

/** Groups, single names and names in Chinese, Japanese or Korean as they are printed; "others" is what processors take for `et al.` */
function toNames(names: readonly string[], hasMore = false): readonly object[] | undefined {
  return names.length === 0 ? undefined : [...names.map(toName), ...(hasMore ? [{ literal: 'others' }] : [])];
}

function toName(name: string): object {
  const { family: whole, given, suffix } = toPersonName(name);
  if (given === undefined || isGroup(name)) return { literal: whole };
  const { particle, family } = partFamily(whole);
  return { family, given, 'non-dropping-particle': particle, suffix };
}

/** As much of the date as is known of the year of the paper. */
function toDate({ year, date }: Paper): object | undefined {
  const parts = date?.split('-').map(Number) ?? [];
  if (year === undefined) return undefined;
  return { 'date-parts': [parts[0] === year ? parts : [year]] };
}
