/** Search: finds the papers that a text asks for, best match first. */
import { FIELD_WEIGHTS } from '../../model/search/search-data.ts';
import { toTerms } from '../../model/search/words.ts';
import type { Library } from './library.ts';

export interface Found {
  readonly paper: number;
  readonly score: number;
  /** Terms of the index that were met outside the notes. */
  readonly terms: readonly string[];
  /** Terms that were met in the notes; empty where the rest of the paper answers the whole question. */
  readonly noteTerms: readonly string[];
}

/** Words that say nothing about a paper, left out where others stand beside them. */
const STOP_WORDS = new Set(
  'a an and are as at be by for from has have in into is it its of on or since that the their this to was we with without'.split(
    ' ',
  ),
);

/** A match in the notes counts this much beside one in the name of a paper. */
const NOTES_WEIGHT = 0.3;

const IS_NOT_ASCII = /[^a-z0-9]/;

const OPTIONS = {
  boost: FIELD_WEIGHTS,
  combineWith: 'OR',
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
  // One letter is the beginning of a word only where it is being typed.
  prefix: (term: string, place: number, terms: readonly string[]) =>
    term.length > 1 || place === terms.length - 1 || IS_NOT_ASCII.test(term),
  fuzzy: (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
  maxFuzzy: 2,
  weights: { fuzzy: 0.2, prefix: 0.6 },
} as const;

/** The beginnings of two letters are those of a good part of all words. */
const NOTES_OPTIONS = { ...OPTIONS, prefix: (term: string) => term.length > 2 || IS_NOT_ASCII.test(term) } as const;

/**
 * Papers that hold all words of the text, in their data or in their notes; where none does, those that hold most of
 * them. A word may be the beginning of one, and may have a typo if it is longer than four letters.
 */
export function search(library: Library, text: string): readonly Found[] {
  const words = toQueryWords(text);
  if (words.length === 0) return [];
  const asked = words.join(' ');
  const byPaper = new Map<number, { score: number; words: Set<string>; terms: string[]; noteTerms: string[] }>();
  for (const { id, score, terms, queryTerms } of library.papers.search(asked, OPTIONS)) {
    byPaper.set(id, { score, words: new Set(queryTerms), terms, noteTerms: [] });
  }
  for (const { id, score, terms, queryTerms } of library.notes()?.search(asked, NOTES_OPTIONS) ?? []) {
    const found = byPaper.get(id) ?? { score: 0, words: new Set<string>(), terms: [], noteTerms: [] };
    const isNew = queryTerms.some((word) => !found.words.has(word));
    found.score += score * NOTES_WEIGHT;
    if (isNew) found.noteTerms = terms;
    for (const word of queryTerms) found.words.add(word);
    byPaper.set(id, found);
  }
  const all = [...byPaper].map(([paper, found]) => ({ paper, ...found, words: found.words.size }));
  const most = Math.max(0, ...all.map((found) => found.words));
  return all
    .filter((found) => found.words === most)
    .sort((left, right) => right.score - left.score || left.paper - right.paper);
}

/** The different terms of a text, without those that say nothing. */
function toQueryWords(text: string): readonly string[] {
  const words = [...new Set(toTerms(text))];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length === 0 ? words : telling;
}
