/** Nearest papers of long lists: the same as by comparing all pairs that share a term which few papers have. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearest } from '../../../src/content/collect/nearest.ts';
import type { Weights } from '../../../src/content/collect/term-weights.ts';

type Row = ReadonlyMap<number, number>;

function toWeights(rows: readonly Row[], links: readonly (readonly number[])[]): Weights {
  const toStarts = (sizes: readonly number[]) => {
    const starts = new Uint32Array(sizes.length + 1);
    for (const [row, size] of sizes.entries()) starts[row + 1] = (starts[row] as number) + size;
    return starts;
  };
  return {
    starts: toStarts(rows.map(({ size }) => size)),
    terms: Uint32Array.from(rows.flatMap((row) => [...row.keys()])),
    weights: Uint8Array.from(rows.flatMap((row) => [...row.values()])),
    linkStarts: toStarts(links.map(({ length }) => length)),
    links: Uint32Array.from(links.flat()),
  };
}

/** What `findNearest` promises, pair by pair. */
function compareAll(rows: readonly Row[], links: readonly (readonly number[])[], bearers: readonly number[]) {
  return rows.map((row, paper) =>
    rows
      .map((other, number) => {
        const shared = [...row.keys()].filter((term) => other.has(term));
        const isCompared = shared.some((term) => (bearers[term] as number) <= 1000);
        const nearness = shared.reduce((sum, term) => sum + (row.get(term) ?? 0) * (other.get(term) ?? 0), 0);
        return { number, nearness: isCompared ? nearness : 0 };
      })
      .filter(({ number, nearness }) => nearness >= 0.17 * 256 && number !== paper && !links[paper]?.includes(number))
      .toSorted((left, right) => right.nearness - left.nearness || left.number - right.number)
      .slice(0, 5)
      .map(({ number }) => number),
  );
}

/** How many papers a list has at least in which terms are common to more than 1,000. */
const LONG = 1080;

test.each([
  ['short lists, in which every term counts', 1, 40],
  ['long lists, in which some terms are in nearly all papers', LONG, LONG + 10],
])('in %s', (_, minLength, maxLength) => {
  const seed = fc.record({ shift: fc.nat(1000), rare: fc.integer({ min: 2, max: 60 }), link: fc.nat(40) });
  fc.assert(
    fc.property(seed, fc.integer({ min: minLength, max: maxLength }), ({ shift, rare, link }, papers) => {
      // A cheap hash: what matters is that weights and terms differ from paper to paper, not that they are random.
      const draw = (one: number, other: number, below: number) =>
        (Math.imul(one * 31 + other + shift, 0x9e3779b1) >>> 8) % below;
      const rows = Array.from({ length: papers }, (_unused, paper): Row => {
        const common = [0, 1, 2].filter((term) => draw(paper, term, 50) > 0);
        const own = [0, 1, 2, 3].map((place) => 3 + draw(paper, 10 + place, rare * 8));
        return new Map([...common, ...own].map((term) => [term, 1 + draw(paper, 100 + term, 9)]));
      });
      const pairs = Array.from({ length: link }, (_unused, at) => [draw(at, 1, papers), draw(at, 2, papers)] as const);
      const links = rows.map((_unused, paper) => [
        ...new Set(pairs.flatMap(([one, other]) => (one === paper ? [other] : other === paper ? [one] : []))),
      ]);
      const bearers: number[] = [];
      for (const row of rows) for (const term of row.keys()) bearers[term] = (bearers[term] ?? 0) + 1;
      expect(findNearest(toWeights(rows, links))).toEqual(compareAll(rows, links, bearers));
    }),
    { numRuns: minLength === LONG ? 2 : 200 },
  );
});

test('a term that more than 1,000 papers have brings none of them together by itself', () => {
  const toRows = (papers: number) => Array.from({ length: papers }, (): Row => new Map([[0, 16]]));
  const none = (papers: number) => Array.from({ length: papers }, () => []);
  expect(findNearest(toWeights(toRows(1000), none(1000)))[0]).toEqual([1, 2, 3, 4, 5]);
  expect(findNearest(toWeights(toRows(1001), none(1001)))[0]).toEqual([]);
});
