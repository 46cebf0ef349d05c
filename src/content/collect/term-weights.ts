/**
 * Term weights: the first of two steps to related papers, how much each word, topic, author and relation counts for each
 * paper. All weights are small integers, in steps so coarse that a changed word hardly ever changes another paper's.
 */
import type { PlacedCard } from '../../model/card.ts';
import { compareText } from '../../model/problem.ts';
import type { SiteTopic } from '../../model/site.ts';
import type { TermColumns } from '../../model/term-columns.ts';
import { createRarity, toHalfOctave } from './rarity.ts';
import { findShared } from './shared-terms.ts';

/** A weight of 1, the greatest. Nearness, a sum of products of weights, is counted in units of its square. */
export const ONE = 16;

/** How many words of a paper are compared, the most distinctive ones. */
const WORDS_COMPARED = 32;
/** The rarity below which a word is too common to be compared: more than a quarter of 73 papers have it, a tenth of 2,000. */
const LEAST_RARITY = 0.3;

/** What a paper must say to be compared. */
export type Comparable = Pick<PlacedCard, 'slug' | 'topics' | 'buildsOn' | 'values'>;

/**
 * The terms of each paper with their weights, a row for each paper: row `n` begins at `starts[n]` and ends before
 * `starts[n + 1]`. Terms are numbered in the order in which the papers have them, so the numbers depend neither on their
 * spelling nor on a vocabulary, and equal columns have equal related papers: a digest of these arrays is a key for them.
 */
export interface Weights {
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  /** From 1 to {@link ONE}. */
  readonly weights: Uint8Array;
  /** The papers on which a paper builds, and those that build on it, in rows of their own, ascending. */
  readonly linkStarts: Uint32Array;
  readonly links: Uint32Array;
}

/** The weights of each paper, from what the papers say and how common that is in the list; a row of terms for each card. */
export function weighTerms(
  cards: readonly Comparable[],
  { vocabulary, keywords }: TermColumns,
  topics: readonly SiteTopic[],
): Weights {
  const rarity = createRarity(cards.length);
  const { rows, bearers, links } = findShared(cards, topics);
  const weighWords = createWordWeigher(vocabulary, keywords, rarity);
  // Words have numbers from 0, whatever else papers share has numbers behind them.
  const numbers = new Int32Array(vocabulary.length + bearers.length).fill(-1);
  const starts = new Uint32Array(cards.length + 1);
  const terms: number[] = [];
  const weights: number[] = [];
  let count = 0;
  const add = (term: number, weight: number) => {
    if (numbers[term] === -1) numbers[term] = count++;
    terms.push(numbers[term] as number);
    weights.push(weight);
  };
  for (const [paper, row] of rows.entries()) {
    weighWords(paper, add);
    for (const { term, share } of row) {
      const weight = Math.round(ONE * share * Math.sqrt(rarity(bearers[term] as number)));
      if (weight > 0) add(vocabulary.length + term, weight);
    }
    starts[paper + 1] = terms.length;
  }
  return { starts, terms: new Uint32Array(terms), weights: new Uint8Array(weights), ...toRows(links) };
}

type Add = (term: number, weight: number) => void;

/**
 * Weighs the words of a paper: TF-IDF of about unit length, cut to the most distinctive words, in the order in which the
 * paper has them; a word that only one paper has counts for the length alone.
 */
function createWordWeigher(
  vocabulary: readonly string[],
  { starts, terms, counts }: TermColumns['keywords'],
  rarity: (bearers: number) => number,
): (paper: number, add: Add) => void {
  const bearers = new Uint32Array(vocabulary.length);
  for (let at = 0; at < terms.length; at += 1)
    bearers[terms[at] as number] = (bearers[terms[at] as number] as number) + 1;
  const rarities = Float64Array.from(bearers, rarity);
  return (paper, add) => {
    const own = terms.subarray(starts[paper], starts[paper + 1]);
    const first = starts[paper] as number;
    const exact = new Float64Array(own.length);
    let squares = 0;
    for (let at = 0; at < own.length; at += 1) {
      const weight = (1 + Math.log(counts[first + at] as number)) * (rarities[own[at] as number] as number);
      exact[at] = weight;
      squares += weight * weight;
    }
    const length = toHalfOctave(Math.sqrt(squares));
    const rounded = new Uint8Array(own.length);
    for (let at = 0; at < own.length; at += 1) {
      const rare = rarities[own[at] as number] as number;
      const isCompared = rare >= LEAST_RARITY && rare < 1;
      rounded[at] = isCompared ? Math.min(Math.round((ONE * (exact[at] as number)) / length), ONE) : 0;
    }
    const { least, room } = findLeast(rounded);
    const last = findLast(vocabulary, own, rounded, least, room);
    for (let at = 0; at < own.length; at += 1) {
      const term = own[at] as number;
      const weight = rounded[at] as number;
      if (weight > least || (weight === least && isAtMost(vocabulary[term] as string, last))) add(term, weight);
    }
  };
}

/** The least weight of a word that is compared, and for how many words of that weight there is room. */
function findLeast(weights: Uint8Array): { readonly least: number; readonly room: number } {
  const totals = new Uint32Array(ONE + 1);
  for (const weight of weights) totals[weight] = (totals[weight] as number) + 1;
  let room = WORDS_COMPARED;
  for (let weight = ONE; weight > 0; weight -= 1) {
    const total = totals[weight] as number;
    if (total >= room) return { least: weight, room };
    room -= total;
  }
  // There is room for all.
  return { least: 1, room: WORDS_COMPARED };
}

/** Of the words of this weight, the last one by code units for which there is room; `undefined` if there is for all. */
function findLast(
  vocabulary: readonly string[],
  terms: Uint32Array,
  weights: Uint8Array,
  weight: number,
  room: number,
): string | undefined {
  const words: string[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    if (weights[at] === weight) words.push(vocabulary[terms[at] as number] as string);
  }
  return words.length <= room ? undefined : words.sort(compareText)[room - 1];
}

function isAtMost(word: string, last: string | undefined): boolean {
  return last === undefined || compareText(word, last) <= 0;
}

function toRows(links: readonly ReadonlySet<number>[]): Pick<Weights, 'linkStarts' | 'links'> {
  const linkStarts = new Uint32Array(links.length + 1);
  for (const [paper, own] of links.entries()) linkStarts[paper + 1] = (linkStarts[paper] as number) + own.size;
  const all = new Uint32Array(linkStarts[links.length] as number);
  for (const [paper, own] of links.entries())
    all.set(
      [...own].sort((left, right) => left - right),
      linkStarts[paper],
    );
  return { linkStarts, links: all };
}
