/** Work: a paper as records and references name it: what kind of work it is and what it appeared in. */
import type { Paper } from '../model/paper.ts';
import type { PaperType } from '../model/paper-type.ts';
import { findArxivId } from '../text/identifiers.ts';
import { toVenue, type Venue } from './venues.ts';

export interface Work {
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

export function toWork(paper: Paper): Work {
  const venue = paper.venue === undefined ? undefined : toVenue(paper.venue);
  const type = toPaperType(paper, venue);
  const arxiv = findArxivId(paper);
  return {
    type,
    ...(venue === undefined ? {} : { container: venue.name }),
    ...(paper.publisher === undefined ? {} : { publisher: paper.publisher }),
    ...(arxiv === undefined ? {} : { arxiv }),
  };
}

/**
 * The type of a paper, by one rule for every format, for references and for `add`: the one that its file gives; else a
 * thesis if it has a school or its kind is called a thesis; else by its venue: an article if that is a journal, a preprint
 * if it is a preprint server, otherwise a paper of a conference, unless it is in an issue; without a venue, a book if it
 * has an ISBN, an edition, or editors and a publisher, what the word for its kind says, and otherwise a preprint.
 */
export function toPaperType(
  { type, genre = '', school, issue, isbn, edition, editors, publisher }: TypeClues,
  venue: Venue | undefined,
): PaperType {
  if (type !== undefined) return type;
  if (school !== undefined || /\b(?:thesis|dissertation)\b/i.test(genre)) return 'thesis';
  if (venue?.kind === 'preprint') return 'preprint';
  if (venue !== undefined) {
    const isArticle = venue.kind === 'journal' || (venue.kind === undefined && issue !== undefined);
    return isArticle ? 'article' : 'conference';
  }
  if (isbn !== undefined || edition !== undefined || (editors !== undefined && publisher !== undefined)) return 'book';
  return GENRES.find(([pattern]) => pattern.test(genre))?.[1] ?? 'preprint';
}

const GENRES: readonly (readonly [RegExp, PaperType])[] = [
  [/\breport\b/i, 'report'],
  [/\bdata ?set\b/i, 'dataset'],
  [/\bsoftware\b/i, 'software'],
];
