/** Links to GitHub's forms: where they lead, what they fill in, and that nothing in a list breaks out of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { List } from '../../../src/model/list.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';
import { linksOf } from '../../support/inspect.ts';
import { emit, makePaper, makeSite, makeTopic, pageOf } from '../../support/site.ts';

const URL_OF_SITE = 'https://example.org/clip/';
const topics = [makeTopic('One', [makeTopic('Inside')]), makeTopic('CLIP + "GAN": #1')];
const papers = [
  makePaper('first', { short: 'First', topics: ['CLIP + "GAN": #1'], path: 'papers/sub folder/first.md' }),
  makePaper('second', { topics: ['Inside', 'One'] }),
];
const list: Partial<List> = { topics, repository: 'owner/name', branch: 'release/2.x' };
const tree = emit(makeSite(papers, list), { url: URL_OF_SITE });

/** Where the links with this text lead, each once. */
const find = (site: typeof tree, path: string, label: string): readonly URL[] => {
  const links = linksOf(pageOf(site, path)).filter(({ text }) => text === label);
  return [...new Set(links.map(({ href }) => href))].map((href) => new URL(href));
};
const findOne = (site: typeof tree, path: string, label: string): URL => {
  const [url, ...others] = find(site, path, label);
  expect(others).toEqual([]);
  if (url === undefined) throw new Error(`${path} has no link “${label}”.`);
  return url;
};
const suggested = (path: string, site = tree) => findOne(site, path, 'Suggest a paper').searchParams.get('value') ?? '';
const problemsOf = (text: string) =>
  prepare({ path: 'papers/new-paper.md', text, digest: '' }).problems.map(({ rule }) => rule);

/** Halves of surrogate pairs are replaced. */
const toWellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

const ALL = '# One or more of "One", "Inside", "CLIP + \\"GAN\\": #1"\ntopics: []';

test('the page of a paper leads to the form for its file, on the branch of the list', () => {
  const { href } = findOne(tree, 'papers/first.html', 'Edit this paper');
  expect(href).toBe('https://github.com/owner/name/edit/release/2.x/papers/sub%20folder/first.md');
});

test.each([
  ['index.html', ALL],
  ['404.html', ALL],
  ['topics/one.html', 'topics: ["One"]'],
  ['topics/one.notes.html', 'topics: ["One"]'],
  ['topics/one/inside.html', 'topics: ["Inside"]'],
  ['papers/first.html', 'topics: ["CLIP + \\"GAN\\": #1"]'],
  ['papers/second.html', 'topics: ["Inside"]'],
])('a paper suggested from %s is one of %s', (path, expected) => {
  const url = findOne(tree, path, 'Suggest a paper');
  expect(url.origin + url.pathname).toBe('https://github.com/owner/name/new/release/2.x');
  expect(url.searchParams.get('filename')).toBe('papers/new-paper.md');
  expect(suggested(path)).toContain(`\n${expected}\n`);
});

test('the only topic of a list is that of every paper suggested', () => {
  const site = emit(makeSite([makePaper('one', {})], { repository: 'owner/name' }));
  expect(suggested('index.html', site)).toContain('\ntopics: ["One"]\n');
});

test('too many topics to name are left to papers/index.md', () => {
  const many = Array.from({ length: 200 }, (_, index) => makeTopic(`Topic ${index}`));
  const site = emit(makeSite([], { repository: 'owner/name', topics: many }));
  expect(suggested('index.html', site)).toContain('\n# As papers/index.md spells them\ntopics: []\n');
});

describe('the file of a suggested paper', () => {
  const text = suggested('topics/one.html');

  test('asks for what a paper is cited by, and for notes', () => {
    const fields = [...text.matchAll(/^(\w+):/gm)].map(([, name]) => name);
    const wanted = ['title', 'authors', 'venue', 'year', 'arxiv', 'doi', 'url', 'code', 'topics'];
    expect(fields).toEqual(expect.arrayContaining(wanted));
    expect(text).toMatch(/\n## Summary\n[\s\S]*\n## Details\n/);
  });

  test('is a paper as soon as it has a title, and not before', () => {
    expect(problemsOf(text)).toEqual(['title-missing']);
    expect(problemsOf(text.replace('title:', 'title: "A: B"'))).toEqual([]);
  });

  test('asks for the fields that the list declares, too', () => {
    const fields = [
      { name: 'env', label: 'Environment', type: 'terms' as const, isFacet: true, isInTable: true },
      { name: 'size', label: 'Size', type: 'number' as const, isFacet: false, isInTable: true },
    ];
    const site = emit(makeSite([], { repository: 'owner/name', fields }));
    expect(suggested('index.html', site)).toContain('\ntopics: ["One"]\nenv: []\nsize:\n---\n');
  });

  test('says which topics there are without one being chosen', () => {
    expect(problemsOf(suggested('index.html').replace('title:', 'title: X'))).toEqual(['topics-missing']);
  });
});

test.each([
  ['papers/first.html', 'First · Shelf', 'papers/first.html', 'papers/sub%20folder/first.md'],
  ['index.html', 'Shelf', 'index.html', undefined],
  ['topics/one.html', 'One · Shelf', 'topics/one.html', undefined],
  ['404.html', 'Page not found · Shelf', undefined, undefined],
])('a report from %s names the page, its address and its file', (path, title, page, file) => {
  const url = findOne(tree, path, 'Report a problem');
  expect(url.origin + url.pathname).toBe('https://github.com/owner/name/issues/new');
  expect(url.searchParams.get('title')).toBe(`Problem: ${title}`);
  const lines = (url.searchParams.get('body') ?? '').split('\n').filter((line) => line !== '');
  expect(lines).toEqual([
    'What is wrong or missing?',
    page === undefined ? 'Page: (the address you opened)' : `Page: ${URL_OF_SITE}${page}`,
    ...(file === undefined ? [] : [`File: https://github.com/owner/name/blob/release/2.x/${file}`]),
  ]);
});

test('a list without a repository has none of these links, on no page', () => {
  const site = emit(makeSite(papers, { topics }));
  const pages = [...site].filter(([path]) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(8);
  for (const [path, html] of pages) {
    expect(
      linksOf(html).filter(({ href }) => href.includes('github.com')),
      path,
    ).toEqual([]);
    expect(html, path).not.toMatch(/Edit this paper|Suggest a paper|Report a problem/);
  }
});

describe('whatever titles, topics, branches and folders hold', () => {
  const HOSTILE = [
    '"><script>alert(1)</script>',
    '\'"&body=x&title=y#fragment?a=b',
    'javascript:alert(1)',
    '%0A%0D%00',
    '\ud800 half',
    '大规模 مرحبا 🙂',
    '@octocat #1 `code` ]( )',
    'x'.repeat(9000),
    '🙂'.repeat(3000),
  ];
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }));

  test('stays in its place in a link that is short enough', () => {
    fc.assert(
      fc.property(text, text, text, (title, topic, folder) => {
        const path = `papers/${folder.replaceAll('/', '')}/x.md`;
        const paper = makePaper('x', { title, path, topics: [topic] });
        const other = makeTopic('other');
        const place = {
          topics: [{ ...makeTopic('t'), name: topic }, other],
          repository: 'owner/name',
          branch: 'a#b/c',
        };
        const site = emit(makeSite([paper], place), { url: URL_OF_SITE });
        const edit = findOne(site, 'papers/x.html', 'Edit this paper');
        expect(decodeURIComponent(edit.pathname)).toBe(`/owner/name/edit/a#b/c/${toWellFormed(path)}`);
        const suggest = findOne(site, 'papers/x.html', 'Suggest a paper');
        const report = findOne(site, 'papers/x.html', 'Report a problem');
        for (const { href, origin, hash, username } of [edit, suggest, report]) {
          expect([origin, hash, username]).toEqual(['https://github.com', '', '']);
          if (path.length < 2000) expect(href.length).toBeLessThanOrEqual(8000);
        }
        expect([...suggest.searchParams.keys()]).toEqual(
          suggest.searchParams.has('value') ? ['filename', 'value'] : ['filename'],
        );
        const body = report.searchParams.get('body');
        const asked = body === null ? [] : body.split('\n').map((line) => line.split(' ')[0]);
        expect(asked).toEqual(body === null ? [] : ['What', '', '', '', 'Page:', 'File:']);
        // Nobody is called by a name in a path.
        expect(body ?? '').not.toMatch(/@|#|`/);
        const value = suggest.searchParams.get('value');
        if (value === null) expect(encodeURIComponent(toWellFormed(topic)).length).toBeGreaterThan(6000);
        else expect(value).toContain(`\ntopics: [${toWellFormed(JSON.stringify(topic))}]\n---\n`);
      }),
      { numRuns: 60 },
    );
  });
});
