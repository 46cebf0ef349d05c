/** Related: the papers near to each, by the topics, people, relations and words they share. */
import { late } from '../model/late.ts';
import type { Paper } from '../model/paper.ts';
import { compareText } from '../model/problem.ts';
import type { Rendered } from '../model/rendered.ts';
import type { SiteTopic } from '../model/site.ts';
import type { Slug } from '../model/slug.ts';
import { toPersonKey } from './facets/same-names.ts';
import { toTellingTerms } from './telling-terms.ts';

/** Related papers of one paper, at most. */
const MOST = 5;
/** Nearness below which a paper is no relative; words that are the same throughout would be 1. */
const LEAST = 0.18;
/** Words of a paper that are compared, the most telling ones. */
const WORDS_COMPARED = 32;
/** The rarity below which a word tells too little to be compared: more than a quarter of 73 papers bear it, a tenth of 2,000. */
const LEAST_RARITY = 0.3;
/** A word of the title counts like this many in the notes. */
const TITLE_WEIGHT = 3;
/** What sharing something as rare as can be adds to the nearness. */
const SHARED = { topic: 0.25, author: 0.3, base: 0.35, heir: 0.35 } as const;

/** How much each term counts for a paper; the nearness of two papers is the sum of the products. */
type Weights = readonly (readonly [term: string, weight: number])[];

/** The papers that bear a term, by their places in the order given, and what it counts for each: two columns, for speed. */
interface Bearers {
  readonly papers: number[];
  readonly weights: number[];
}

/**
 * For every paper the nearest others, the nearest first, ties in the order given; none where nothing is near. What a
 * paper builds on, or is built upon by, is left out; they are found when they are asked for. Work grows with the papers that share a telling term, not with
 * all pairs.
 */
export function findRelated(
  papers: readonly Rendered[],
  topics: readonly SiteTopic[],
): Readonly<Record<Slug, readonly Slug[]>> {
  const weights = weigh(papers, topics);
  const bearers = toBearers(weights);
  const paperAt = (index: number) => (papers[index] as Rendered).paper;
  const nearness = new Float64Array(papers.length);
  const findNearest = (own: number): readonly Slug[] => {
    const { paper } = papers[own] as Rendered;
    nearness.fill(0);
    for (const [term, weight] of weights[own] as Weights) {
      const others = bearers.get(term) as Bearers;
      others.papers.forEach((index, row) => {
        nearness[index] = (nearness[index] as number) + weight * (others.weights[row] as number);
      });
    }
    const near: { readonly index: number; readonly by: number }[] = [];
    nearness.forEach((by, index) => {
      if (by >= LEAST && index !== own) near.push({ index, by });
    });
    const isLinked = (other: Paper) => paper.buildsOn.includes(other.slug) || other.buildsOn.includes(paper.slug);
    return near
      .filter(({ index }) => !isLinked(paperAt(index)))
      .sort((left, right) => right.by - left.by || left.index - right.index)
      .slice(0, MOST)
      .map(({ index }) => paperAt(index).slug);
  };
  const related = {};
  for (const [index, { paper }] of papers.entries()) {
    Object.defineProperty(related, paper.slug, { get: late(() => findNearest(index)), enumerable: true });
  }
  return related;
}

function toBearers(weights: readonly Weights[]): ReadonlyMap<string, Bearers> {
  const bearers = new Map<string, Bearers>();
  for (const [index, terms] of weights.entries()) {
    for (const [term, weight] of terms) {
      const found = getOrMake(bearers, term, () => ({ papers: [], weights: [] }));
      found.papers.push(index);
      found.weights.push(weight);
    }
  }
  return bearers;
}

/** The weights of each paper in an order that its terms alone decide, so that sums come out the same to the last bit. */
function weigh(papers: readonly Rendered[], topics: readonly SiteTopic[]): readonly Weights[] {
  const words = papers.map(countWords);
  const shared = toShared(papers, topics);
  const rarityOfWord = toRarity(words.map((counts) => counts.keys()));
  const rarityOfShared = toRarity(shared.map((weights) => weights.keys()));
  return papers.map((_, index) => [
    ...weighWords(words[index] as ReadonlyMap<string, number>, rarityOfWord),
    ...[...(shared[index] as ReadonlyMap<string, number>)]
      .map(([term, weight]) => [term, weight * Math.sqrt(rarityOfShared(term))] as const)
      .toSorted(([left], [right]) => compareText(left, right)),
  ]);
}

/** TF-IDF of unit length, cut to the most telling words; a word of one paper alone lengthens it and is not compared. */
function weighWords(counts: ReadonlyMap<string, number>, rarity: (term: string) => number): Weights {
  const kept: [term: string, weight: number][] = [];
  let squares = 0;
  for (const [word, count] of counts) {
    const rare = rarity(word);
    const weight = (1 + Math.log(count)) * rare;
    squares += weight * weight;
    if (rare >= LEAST_RARITY && rare < 1) kept.push([word, weight]);
  }
  return kept
    .sort(([left, one], [right, other]) => other - one || compareText(left, right))
    .slice(0, WORDS_COMPARED)
    .map(([word, weight]) => [`word ${word}`, weight / Math.sqrt(squares)]);
}

/** The words of papers that were counted before; a paper that has not changed stays the same object. */
const counted = new WeakMap<Paper, ReadonlyMap<string, number>>();

/** The words of title, abstract and notes, and how often each stands there. */
function countWords({ paper, sections }: Rendered): ReadonlyMap<string, number> {
  const known = counted.get(paper);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  counted.set(paper, counts);
  const add = (text: string, weight: number) => {
    for (const term of toTellingTerms(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  add(`${paper.short ?? ''} ${paper.title}`, TITLE_WEIGHT);
  add(paper.abstract ?? '', 1);
  for (const { text } of sections) add(text, 1);
  return counts;
}

/** What else papers may have in common, its square the nearness that it gives where it is rarest. */
function toShared(papers: readonly Rendered[], topics: readonly SiteTopic[]): readonly ReadonlyMap<string, number>[] {
  const heirs = new Map<Slug, Slug[]>();
  for (const { paper } of papers) {
    for (const base of paper.buildsOn) getOrMake(heirs, base, () => []).push(paper.slug);
  }
  const around = (name: string): string[] => {
    const place = topics.find(({ topic }) => topic.name === name);
    const parent = topics.find(({ path }) => path === place?.parent);
    return parent === undefined ? [name] : [name, ...around(parent.topic.name)];
  };
  const topicsAround = new Map(topics.map(({ topic }) => [topic.name, around(topic.name)]));
  return papers.map(({ paper }) => {
    const weights = new Map<string, number>();
    const add = (kind: keyof typeof SHARED, names: readonly string[]) => {
      // One shared author of three says more than one of thirty.
      const weight = Math.sqrt(SHARED[kind] / Math.sqrt(names.length));
      for (const name of names) weights.set(`${kind} ${name}`, weight);
    };
    add('topic', [...new Set(paper.topics.flatMap((name) => topicsAround.get(name) ?? []))]);
    add('author', paper.authors.map(toPersonKey));
    add('base', paper.buildsOn);
    add('heir', heirs.get(paper.slug) ?? []);
    return weights;
  });
}

/** How rare a term is: 0 for one that all papers bear, 1 for one that a single paper does. */
function toRarity(terms: readonly Iterable<string>[]): (term: string) => number {
  const bearers = new Map<string, number>();
  for (const own of terms) for (const term of own) bearers.set(term, (bearers.get(term) ?? 0) + 1);
  const most = Math.log(Math.max(terms.length, 2));
  const byCount = terms.map((_, index) => Math.log(terms.length / (index + 1)) / most);
  return (term) => byCount[(bearers.get(term) as number) - 1] as number;
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
