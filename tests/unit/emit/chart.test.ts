/** The chart of the home page: what it counts, when it is there, and that nothing shines through. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Topic } from '../../../src/model/list.ts';
import { emit, makePaper, makeSite, makeTopic, pageOf } from '../../support/site.ts';

/** Papers given as year and topics. */
const toPapers = (rows: readonly (readonly [year: number | undefined, ...topics: string[]])[]) =>
  rows.map(([year, ...topics], index) => makePaper(`p${index}`, { ...(year === undefined ? {} : { year }), topics }));
const chartOf = (page: string) => /<figure class="chart">[\s\S]*?<\/figure>/.exec(page)?.[0] ?? '';
const rowsOf = (chart: string) =>
  [...chart.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    (row as string)
      .replace(/<[^>]+>/g, ' ')
      .trim()
      .replace(/\s+/g, ' '),
  );

const topics = [makeTopic('One', [makeTopic('Inside')]), makeTopic('Shelf + Two'), makeTopic('Empty')];
const papers = toPapers([
  [2020, 'One'],
  [2020, 'Inside', 'Shelf + Two'],
  [2020, 'Shelf + Two', 'One'],
  [2022, 'Inside'],
  [2022, 'Inside'],
  [2022, 'Inside'],
  [2022, 'Inside'],
  [2022, 'Shelf + Two'],
  [undefined, 'One'],
]);
const tree = emit(makeSite(papers, { topics }));

describe('a small list', () => {
  const chart = chartOf(pageOf(tree, 'index.html'));

  test('a paper counts once, in the outermost topic around its home; years without a paper have their place', () => {
    expect(rowsOf(chart)).toEqual(['Topic 2020 2021 2022 All', 'One 2 0 4 6', 'Two 1 0 1 2', 'All 3 0 5 8']);
    expect(chart).toContain(
      '<desc id="chart-description">8 papers from 2020 to 2022; the most in one year, 5, in 2022.</desc>',
    );
  });

  test('marks and legend lead to the topic, in the view of the page', () => {
    expect(chart).toContain('<a href="topics/one.html" class="s1" tabindex="-1">');
    expect(chart).toContain('<a href="topics/one.html" class="s1"><bdi>One</bdi></a>');
    expect(chart).toContain('<title>2022, One: 4</title>');
    expect(chartOf(pageOf(tree, 'notes.html'))).toContain('href="topics/one.notes.html"');
  });

  test('stands on the home page alone, and leads to the map', () => {
    expect(chart).toContain('<a class="to-map" href="map.html">');
    expect(chartOf(pageOf(tree, 'topics/one.html'))).toBe('');
  });
});

test.each([
  ['fewer than eight papers', papers.slice(1, 8)],
  ['one year', toPapers(Array.from({ length: 20 }, () => [2020, 'One']))],
  ['no year', toPapers(Array.from({ length: 20 }, () => [undefined, 'One']))],
])('%s make no chart', (_, few) => {
  expect(chartOf(pageOf(emit(makeSite(few, { topics })), 'index.html'))).toBe('');
});

test('of many topics the smallest are one, the last', () => {
  const many = Array.from({ length: 12 }, (_, index) => makeTopic(`T${index}`));
  const rows = many.flatMap(({ name }, index) =>
    Array.from({ length: index < 3 ? 1 : 4 }, (_, at) => [2020 + at, name] as const),
  );
  const chart = chartOf(pageOf(emit(makeSite(toPapers(rows), { topics: many })), 'index.html'));
  const names = rowsOf(chart).map((row) => row.split(' ')[0]);
  expect(names).toEqual(['Topic', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'Other', 'All']);
  expect(chart).toContain('class="s0"');
});

test('only the second page of a long list lacks it', () => {
  const long = emit(makeSite(toPapers(Array.from({ length: 501 }, (_, index) => [2000 + (index % 2), 'One']))));
  expect(chartOf(pageOf(long, 'index.html'))).not.toBe('');
  expect(chartOf(pageOf(long, 'index.2.html'))).toBe('');
});

test('segments fill each column without a gap or an overlap, and the table has the same numbers', () => {
  const names = ['A', 'B', 'C'];
  const list: readonly Topic[] = names.map((name) => makeTopic(name));
  const rows = fc.array(fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.constantFrom(...names)), {
    minLength: 8,
    maxLength: 60,
  });
  fc.assert(
    fc.property(rows, (drawn) => {
      fc.pre(new Set(drawn.map(([year]) => year)).size > 1);
      const chart = chartOf(pageOf(emit(makeSite(toPapers(drawn), { topics: list })), 'index.html'));
      const rects = [...chart.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)">/g)].map((match) =>
        match.slice(1).map(Number),
      ) as [number, number, number, number][];
      for (const column of groupByX(rects)) {
        const sorted = column.toSorted(([, left], [, right]) => left - right);
        const ends = sorted.map(([, y, , height]) => y + height);
        expect(sorted.slice(1).map(([, y]) => y)).toEqual(ends.slice(0, -1));
        expect(ends.at(-1)).toBe(112);
      }
      expect(rowsOf(chart).at(-1)?.split(' ').at(-1)).toBe(String(drawn.length));
    }),
    { numRuns: 30 },
  );
});

function groupByX<Rect extends readonly number[]>(rects: readonly Rect[]): Rect[][] {
  const places = [...new Set(rects.map(([x]) => x))];
  return places.map((place) => rects.filter(([x]) => x === place));
}

test('is light: nine topics over four years in two and a half kilobytes, the table included', () => {
  const nine = Array.from({ length: 9 }, (_, index) => makeTopic(`A topic of some length, ${index}`));
  const rows = nine.flatMap(({ name }, index) =>
    Array.from({ length: 8 }, (_, at) => [2021 + ((at * index) % 4), name] as const),
  );
  const page = pageOf(emit(makeSite(toPapers(rows), { topics: nine })), 'index.html');
  expect(
    gzipSync(page, { level: 9 }).length - gzipSync(page.replace(chartOf(page), ''), { level: 9 }).length,
  ).toBeLessThan(2560);
});
