/** Search: finds the papers that a text asks for, best match first. */
import type { SearchResult } from 'minisearch';
import { FIELD_WEIGHTS } from '../../model/search-data.ts';
import { toIdTerm, toNameTerm, toTerms } from '../../text/words.ts';
import type { Library } from './library.ts';

export interface Found {
  readonly paper: number;
  readonly score: number;
  /** Terms of the index that were met outside the notes. */
  readonly terms: readonly string[];
  /** Terms that were met in abstract or notes; empty where the rest of the paper answers the whole question. */
  readonly noteTerms: readonly string[];
}

/** Words that say nothing about a paper, left out where others stand beside them. */
const STOP_WORDS = new Set(
  'a al an and are as at be by et for from has have in into is it its of on or since that the their this to was we with without'.split(
    ' ',
  ),
);

/** A match in the notes counts this much beside one in the name of a paper. */
const NOTES_WEIGHT = 0.3;

const IS_NOT_ASCII = /[^a-z0-9]/;

const OPTIONS = {
  boost: FIELD_WEIGHTS,
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

/** How well a word is met: by itself, by the beginning of another, with a typo; and how much less that counts in notes. */
const [EXACT, PREFIX, TYPO, LESS_IN_NOTES] = [5, 4, 3, 2] as const;
/** Above all sums of these. */
const NAMED = 999;

interface Met {
  readonly paper: number;
  score: number;
  /** How well each word is met. */
  readonly words: Map<string, number>;
  readonly terms: readonly string[];
  noteTerms: readonly string[];
}

/**
 * Papers that hold all words of the text, in their data, their abstract or their notes; where none does, those that hold most of
 * them. A word may be the beginning of one, and may have a typo if it is longer than four letters. First comes the
 * paper that is called so, then those that hold the words themselves, then beginnings, then typos.
 */
export function search(library: Library, text: string): readonly Found[] {
  const words = toQueryWords(text);
  if (words.length === 0) return [];
  const known = new Set<string>();
  let all = meet(library, words, known);
  let name = text;
  if (words.some((word) => !known.has(word))) {
    const corrected = words.flatMap((word) => (known.has(word) ? word : correct(library, word)));
    if (corrected.join() !== words.join()) {
      all = meet(library, [...new Set(corrected)], known);
      name = corrected.join(' ');
    }
  }
  const most = Math.max(0, ...all.map(({ words }) => words.size));
  const toRank = ({ paper }: Met) => library.ranks[paper] as number;
  const named = new Set(library.papers.search(toNameTerm(name), { ...OPTIONS, prefix: false }).map(({ id }) => id));
  return all
    .filter(({ words }) => words.size === most)
    .map((met) => {
      const sum = [...met.words.values()].reduce((one, other) => one + other);
      return { ...met, rank: named.has(met.paper) ? NAMED : sum };
    })
    .sort((left, right) => right.rank - left.rank || right.score - left.score || toRank(left) - toRank(right));
}

/** The papers that hold any of the words; adds to `known` those that stand, or begin a word, in one of them. */
function meet(library: Library, words: readonly string[], known: Set<string>): readonly Met[] {
  const asked = words.join(' ');
  const byPaper = new Map<number, Met>();
  const grade = (word: string, { terms, match }: SearchResult): number => {
    const isExact = Object.hasOwn(match, word);
    if (!isExact && !terms.some((term) => term.startsWith(word))) return TYPO;
    known.add(word);
    return isExact ? EXACT : PREFIX;
  };
  for (const result of library.papers.search(asked, OPTIONS)) {
    const { id: paper, score, terms, queryTerms } = result;
    const met = new Map(queryTerms.map((word) => [word, grade(word, result)]));
    byPaper.set(paper, { paper, score, words: met, terms, noteTerms: [] });
  }
  for (const result of library.notes.search(asked, NOTES_OPTIONS)) {
    const { id: paper, score, terms, queryTerms } = result;
    const met = byPaper.get(paper) ?? { paper, score: 0, words: new Map<string, number>(), terms: [], noteTerms: [] };
    if (queryTerms.some((word) => !met.words.has(word))) met.noteTerms = terms;
    met.score += score * NOTES_WEIGHT;
    for (const word of queryTerms) {
      met.words.set(word, Math.max(met.words.get(word) ?? 0, grade(word, result) - LESS_IN_NOTES));
    }
    byPaper.set(paper, met);
  }
  return [...byPaper.values()];
}

/** What an unknown word may stand for: letters and digits apart, `cvpr2022`, or two neighbours swapped, `vidoe`. */
function correct(library: Library, word: string): readonly string[] {
  const isKnown = (one: string) =>
    [library.papers, library.notes].some((index) => index.search(one, { ...OPTIONS, fuzzy: false }).length > 0);
  const parts = word.match(/\d+|\D+/g) ?? [];
  if (parts.length > 1) return parts.every(isKnown) ? parts : [word];
  if (!/^[a-z]{4,}$/.test(word)) return [word];
  const swapped = Array.from(word.slice(1), (letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2));
  return [swapped.find(isKnown) ?? word];
}

/** The different terms of a text, without those that say nothing. */
function toQueryWords(text: string): readonly string[] {
  const words = [...new Set(text.split(/\s+/).flatMap((part) => toIdTerm(part) ?? toTerms(part)))];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length === 0 ? words : telling;
}
