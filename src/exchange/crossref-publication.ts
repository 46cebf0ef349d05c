/** Crossref publication: where and as what a work in Crossref was published. */
import type { PaperType } from '../model/paper-type.ts';
import { toIsbn } from '../text/isbn.ts';
import { toPages } from '../text/pages.ts';
import type { Publication } from './bibtex-publication.ts';
import { isMastersGenre, MASTERS_THESIS, PHD_THESIS } from './bibtex-types.ts';
import { toList, toPlain, toRecord, toText, type Work } from './crossref-json.ts';
import { readVenue } from './venue-text.ts';
import { toVenue } from './venues.ts';
import { toPaperType } from './work.ts';

/** https://api.crossref.org/types; the others say nothing that a list needs. */
const TYPES: Readonly<Record<string, PaperType>> = {
  book: 'book',
  'book-chapter': 'chapter',
  'book-part': 'chapter',
  'book-section': 'chapter',
  database: 'dataset',
  dataset: 'dataset',
  dissertation: 'thesis',
  'edited-book': 'book',
  'journal-article': 'article',
  monograph: 'book',
  'posted-content': 'preprint',
  proceedings: 'book',
  'proceedings-article': 'conference',
  'reference-book': 'book',
  'reference-entry': 'chapter',
  report: 'report',
  'report-component': 'report',
  standard: 'report',
};

/** Its own venue is that of a group of preprints, `bioRxiv`; a thesis and a report belong to their institutions. */
export function readCrossrefPublication(work: Work): Publication {
  const meant = TYPES[toText(work.type)];
  const { venue, series } = readContainers(work, meant === 'book');
  const group = textOf(work['group-title']) || textOf(toRecord(toList(work.institution)[0]).name);
  const publisher = textOf(work.publisher);
  const isHeld = meant === 'thesis' || meant === 'report';
  const holder = isHeld ? group || publisher : '';
  const isbn = meant === 'book' || meant === 'chapter' ? toList(work.ISBN).map(toBareIsbn).find(isPresent) : undefined;
  const genre = meant === 'thesis' ? toGenre(textOf(toList(work.degree)[0])) : '';
  const ownVenue = venue ?? (isHeld || group === '' ? undefined : group);
  const found: Publication = {
    ...present('genre', genre),
    ...present('venue', ownVenue ?? ''),
    ...present('volume', textOf(work.volume)),
    ...present('issue', textOf(work.issue)),
    ...present('pages', toPages(textOf(work.page) || textOf(work['article-number']))),
    ...present('series', series),
    ...present('edition', textOf(work['edition-number'])),
    ...present('publisher', meant === 'thesis' ? '' : meant === 'report' ? holder : publisher),
    ...present('school', meant === 'thesis' ? holder : ''),
    ...present('isbn', isbn ?? ''),
  };
  const known = ownVenue === undefined ? undefined : toVenue(ownVenue);
  // Springer registers the papers of its proceedings as chapters.
  const isListed = known?.isListed === true && (meant === 'chapter' || meant === 'conference' || meant === 'article');
  const inferred = toPaperType(found as Parameters<typeof toPaperType>[0], known);
  return meant === undefined || isListed || meant === inferred ? found : { type: meant, ...found };
}

/** The container that is a known venue, else the last: before it stands its series. What holds a book is a series. */
function readContainers(work: Work, isBook: boolean): { readonly venue?: string; readonly series: string } {
  const titles = toList(work['container-title']).map(textOf).filter(isPresent);
  if (isBook) return { series: titles[0] ?? '' };
  const venues = [...titles, textOf(toRecord(work.event).acronym)].map((title) => readVenue(title)?.venue);
  const listed = venues.findIndex((venue) => venue !== undefined && toVenue(venue).isListed);
  const at = listed === -1 ? titles.length - 1 : listed;
  const venue = venues[at];
  const series = titles.length > 1 ? (titles.find((_, other) => other !== at) ?? '') : '';
  return { ...(venue === undefined ? {} : { venue }), series };
}

function toGenre(degree: string): string {
  if (degree === '' || /thesis|dissertation/i.test(degree)) return degree;
  if (isMastersGenre(degree)) return MASTERS_THESIS;
  return /ph\.?\s?d|doctor/i.test(degree) ? PHD_THESIS : `${degree} thesis`;
}

/** Also of an address, `http://id.crossref.org/isbn/9780262035613`. */
function toBareIsbn(value: unknown): string {
  return toIsbn(toText(value).replace(/^https?:\/\/.*\//, '')) ?? '';
}

function textOf(value: unknown): string {
  return toPlain(toText(value));
}

function isPresent(text: string): boolean {
  return text !== '';
}

function present<Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } {
  return (value === '' ? {} : { [name]: value }) as { readonly [Key in Name]?: string };
}
