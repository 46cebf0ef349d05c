/** The map of the list: who stands where, what is drawn between, and what leads to it. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_ON_MAP } from '../../../src/emit/pages/map.ts';
import type { Slug } from '../../../src/model/slug.ts';
import { emit, makePaper, makeSite, makeTopic, pageOf } from '../../support/site.ts';
import { validate } from '../../support/validate.ts';

const topics = [makeTopic('One', [makeTopic('Inside')]), makeTopic('Two'), makeTopic('Empty')];
const papers = [
  makePaper('old', { short: 'OldNet', year: 2019, topics: ['One'] }),
  makePaper('new', { short: 'NewNet', year: 2022, topics: ['Inside', 'Two'], buildsOn: ['old', 'undated'] as Slug[] }),
  makePaper('twin', { year: 2022, title: 'A $\\beta$-twin for \\$5', topics: ['Inside'], buildsOn: ['new' as Slug] }),
  makePaper('undated', { topics: ['Two'] }),
];
const circlesOf = (page: string) =>
  [...page.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map((match) => match.slice(1).map(Number));

describe('a small list', () => {
  const tree = emit(makeSite(papers, { topics }), { url: 'https://example.org/' });
  const page = pageOf(tree, 'map.html');

  test('each paper with a year is a point that leads to its page, in the lane of its home', () => {
    const points = [...page.matchAll(/<a href="(papers\/[^"]+)" class="s\d"><title>([^<]+)</g)].map((match) =>
      match.slice(1),
    );
    expect(points).toEqual([
      ['papers/old.html', 'OldNet'],
      ['papers/twin.html', 'A beta-twin for $5'],
      ['papers/new.html', 'NewNet'],
    ]);
    const lanes = [...page.matchAll(/<a href="([^"]+)"><text x="0" y="(\d+)">([^<]+)</g)].map((match) =>
      match.slice(1),
    );
    expect(lanes.map(([href, , name]) => [href, name])).toEqual([
      ['topics/one.html', 'One'],
      ['topics/one/inside.html', 'Inside'],
    ]);
    const [old, twin, newest] = circlesOf(page) as [number, number][];
    expect(old?.[1]).toBeLessThan(Number(lanes[1]?.[1]));
    expect(twin?.[1]).toBeGreaterThan(Number(lanes[1]?.[1]));
    expect(old?.[0]).toBeLessThan(newest?.[0] ?? 0);
  });

  test('a curve joins two points of which one builds on the other, and lights up with either', () => {
    expect(page.match(/<path id="c\d+"/g)).toHaveLength(2);
    const uses = [...page.matchAll(/<a href="papers\/(\w+)\.html" class="s\d">.*?<\/a>/g)].map(([all, slug]) => [
      slug,
      all.match(/#c\d/g) ?? [],
    ]);
    expect(uses).toEqual([
      ['old', ['#c1']],
      ['twin', ['#c0']],
      ['new', ['#c0', '#c1']],
    ]);
  });

  test('years that are left out show, and who has no year is counted', () => {
    expect([...page.matchAll(/<text x="\d+" y="19">([^<]+)</g)].map((match) => match[1])).toEqual(['2019', '… 2022']);
    expect(page).toContain('One paper without a year is not shown.');
  });

  test('the table says the same', () => {
    const cells = [...page.matchAll(/<tr><td.*?<\/tr>/g)].map(([row]) =>
      row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
    );
    expect(cells).toEqual([
      '|OldNet|2019|One|',
      '|NewNet|2022|Inside|OldNet, The title of undated|',
      '|A beta-twin for $5|2022|Inside|NewNet|',
    ]);
  });

  test('every page leads to it, and it is valid', async () => {
    expect(pageOf(tree, 'papers/old.html')).toContain('<a href="../map.html">Map</a>');
    expect(pageOf(tree, 'sitemap.xml')).toContain('https://example.org/map.html');
    expect(await validate([['map.html', page]])).toEqual([]);
  });
});

test('fewer than three papers with a year make no map, and nothing leads to one', () => {
  const tree = emit(makeSite([...papers.slice(0, 2), ...papers.slice(3)], { topics }));
  for (const [path, html] of tree) expect(html, path).not.toContain('map.html');
});

test('points never touch, stay on the paper, and do not depend on chance', () => {
  const one = fc.record({ year: fc.integer({ min: 1990, max: 2025 }), topic: fc.constantFrom('One', 'Inside', 'Two') });
  fc.assert(
    fc.property(fc.array(one, { minLength: 3, maxLength: 260 }), (records) => {
      const drawn = records.map(({ year, topic }, index) => makePaper(`p${index}`, { year, topics: [topic] }));
      const page = pageOf(emit(makeSite(drawn, { topics })), 'map.html');
      const circles = circlesOf(page) as [number, number][];
      expect(circles).toHaveLength(drawn.length);
      const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(page) ?? []).map(Number);
      for (const [index, [x, y]] of circles.entries()) {
        expect(x > 4 && x < width - 4 && y > 4 && y < height - 4).toBe(true);
        for (const [left, top] of circles.slice(index + 1)) expect(Math.hypot(left - x, top - y)).toBeGreaterThan(8);
      }
      expect(pageOf(emit(makeSite(drawn, { topics })), 'map.html')).toBe(page);
    }),
    { numRuns: 15 },
  );
});

test('a name too long for its place is cut, one without a place is left out', () => {
  const row = (count: number, years: number) =>
    Array.from({ length: count }, (_, index) =>
      makePaper(`p${index}`, {
        title: 'A title that is much too long to stand beside a point',
        year: 2000 + (index % years),
      }),
    );
  const mapOf = (count: number, years: number) => pageOf(emit(makeSite(row(count, years))), 'map.html');
  const namesOf = (count: number, years: number) => {
    const [, names = ''] = mapOf(count, years).split('<g class="names"');
    return [...names.matchAll(/<text x="[\d.]+" y="[\d.]+">(A .*?)</g)].map((match) => match[1] as string);
  };
  expect(namesOf(12, 6).length).toBe(12);
  for (const name of namesOf(12, 6)) expect(name).toMatch(/^A title .*…$/);
  expect(namesOf(30, 30).length).toBeLessThan(5);
  expect(namesOf(201, 4)).toEqual([]);
  // There the whole name is in the point, for the one that is pointed at.
  expect(
    mapOf(201, 4).match(/<circle [^>]*\/><text [^>]*>A title that is much too long to .*? a point<\/text><\/a>/g),
  ).toHaveLength(201);
});

describe('of two thousand papers', () => {
  const many = Array.from({ length: 2000 }, (_, index) =>
    makePaper(`paper-${index}`, {
      short: `Model${(index * 7919) % 2000}`,
      year: 2008 + (index % 16),
      topics: [index === 1984 ? 'One' : index % 3 === 0 ? 'Two' : 'Inside'],
      // The last thousand have no relations.
      buildsOn: index < 10 || index >= 1000 ? [] : ([`paper-${(index * 31) % index}`] as Slug[]),
    }),
  );
  const page = pageOf(emit(makeSite(many, { topics })), 'map.html');
  const shown = new Set(
    [...page.matchAll(/<a href="papers\/paper-(\d+)\.html" class=/g)].map((match) => Number(match[1])),
  );

  test('as many are shown as the map holds: those with relations, then the newest', () => {
    expect(shown.size).toBe(MOST_ON_MAP);
    expect(page.match(/<tr><td/g)).toHaveLength(MOST_ON_MAP);
    for (let index = 10; index < 1000; index += 1) expect(shown.has(index), `${index}`).toBe(true);
    const rest = [...shown].filter((index) => index >= 1000 && index !== 1984).map((index) => index % 16);
    expect(Math.min(...rest)).toBeGreaterThanOrEqual(7);
    expect(rest.filter((year) => year === 15)).toHaveLength(63);
    // The only one of its topic, which has no lane without it.
    expect(shown.has(1984)).toBe(true);
  });

  test('the page says what is left out, and where it is', () => {
    expect(page).toContain('Of 2000 papers, the map shows the 1500 with the most relations to others');
    const lanes = [...page.matchAll(/<a href="([^"]+)"><text x="0" y="\d+">(.*?)<\/text>/g)].map((match) =>
      match.slice(1),
    );
    expect(lanes.map(([href, name]) => [href, name?.replace(/<[^>]+>/g, '').replace(/\d+ of/, 'n of')])).toEqual([
      ['topics/one.html', 'One n of 1'],
      ['topics/one/inside.html', 'Inside n of 1332'],
      ['topics/two.html', 'Two n of 667'],
    ]);
    const counts = lanes.map(([, name]) => Number(/(\d+) of/.exec(name ?? '')?.[1]));
    expect(counts.reduce((sum, one) => sum + one)).toBe(MOST_ON_MAP);
  });

  test('the page stays light', () => {
    expect(gzipSync(page, { level: 9 }).length).toBeLessThan(120_000);
    expect(page).not.toContain('<rect');
  });
});

test('a map that holds all papers says nothing of what is left out', () => {
  const few = Array.from({ length: MOST_ON_MAP }, (_, index) => makePaper(`p${index}`, { year: 2000 + (index % 9) }));
  const page = pageOf(emit(makeSite(few)), 'map.html');
  expect(circlesOf(page)).toHaveLength(MOST_ON_MAP);
  expect(page).not.toMatch(/most relations|class="part"/);
});
