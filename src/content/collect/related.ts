/**
 * Related: the papers near to each, by the topics, people, relations and words they share. Two steps, each a function
 * of columns: the weight of every term in every paper, then the nearest papers. All weights are small integers, in steps
 * so coarse that a changed word hardly ever changes another paper's neighbours.
 */
import type { Card } from '../../model/card.ts';
import type { Terms } from '../../model/entry.ts';
import { compareText } from '../../model/problem.ts';
import type { SiteTopic } from '../../model/site.ts';
import { toPersonKey } from '../../text/name-keys.ts';

/** Related papers of one paper, at most. */
const MOST = 5;
/** A weight of 1. Nearness, a sum of products of weights, is counted in units of its square. */
const ONE = 16;
/** Nearness below which papers are not related; two papers with exactly the same words would have 1. */
const LEAST = 0.17 * ONE * ONE;
/** How many words of a paper are compared, the most distinctive ones. */
const WORDS_COMPARED = 32;
/** The rarity below which a word is too common to be compared: more than a quarter of 73 papers have it, a tenth of 2,000. */
const LEAST_RARITY = 0.3;
/** What sharing something of the greatest rarity adds to the nearness. */
const SHARED = { topic: 0.25, author: 0.3, base: 0.35, descendant: 0.35 } as const;
/** From this many papers on, the number of papers that have a term is counted in steps of four. */
const MANY_PAPERS = 64;

/** How much each term counts for a paper, from 1 to 16; the nearness of two papers is the sum of the products. */
export type Weights = readonly (readonly [term: string, weight: number])[];

/** The weights of each paper, from what the papers say and how common that is in the list. */
export function weighTerms(
  cards: readonly Card[],
  keywords: readonly Terms['keywords'][],
  topics: readonly SiteTopic[],
): readonly Weights[] {
  const shared = findShared(cards, topics);
  const rarityOfWord = toRarity(keywords.map((counts) => counts.map(([word]) => word)));
  const rarityOfShared = toRarity(shared.map((weights) => [...weights.keys()]));
  return cards.map((_, index) => [
    ...weighWords(keywords[index] as Terms['keywords'], rarityOfWord),
    ...[...(shared[index] as ReadonlyMap<string, number>)]
      .map(([term, weight]) => [term, Math.round(ONE * weight * Math.sqrt(rarityOfShared(term)))] as const)
      .filter(([, weight]) => weight > 0)
      .toSorted(([left], [right]) => compareText(left, right)),
  ]);
}

/**
 * For every paper the nearest others, the nearest first, ties in the order given; none if nothing is near. Papers that
 * build on each other are left out. The work grows with the papers that share a distinctive term, not with all pairs.
 */
export function findNearest(cards: readonly Card[], weights: readonly Weights[]): readonly (readonly number[])[] {
  const numbers = new Map(cards.map(({ slug }, index) => [slug, index]));
  const linked = cards.map(({ buildsOn }) => new Set(buildsOn.flatMap((slug) => numbers.get(slug) ?? [])));
  const postings = toPostings(weights);
  const nearness = new Int32Array(cards.length);
  return weights.map((own, paper) => {
    nearness.fill(0);
    for (const [term, weight] of own) {
      const { papers, weights: others } = postings.get(term) as Postings;
      for (let row = 0; row < papers.length; row += 1) {
        const index = papers[row] as number;
        nearness[index] = (nearness[index] as number) + weight * (others[row] as number);
      }
    }
    const isLinked = (other: number) => linked[paper]?.has(other) === true || linked[other]?.has(paper) === true;
    return pickHighest(nearness, (other) => other !== paper && !isLinked(other));
  });
}

/** The places of the highest numbers from {@link LEAST} on, highest first, at most {@link MOST}. */
function pickHighest(numbers: Int32Array, isWanted: (index: number) => boolean): readonly number[] {
  const best: number[] = [];
  for (let index = 0; index < numbers.length; index += 1) {
    const own = numbers[index] as number;
    const lowest = best.length < MOST ? LEAST - 1 : (numbers[best[MOST - 1] as number] as number);
    if (own < LEAST || own <= lowest || !isWanted(index)) continue;
    let at = best.length;
    while (at > 0 && (numbers[best[at - 1] as number] as number) < own) at -= 1;
    best.splice(at, 0, index);
    best.length = Math.min(best.length, MOST);
  }
  return best;
}

/** The papers that have a term, and its weight in each: two columns, for speed. */
interface Postings {
  readonly papers: number[];
  readonly weights: number[];
}

function toPostings(weights: readonly Weights[]): ReadonlyMap<string, Postings> {
  const postings = new Map<string, Postings>();
  for (const [index, terms] of weights.entries()) {
    for (const [term, weight] of terms) {
      const found = postings.get(term) ?? { papers: [], weights: [] };
      postings.set(term, found);
      found.papers.push(index);
      found.weights.push(weight);
    }
  }
  return postings;
}

/** TF-IDF of about unit length, cut to the most distinctive words; a word that only one paper has counts for the length alone. */
function weighWords(counts: Terms['keywords'], rarity: (term: string) => number): Weights {
  const kept: [word: string, weight: number][] = [];
  let squares = 0;
  for (const [word, count] of counts) {
    const rare = rarity(word);
    const weight = (1 + Math.log(count)) * rare;
    squares += weight * weight;
    if (rare >= LEAST_RARITY && rare < 1) kept.push([word, weight]);
  }
  const length = toHalfOctave(Math.sqrt(squares));
  return kept
    .map(([word, weight]) => [`word ${word}`, Math.min(Math.round((ONE * weight) / length), ONE)] as const)
    .filter(([, weight]) => weight > 0)
    .sort(([left, one], [right, other]) => other - one || compareText(left, right))
    .slice(0, WORDS_COMPARED);
}

/** The nearest of 1, √2, 2, 2√2, 4 … */
function toHalfOctave(number: number): number {
  return 2 ** (Math.round(2 * Math.log2(number)) / 2);
}

/** What else papers may have in common; the square of a weight is the nearness it adds at the greatest rarity. */
function findShared(cards: readonly Card[], topics: readonly SiteTopic[]): readonly ReadonlyMap<string, number>[] {
  const descendants = new Map<string, string[]>();
  for (const { slug, buildsOn } of cards) {
    for (const base of buildsOn) descendants.set(base, [...(descendants.get(base) ?? []), slug]);
  }
  const byPath = new Map(topics.map((place) => [place.path, place]));
  const around = (place: SiteTopic | undefined): string[] =>
    place?.parent === undefined ? [] : [place.parent, ...around(byPath.get(place.parent))];
  const topicsAround = new Map(topics.map((place) => [place.name, [place.path, ...around(place)]]));
  return cards.map(({ slug, authors, topics: own, buildsOn }) => {
    const weights = new Map<string, number>();
    const add = (kind: keyof typeof SHARED, names: readonly string[]) => {
      // One shared author out of three says more than one out of thirty.
      const weight = Math.sqrt(SHARED[kind] / Math.sqrt(names.length));
      for (const name of names) weights.set(`${kind} ${name}`, weight);
    };
    add('topic', [...new Set(own.flatMap((name) => topicsAround.get(name) ?? []))]);
    add('author', authors.map(toPersonKey));
    add('base', buildsOn);
    add('descendant', descendants.get(slug) ?? []);
    return weights;
  });
}

/** How rare a term is: 0 for one that all papers have, 1 for one that a single paper has. */
function toRarity(terms: readonly (readonly string[])[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const own of terms) for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1);
  const step = terms.length < MANY_PAPERS ? 1 : 4;
  const all = step === 1 ? terms.length : toHalfOctave(terms.length);
  const most = Math.log(Math.max(all, 2));
  // The middle of the step: 1 to 4 papers count as 2.5.
  const toMiddle = (count: number) => Math.ceil(count / step) * step - (step - 1) / 2;
  const toShare = (count: number) => Math.max(Math.log(all / toMiddle(count)) / most, 0);
  return (term) => {
    const count = counts.get(term) as number;
    return count === 1 ? 1 : Math.min(toShare(count), (ONE - 1) / ONE);
  };
}
