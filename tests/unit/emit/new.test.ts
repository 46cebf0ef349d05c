/** Recently added: `new.html`, by month. */
import { expect, test } from 'vitest';
import { toOutline } from '../../support/inspect.ts';
import { emit, makePaper, makeSite, pageOf } from '../../support/site.ts';

const added = (slug: string, day: string) => makePaper(slug, { title: slug, added: day });
const headingsOf = (page: string) =>
  toOutline(page)
    .split('\n')
    .filter((line) => line.startsWith('#'));

test('newest month first, the newest day first, the order of the list within a day', () => {
  const papers = [
    added('a', '2026-01-31'),
    added('b', '2026-11-02'),
    added('c', '2026-11-23'),
    added('d', '2026-11-02'),
  ];
  const page = pageOf(emit(makeSite([...papers, makePaper('undated', {})])), 'new.html');
  expect(headingsOf(page)).toEqual([
    '# Recently added',
    '## November 2026 3',
    '### c',
    '### b',
    '### d',
    '## January 2026 1',
    '### a',
  ]);
  expect(page).not.toContain('<p class="rest');
  expect(page).toContain('<title>Recently added · Shelf</title>');
});

test('without a day of joining there is no page and no way to it', () => {
  const tree = emit(makeSite([makePaper('undated', {})]));
  expect(tree.has('new.html')).toBe(false);
  for (const [path, html] of tree) expect(html, path).not.toContain('new.html');
});

test('every page leads to it, and it says that it is the current one', () => {
  const tree = emit(makeSite([added('a', '2026-01-31')]), { url: 'https://example.org/clip/' });
  expect(pageOf(tree, 'index.html')).toContain('<a href="new.html">Recently added</a>');
  expect(pageOf(tree, 'papers/a.html')).toContain('<a href="../new.html">Recently added</a>');
  expect(pageOf(tree, '404.html')).toContain('<a href="/clip/new.html">Recently added</a>');
  expect(pageOf(tree, 'new.html')).toContain('<a href="new.html" aria-current="page">Recently added</a>');
  expect(pageOf(tree, 'sitemap.xml')).toContain('https://example.org/clip/new.html');
});

test('the page ends after two hundred entries and says so', () => {
  const papers = Array.from({ length: 230 }, (_, index) => added(`p${index}`, `2026-${index < 150 ? '02' : '01'}-01`));
  const page = pageOf(emit(makeSite(papers)), 'new.html');
  expect(page.match(/<article class="entry"/g)).toHaveLength(200);
  expect(headingsOf(page)).toContain('## January 2026 80');
  expect(page).toContain('These are the 200 most recent. <a href="index.html">All 230 papers</a> are in the list.');
});
