/** Nearest: the second of two steps to related papers, from the weights of terms to the papers nearest to each. */
import { invertRows } from '../../text/invert-rows.ts';
import { ONE, type Weights } from './term-weights.ts';

/** Related papers of one paper, at most. */
const MOST = 5;
/** Nearness below which papers are not related; two papers with exactly the same words would have 1. */
const LEAST = 0.17 * ONE * ONE;
/**
 * Two papers are compared only if they share a term that at most this many papers have. So the work grows no faster than
 * the list. Up to 19,000 papers this leaves out no word, since one that more of them have has no weight anyway.
 */
const MOST_BEARERS = 1000;

/**
 * For every paper the nearest others, the nearest first, ties in the order of the list; none if nothing is near. Nearness
 * is the sum of the products of weights. Papers that build on each other are left out.
 */
export function findNearest(weights: Weights): readonly (readonly number[])[] {
  const { starts, links, linkStarts } = weights;
  const bearers = countBearers(weights);
  const isRare = (term: number) => (bearers[term] as number) <= MOST_BEARERS;
  const rare = pickTerms(weights, isRare);
  const common = pickTerms(weights, (term) => !isRare(term));
  const postings = invertRows({ ...rare, numbers: rare.weights }, bearers.length);
  const greatest = findGreatest(common, bearers.length);
  const sums: Sums = { nearness: new Int32Array(starts.length - 1), met: new Uint32Array(starts.length - 1) };
  const own = new Uint8Array(bearers.length);
  return Array.from({ length: starts.length - 1 }, (_, paper) => {
    const count = sumRare(rare, postings, paper, sums);
    spread(common, paper, own);
    // What common terms add at most, so that most papers need no closer look.
    const most = sumProducts(common, paper, greatest);
    const linked = links.subarray(linkStarts[paper], linkStarts[paper + 1]);
    const best: Near[] = [];
    for (let at = 0; at < count; at += 1) {
      const other = sums.met[at] as number;
      const sum = sums.nearness[other] as number;
      sums.nearness[other] = 0;
      const least = best.length < MOST ? LEAST : (best[MOST - 1] as Near).nearness;
      if (sum + most < least || other === paper) continue;
      const nearness = sum + sumProducts(common, other, own);
      if (nearness >= least && !linked.includes(other)) insert(best, { paper: other, nearness });
    }
    spread(common, paper, own, 0);
    return best.map((near) => near.paper);
  });
}

interface Near {
  readonly paper: number;
  readonly nearness: number;
}

/** Keeps the nearest, in order. */
function insert(best: Near[], near: Near): void {
  const isBehind = (other: Near) =>
    other.nearness < near.nearness || (other.nearness === near.nearness && other.paper > near.paper);
  const at = best.findIndex(isBehind);
  best.splice(at === -1 ? best.length : at, 0, near);
  best.length = Math.min(best.length, MOST);
}

type Rows = Pick<Weights, 'starts' | 'terms' | 'weights'>;

/** The nearness of all papers to one, so far, and the papers for which it is not 0, in no order. */
interface Sums {
  readonly nearness: Int32Array;
  readonly met: Uint32Array;
}

type Postings = ReturnType<typeof invertRows<Uint8Array>>;

/** Adds what rare terms contribute, and returns how many papers have one of them. */
function sumRare({ starts, terms, weights }: Rows, postings: Postings, paper: number, { nearness, met }: Sums): number {
  let count = 0;
  for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at += 1) {
    const weight = weights[at] as number;
    const term = terms[at] as number;
    const end = postings.starts[term + 1] as number;
    for (let row = postings.starts[term] as number; row < end; row += 1) {
      const other = postings.documents[row] as number;
      const sum = nearness[other] as number;
      if (sum === 0) met[count++] = other;
      nearness[other] = sum + weight * (postings.numbers[row] as number);
    }
  }
  return count;
}

/** Writes the weights of a paper to the places of its terms, or this number. */
function spread({ starts, terms, weights }: Rows, paper: number, places: Uint8Array, number?: number): void {
  for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at += 1) {
    places[terms[at] as number] = number ?? (weights[at] as number);
  }
}

/** The sum of the products of a paper's weights and the numbers at the places of its terms. */
function sumProducts({ starts, terms, weights }: Rows, paper: number, places: Uint8Array): number {
  let sum = 0;
  for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at += 1) {
    sum += (places[terms[at] as number] as number) * (weights[at] as number);
  }
  return sum;
}

/** How many papers have each term. */
function countBearers({ terms }: Rows): Uint32Array {
  let termCount = 0;
  for (let at = 0; at < terms.length; at += 1) termCount = Math.max(termCount, (terms[at] as number) + 1);
  const bearers = new Uint32Array(termCount);
  for (let at = 0; at < terms.length; at += 1)
    bearers[terms[at] as number] = (bearers[terms[at] as number] as number) + 1;
  return bearers;
}

/** The rows without other terms. */
function pickTerms({ starts, terms, weights }: Rows, isPicked: (term: number) => boolean): Rows {
  const places = new Uint32Array(starts.length);
  const kept = new Uint32Array(terms.length);
  let count = 0;
  for (let paper = 0; paper + 1 < starts.length; paper += 1) {
    for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at += 1) {
      if (isPicked(terms[at] as number)) kept[count++] = at;
    }
    places[paper + 1] = count;
  }
  const rows = kept.subarray(0, count);
  return {
    starts: places,
    terms: rows.map((at) => terms[at] as number),
    weights: Uint8Array.from(rows, (at) => weights[at] as number),
  };
}

/** The greatest weight of each term in any paper. */
function findGreatest({ terms, weights }: Rows, termCount: number): Uint8Array {
  const greatest = new Uint8Array(termCount);
  for (const [at, term] of terms.entries()) {
    greatest[term] = Math.max(greatest[term] as number, weights[at] as number);
  }
  return greatest;
}
