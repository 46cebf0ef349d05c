/** Work: a paper as records and references name it: what kind of work it is and what it appeared in. */
import type { Paper } from '../model/paper.ts';
import type { PaperType } from '../model/paper-type.ts';
import type { VenueType } from '../model/venue.ts';
import { findArxivId } from '../text/identifiers.ts';
import { toVenue, type Venue, type VenueReader } from './venues.ts';

export interface Work {
  /** What is cited: the paper as its file says, or as the owner's own record does. */
  readonly paper: Paper;
  /** The key of its records. */
  readonly key: string;
  readonly type: PaperType;
  /** The journal, the proceedings or the book that it is in, in full; for other types, whatever the paper calls its venue. */
  readonly container?: string;
  /** For a report, the institution that published it. */
  readonly publisher?: string;
  /** Without version and prefix. */
  readonly arxiv?: string;
}

/** What the type of a paper depends on. */
export type TypeClues = Pick<
  Paper,
  'type' | 'genre' | 'school' | 'venue' | 'issue' | 'isbn' | 'edition' | 'editors' | 'publisher'
>;

/** `readVenue` says what a venue is; without it, what everybody knows counts. */
export function toWork(paper: Paper, readVenue: VenueReader = toVenue): Work {
  const venue = paper.venue === undefined ? undefined : readVenue(paper.venue);
  const publisher = paper.publisher ?? venue?.publisher;
  const type = toPaperType(paper, venue);
  const arxiv = findArxivId(paper);
  return {
    paper,
    key: paper.slug,
    type,
    ...(venue === undefined ? {} : { container: venue.name }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(arxiv === undefined ? {} : { arxiv }),
  };
}

/**
 * The type of a paper, by one rule for every format, for references and for `add`: the one that its file gives; else a
 * thesis if it has a school or its kind is called a thesis; else by its venue: an article if that is a journal, a preprint
 * if it is a preprint server, and so on; of a venue that nobody knows it is a paper of a conference, or an article if it is
 * in an issue; without a venue, a book if it
 * has an ISBN, an edition, or editors and a publisher, what the word for its kind says, and otherwise a preprint.
 */
export function toPaperType(
  { type, genre = '', school, issue, isbn, edition, editors, publisher }: TypeClues,
  venue: Venue | undefined,
): PaperType {
  if (type !== undefined) return type;
  if (school !== undefined || /\b(?:thesis|dissertation)\b/i.test(genre)) return 'thesis';
  if (venue !== undefined)
    return venue.kind === undefined ? (issue === undefined ? 'conference' : 'article') : KINDS[venue.kind];
  if (isbn !== undefined || edition !== undefined || (editors !== undefined && publisher !== undefined)) return 'book';
  return GENRES.find(([pattern]) => pattern.test(genre))?.[1] ?? 'preprint';
}

/** What a paper in such a venue is. */
const KINDS: Readonly<Record<VenueType, PaperType>> = {
  conference: 'conference',
  workshop: 'conference',
  journal: 'article',
  preprint: 'preprint',
  book: 'chapter',
  website: 'webpage',
};

const GENRES: readonly (readonly [RegExp, PaperType])[] = [
  [/\breport\b/i, 'report'],
  [/\bdata ?set\b/i, 'dataset'],
  [/\bsoftware\b/i, 'software'],
];
