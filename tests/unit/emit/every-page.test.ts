/** What holds for every page of a site that is as strange as papers get. */
import { describe, expect, test } from 'vitest';
import type { Html } from '../../../src/model/html.ts';
import type { Slug } from '../../../src/model/slug.ts';
import { findFaults } from '../../support/inspect.ts';
import { emit, FORMULA, makeNotes, makePaper, makeSite, makeTopic, pageOf } from '../../support/site.ts';
import { toSample, validate } from '../../support/validate.ts';

const papers = [
  makePaper(
    'everything',
    {
      short: 'Everything',
      title: 'Everything: All & <more>',
      authors: ['Ann One', 'Bo Two'],
      institutions: ['TAU', 'A & B "quoted"'],
      venue: 'CVPR',
      year: 2023,
      date: '2023-05-01',
      topics: ['One', 'Three', 'Deeper'],
      arxiv: '2103.17249',
      doi: '10.1000/a<b>#c?d',
      links: [
        { name: 'code', url: 'https://example.org/?a=1&b=2' },
        { name: 'Poster session', url: 'https://example.org/poster' },
      ],
      tags: ['tag one', 'tag, two'],
      award: 'Oral',
      abstract: 'Said.',
      added: '2023-06-01',
      aliases: ['old-everything' as Slug],
      language: 'de',
      buildsOn: ['math' as Slug],
    },
    { sections: [makeNotes('everything'), makeNotes('everything', '<p>Deep.</p>', 1)] },
  ),
  makePaper('many', { authors: Array.from({ length: 200 }, (_, index) => `Author ${index}`), year: 2022 }),
  makePaper('long', { title: 'Antidisestablishmentarianism'.repeat(11), year: 2022, topics: ['Three'] }),
  makePaper('chinese', { short: '悟道', title: '大规模中文图文预训练模型', authors: ['张三'], language: 'zh' }),
  makePaper('arabic', { title: 'نموذج لغوي', authors: ['أحمد علي', 'John Smith'], topics: ['Deeper'] }),
  makePaper('math', { short: 'MathNet', title: '$\\beta$-VAE', year: 2017 }, { title: `${FORMULA}-VAE` as Html }),
  makePaper(
    'formula',
    { year: 2016, topics: ['Three'] },
    {
      sections: [makeNotes('formula', `<p>${FORMULA}</p>`)],
      hasMath: true,
    },
  ),
  makePaper('bare', {}),
  makePaper('templated', { title: '<%= it.constructor %> `$`{1} {{x}}' }),
];
const list = {
  title: 'Strange & <wonderful>',
  repository: 'owner/name',
  topics: [
    makeTopic('One'),
    makeTopic('Two', [makeTopic('Three', [makeTopic('Deep', [makeTopic('Deeper')])]), makeTopic('Name')]),
    makeTopic('Two name'),
  ],
};
const tree = emit(makeSite(papers, list), { url: 'https://example.org/clip/' });
const pages = [...tree].filter(([path]) => path.endsWith('.html'));

describe('every page', () => {
  test('is valid', async () => expect(await validate(toSample(pages))).toEqual([]));

  test('links only to what is there, and holds every id once', () => {
    expect(findFaults(tree)).toEqual([]);
  });

  test('prints nothing that is not there', () => {
    for (const [path, html] of pages) expect(html, path).not.toMatch(/undefined|\[object|NaN|function|native code/);
  });

  test('states its policy before anything is loaded', () => {
    for (const [path, html] of pages) {
      expect(html, path).toMatch(/<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"/);
      expect(html, path).not.toMatch(/\son\w+="|javascript:/);
      for (const [script] of html.matchAll(/<script[\s\S]*?<\/script>/g)) {
        // Data is not run.
        const data = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(script)?.[1];
        if (data !== undefined) expect(JSON.parse(data), path).toHaveProperty('@context', 'https://schema.org');
        else
          expect(script, path).toMatch(
            /^<script src="(?:(?:\.\.\/)*|\/clip\/)assets\/(?:page|load-add-form)\.0123456789\.js"[^>]*><\/script>$/,
          );
      }
    }
  });

  test('has a title that fits, and one h1', () => {
    for (const [path, html] of pages) {
      const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
      expect(title, path).not.toBe('');
      if (!path.includes('old-')) expect(html.match(/<h1/g), path).toHaveLength(1);
    }
  });
});

test('the style of KaTeX stands on the pages that show a formula, and on no other', () => {
  const styled = pages.filter(([, html]) => /<link [^>]*katex\.0123456789\.css/.test(html)).map(([path]) => path);
  const shown = pages.filter(([, html]) => html.includes('class="katex"')).map(([path]) => path);
  expect(styled).toEqual(shown);
  expect(styled).toContain('papers/math.html');
  expect(styled).toContain('topics/two/three.notes.html');
  expect(styled).not.toContain('topics/two/three.html');
  // The notes of the topics inside another load when they are asked for, and bring the style along.
  expect(styled).not.toContain('topics/two.notes.html');
});

test('KaTeX is there even where no page has a formula, since any may be typed on the add page', () => {
  const bare = emit(makeSite([makePaper('bare', {})]));
  expect(bare.has('assets/KaTeX_Main-Regular.0123456789.woff2')).toBe(true);
  expect(pageOf(bare, 'add.html')).toContain('data-math-style="assets/katex.0123456789.css"');
});

test('an old name leads to the new one', () => {
  const page = pageOf(tree, 'papers/old-everything.html');
  expect(page).toContain('content="0; url=everything.html"');
  expect(page).toContain('<link rel="canonical" href="https://example.org/clip/papers/everything.html">');
  expect(page).toContain('noindex');
});

test('the sitemap lists every page but redirects and the one that is not found, once', () => {
  const sitemap = pageOf(tree, 'sitemap.xml');
  const places = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1]);
  const wanted = pages
    .map(([path]) => `https://example.org/clip/${path === 'index.html' ? '' : path}`)
    .filter((url) => !/old-everything|404/.test(url));
  expect(places.toSorted()).toEqual(wanted.toSorted());
  expect(sitemap).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset xmlns="[^"]+">\n/);
  expect(pageOf(tree, 'robots.txt')).toContain('Sitemap: https://example.org/clip/sitemap.xml');
});

test('without an address there is neither sitemap nor canonical link', () => {
  const unplaced = emit(makeSite(papers, list));
  expect(unplaced.has('sitemap.xml')).toBe(false);
  for (const [path, html] of unplaced) expect(html, path).not.toContain('rel="canonical"');
});

test('the page that is not found links from the root of the host', () => {
  const links = [...pageOf(tree, '404.html').matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1] as string);
  expect(links.filter((link) => !/^(?:\/clip\/|https:\/\/github\.com\/|#)/.test(link))).toEqual([]);
});

test('the rail says where the reader is', () => {
  expect(pageOf(tree, 'index.html')).toMatch(/aria-current="page"><span>All papers/);
  expect(pageOf(tree, 'topics/two.html')).toMatch(/href="two\.html" aria-current="page"/);
  expect(pageOf(tree, 'papers/math.html')).toMatch(/href="\.\.\/topics\/one\.html" aria-current="true"/);
});

test.each([
  ['short', 'short · Shelf'],
  ['a '.repeat(60), `${'a '.repeat(34).trimEnd()}…`],
  ['&'.repeat(60), `${'&amp;'.repeat(13)}…`],
  ['😀'.repeat(100), `${'😀'.repeat(34)}…`],
  ['word '.repeat(200_000), `${'word '.repeat(13).trimEnd()}…`],
])('a title too long is cut at a word and never within a character', (title, wanted) => {
  const page = pageOf(emit(makeSite([makePaper('one', { title })])), 'papers/one.html');
  expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe(wanted);
});

test('a list written from right to left says so', () => {
  expect(pageOf(emit(makeSite(papers, { ...list, language: 'ar' })), 'index.html')).toContain(
    '<html lang="ar" dir="rtl">',
  );
  expect(pageOf(tree, 'index.html')).toContain('<html lang="en">');
});
