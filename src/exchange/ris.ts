/** RIS: papers as reference managers import them; lines of a tag and a value, as the RIS specification of Research Information Systems has it. */
import type { Paper } from '../model/paper.ts';
import type { PaperType } from '../model/paper-type.ts';
import { toDollarText } from '../text/formulas.ts';
import { partPages } from '../text/pages.ts';
import { toArxivUrl, toDoiUrl } from '../text/paper-url.ts';
import { toFamilyFirst } from '../text/person-name.ts';
import { toWork, type Work } from './work.ts';

/** Preprints are unpublished works to RIS. */
const TYPES: Readonly<Record<PaperType, string>> = {
  article: 'JOUR',
  conference: 'CONF',
  preprint: 'UNPB',
  thesis: 'THES',
  report: 'RPRT',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  software: 'COMP',
  webpage: 'ELEC',
};

/** The record of a paper: a line for each value, CRLF at the end of each, `ER` last. Formulas stay TeX between dollars. */
export function toRis(ofFile: Paper, work: Work = toWork(ofFile)): string {
  const { paper, type, arxiv, publisher } = work;
  const url =
    paper.url ??
    (arxiv === undefined ? (paper.doi === undefined ? undefined : toDoiUrl(paper.doi)) : toArxivUrl(arxiv));
  const [first, last] = paper.pages === undefined ? [] : partPages(paper.pages);
  const isAlone = type === 'book' || type === 'report';
  const holder = type === 'thesis' ? (paper.school ?? publisher) : publisher;
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', TYPES[type]],
    ['ID', work.key],
    // By which the page's script finds a record that has a key of its own.
    ['LB', work.key === ofFile.slug ? undefined : ofFile.slug],
    ['TI', toDollarText(paper.title)],
    ...paper.authors.map((name) => ['AU', toFamilyFirst(name)] as const),
    ...(paper.editors ?? []).map((name) => [type === 'book' ? 'A3' : 'A2', toFamilyFirst(name)] as const),
    ['PY', paper.year === undefined ? undefined : String(paper.year)],
    ['DA', toDate(paper.date)],
    ['T2', work.container],
    // Zotero takes T2 for the name of the conference alone.
    ['C3', type === 'conference' ? work.container : undefined],
    [isAlone && work.container === undefined ? 'T2' : 'T3', paper.series],
    ['VL', paper.volume],
    [type === 'report' ? 'SN' : 'IS', paper.issue],
    ['SP', first],
    ['EP', last],
    ['ET', paper.edition],
    ['PB', holder],
    // That of an article is the number of its journal.
    ['SN', type === 'article' ? undefined : paper.isbn],
    ['M3', paper.genre],
    ['DB', arxiv === undefined ? undefined : 'arXiv'],
    ['AN', arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ['DO', paper.doi],
    ['UR', url],
    ...paper.tags.map((tag) => ['KW', tag] as const),
    ['AB', paper.abstract === undefined ? undefined : toDollarText(paper.abstract)],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${toLine(value)}\r\n`])).join('');
}

/** A file of records, an empty line between two. */
export function joinRis(records: readonly (readonly [slug: string, record: string])[]): string {
  return records.map(([, record]) => record).join('\r\n');
}

/** A line feed in a value would begin another tag. */
function toLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** `2021/03/31/`, as much as is known. */
function toDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const [year, month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}/`;
}
