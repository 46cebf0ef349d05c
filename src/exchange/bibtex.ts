/** BibTeX: papers as records that BibTeX and biber read, in UTF-8; the key of a record that is made here is the paper's slug. */

import type { Paper } from '../model/paper.ts';
import type { PaperType } from '../model/paper-type.ts';
import { MONTHS } from '../text/bibtex-records.ts';
import { toArxivUrl } from '../text/paper-url.ts';
import { isGroup, toPersonName } from '../text/person-name.ts';
import { toTex, toTexTitle, toVerbatim } from '../text/tex-writer.ts';
import { isMastersGenre, MASTERS_THESIS, PHD_THESIS, toMiscType } from './bibtex-types.ts';
import { toShortName } from './short-name.ts';
import { toWork, type Work } from './work.ts';

/** The types that BibTeX's own styles know; they print the others as `misc`. */
const ENTRY_TYPES: Readonly<Record<PaperType, string>> = {
  article: 'article',
  conference: 'inproceedings',
  preprint: 'misc',
  thesis: 'phdthesis',
  report: 'techreport',
  book: 'book',
  chapter: 'incollection',
  dataset: 'misc',
  software: 'misc',
  webpage: 'misc',
};

/** The field that holds what the work is in; `howpublished` for works that stand alone. */
const CONTAINERS: { readonly [Type in PaperType]?: 'journal' | 'booktitle' } = {
  article: 'journal',
  conference: 'booktitle',
  chapter: 'booktitle',
};

/** The field that holds who stands for a work that is in nothing else. */
const HOLDERS: { readonly [Type in PaperType]?: 'school' | 'institution' | 'publisher' } = {
  thesis: 'school',
  report: 'institution',
  book: 'publisher',
};

/** In the order of a record. */
const FIELDS = [
  'title',
  'shorttitle',
  'author',
  'editor',
  'booktitle',
  'journal',
  'howpublished',
  'series',
  'volume',
  'number',
  'pages',
  'edition',
  'publisher',
  'institution',
  'school',
  'isbn',
  'type',
  'year',
  'month',
  'day',
  'eprint',
  'archivePrefix',
  'doi',
  'url',
  'keywords',
  'license',
] as const;

type Fields = { readonly [Name in (typeof FIELDS)[number]]?: string | undefined };

/** The record of a paper, ending in a newline: the owner's own where there is one, else made from the fields. */
export function toBibtex(paper: Paper, work: Work = toWork(paper)): string {
  if (paper.bibtex !== undefined) return `${paper.bibtex.trim()}\n`;
  const { type, arxiv } = work;
  const [month, day] = toMonthAndDay(paper);
  const url = paper.url ?? (arxiv === undefined ? undefined : toArxivUrl(arxiv));
  const fields: Fields = {
    title: toTexTitle(paper.title, paper.short),
    shorttitle: toShortTitle(paper),
    author: toNames(paper.authors, paper.hasMoreAuthors),
    editor: toNames(paper.editors ?? [], paper.hasMoreEditors),
    ...toPlace(paper, work),
    series: toText(paper.series),
    volume: toText(paper.volume),
    number: toText(paper.issue),
    pages: toText(paper.pages)?.replace(/(?<=[\p{L}\d])-(?=[\p{L}\d])/gu, '--'),
    edition: toText(paper.edition),
    isbn: toText(paper.isbn),
    type: toText(toGenre(paper, type)),
    year: paper.year === undefined ? undefined : String(paper.year),
    month: month === undefined ? undefined : (MONTHS[month - 1] as string),
    day: day === undefined ? undefined : String(day),
    eprint: arxiv,
    archivePrefix: arxiv === undefined ? undefined : 'arXiv',
    doi: paper.doi === undefined ? undefined : toVerbatim(paper.doi),
    url: url === undefined ? undefined : toVerbatim(url),
    keywords: paper.tags.length === 0 ? undefined : toTex(paper.tags.join(', ')),
    license: toText(paper.license),
  };
  const lines = FIELDS.flatMap((name) => {
    const value = fields[name];
    // The months are macros.
    return value === undefined ? [] : [`  ${name} = ${name === 'month' ? value : `{${value}}`}`];
  });
  const isMasters = type === 'thesis' && isMastersGenre(paper.genre ?? '');
  return `@${isMasters ? 'mastersthesis' : ENTRY_TYPES[type]}{${paper.slug},\n${lines.join(',\n')}\n}\n`;
}

/**
 * What the work is in, and who published it. A thesis, a report or a book whose file names only a venue takes that for its
 * school, its institution or its publisher; arXiv is not named beside its id.
 */
function toPlace(paper: Paper, { type, container, publisher, arxiv }: Work): Fields {
  const all = { publisher: toHolder(publisher), school: toHolder(paper.school) };
  const name = CONTAINERS[type];
  if (name !== undefined) return { ...all, [name]: toText(container) };
  const holder = HOLDERS[type];
  const isNamed = arxiv !== undefined && /^arxiv\b/i.test(container ?? '');
  const howpublished = isNamed ? undefined : toText(container);
  if (holder === undefined) return { ...all, howpublished };
  const own = holder === 'school' ? paper.school : publisher;
  return {
    school: all.school,
    ...(type === 'report' ? {} : { publisher: all.publisher }),
    [holder]: toHolder(own ?? container),
    howpublished: own === undefined ? undefined : howpublished,
  };
}

/** What `type` says: the kind of a thesis that its entry does not say, and the type of a work that BibTeX has no entry for. */
function toGenre({ genre }: Paper, type: PaperType): string | undefined {
  if (type === 'thesis' && (genre === PHD_THESIS || genre === MASTERS_THESIS)) return undefined;
  return toMiscType(type, genre);
}

/** The month is 1 to 12; nothing where `year` and `date` disagree, for both are of the date's year. */
function toMonthAndDay(paper: Paper): readonly [month?: number, day?: number] {
  const [year, ...rest] = paper.date?.split('-').map(Number) ?? [];
  return year === paper.year ? (rest as [number?, number?]) : [];
}

/** The short name, unless the title begins with it. */
function toShortTitle({ title, short }: Paper): string | undefined {
  return short === undefined || toShortName(title) === short ? undefined : toTexTitle(short, short);
}

function toText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : toTex(text);
}

/** BibLaTeX reads publishers, schools and institutions as lists, which the word "and" parts. */
function toHolder(text: string | undefined): string | undefined {
  return toText(text)?.replace(/\b(?:and|others)\b/gi, '{$&}');
}

/** `Patashnik, Or and others`; `undefined` if nobody is named. */
function toNames(names: readonly string[], hasMore = false): string | undefined {
  return names.length === 0 ? undefined : [...names.map(toAuthor), ...(hasMore ? ['others'] : [])].join(' and ');
}

/** `Patashnik, Or`; a group, and a name of several words that is all family, in braces of their own, so that BibTeX splits nothing. */
function toAuthor(name: string): string {
  const { family, given, suffix } = toPersonName(name);
  if (given === undefined) return isGroup(name) || /\s/.test(family) ? `{${toTex(family)}}` : toName(family);
  return [toName(family), ...(suffix === undefined ? [] : [toTex(suffix)]), toName(given)].join(', ');
}

/**
 * The word "and" parts authors, to biber `=` is a sign of another form of names, and BibTeX drops a hyphen at the end of a
 * name, so these are braced.
 */
function toName(text: string): string {
  return toTex(text)
    .replace(/-\{\}(?=-)/g, '{-}')
    .replace(/\band\b|=|^-|-$/gi, '{$&}');
}

/**
 * A file of records. A line `% styleclip` above each says which paper it is of: a comment to BibTeX, and where the
 * scripts of the page cut.
 */
export function joinBibtex(records: readonly (readonly [slug: string, record: string])[]): string {
  return records.map(([slug, record]) => `% ${slug}\n${record}`).join('\n');
}
