/** Sitemap: one file if the protocol allows it, else an index of several. */
import { expect, test } from 'vitest';
import { planSitemap } from '../../../src/emit/files/sitemap.ts';
import { print } from '../../../src/emit/kinds.ts';
import type { Press } from '../../../src/emit/press.ts';
import { toUrlPath } from '../../../src/model/url-path.ts';

const pages = ['papers/b.html', 'index.html', 'papers/a.html', 'papers/c.html', 'papers/d.html'].map(toUrlPath);
const press = { data: { url: 'https://example.org/list/' } } as Press;
const printAll = (most?: number) =>
  new Map(planSitemap(pages, most).map((output) => [output.path as string, print(output, press)]));
const locationsOf = (text = '') => [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]);

test.each([5, 6, undefined])('five pages of which %s fit are one file', (most) => {
  const files = printAll(most);
  expect([...files.keys()]).toEqual(['sitemap.xml']);
  expect(files.get('sitemap.xml')).toMatch(
    /<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">\n<url>/,
  );
});

test('more than fit are divided by path, each page in one file, and the index names the files', () => {
  const files = printAll(2);
  const names = ['sitemap.1.xml', 'sitemap.2.xml', 'sitemap.3.xml'];
  expect([...files.keys()]).toEqual(['sitemap.xml', ...names]);
  expect(files.get('sitemap.xml')).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${names
      .map((name) => `<sitemap><loc>https://example.org/list/${name}</loc></sitemap>\n`)
      .join('')}</sitemapindex>\n`,
  );
  expect(names.map((name) => locationsOf(files.get(name)))).toEqual([
    ['https://example.org/list/', 'https://example.org/list/papers/a.html'],
    ['https://example.org/list/papers/b.html', 'https://example.org/list/papers/c.html'],
    ['https://example.org/list/papers/d.html'],
  ]);
});
