/** Author pages: in a long list an author with a single paper has none, and every way there leads to something else. */
import { describe, expect, test } from 'vitest';
import { toMovedAddress } from '../../../src/browser/moved-address.ts';
import { MOST_WITH_ALL_AUTHORS } from '../../../src/emit/parts/author-pages.ts';
import { findFaults } from '../../support/inspect.ts';
import { emit, makePaper, makeSite, pageOf, type Tree } from '../../support/site.ts';

/** Every paper is by Ann Many, one of them also by Al Alone and Bo Both, another by Bo Both and Cy Both. */
function makeList(count: number): Tree {
  const papers = Array.from({ length: count }, (_, index) => {
    const others = index === 0 ? ['Al Alone', 'Bo Both'] : index === 1 ? ['Bo Both', 'Ed Éminent'] : [];
    return makePaper(`p${index}`, { authors: ['Ann Many', ...others], institutions: ['TAU'] });
  });
  return emit(makeSite(papers), { url: 'https://example.org/list/', basePath: '/list/' });
}

describe('one paper above the limit', () => {
  const tree = makeList(MOST_WITH_ALL_AUTHORS + 1);
  const authorsOf = (page: string) =>
    /<p class="authors"[^>]*>(.*?)<\/p>/.exec(page.slice(page.indexOf('paper-p0"')))?.[1];

  test('an author with a single paper has no page, and the sitemap does not name one', () => {
    const pages = [...tree.keys()].filter((path) => /^authors\/[^.]*\.html/.test(path));
    expect(pages.toSorted()).toEqual(['authors/ann-many.html', 'authors/bo-both.html', 'authors/index.html']);
    expect(pageOf(tree, 'sitemap.xml')).not.toContain('al-alone');
    expect(pageOf(tree, 'sitemap.xml')).toContain('authors/bo-both.html');
  });

  test('the name leads to the search, on the pages of lists and on that of the paper', () => {
    expect(authorsOf(pageOf(tree, 'index.html'))).toBe(
      '<a href="authors/ann-many.html">Ann Many</a>, <a href="index.html?author=al-alone">Al Alone</a>, <a href="authors/bo-both.html">Bo Both</a>',
    );
    expect(authorsOf(pageOf(tree, 'papers/p0.html'))).toBe(
      '<a href="../authors/ann-many.html">Ann Many</a>, <a href="../index.html?author=al-alone">Al Alone</a>, <a href="../authors/bo-both.html">Bo Both</a>',
    );
  });

  test('so do co-authors on the page of an author; the index leads to the paper', () => {
    expect(pageOf(tree, 'authors/bo-both.html')).toContain(
      '<a href="../index.html?author=al-alone" dir="auto">Al Alone</a>',
    );
    const index = pageOf(tree, 'authors/index.html');
    expect(index).toContain('<li><a href="../papers/p0.html">Alone, Al</a>&nbsp;1</li>');
    expect(index).toContain('<li><a href="bo-both.html">Both, Bo</a>&nbsp;2</li>');
  });

  test('values of other facets keep their pages', () => {
    expect(tree.has('institutions/tau.html')).toBe(true);
  });

  test('the page that is not found leads on from old addresses', () => {
    expect(pageOf(tree, '404.html')).toMatch(
      /<script src="\/list\/assets\/find-moved\.0123456789\.js" data-root="\/list\/" data-searched="authors:author"><\/script>/,
    );
  });

  test('no link of these pages is broken', () => {
    const pages = ['index.html', 'authors/index.html', 'authors/bo-both.html', 'papers/p0.html', 'papers/p1.html'];
    const some = new Map(
      [...tree.keys()].map((path) => [path, Buffer.from(pages.includes(path) ? pageOf(tree, path) : '')]),
    );
    expect(findFaults(some).filter((link) => !link.includes('#'))).toEqual([]);
  });
});

test('at the limit every author has a page, and nothing leads to a search', () => {
  const tree = makeList(MOST_WITH_ALL_AUTHORS);
  expect(tree.has('authors/al-alone.html')).toBe(true);
  expect(pageOf(tree, 'index.html')).not.toContain('?author=');
  expect(pageOf(tree, '404.html')).not.toContain('find-moved');
});

test.each([
  ['/list/authors/al-alone.html', '/list/index.html?author=al-alone'],
  ['/list/authors/al-alone', '/list/index.html?author=al-alone'],
  ['/list/authors/al-alone.2.html', '/list/index.html?author=al-alone'],
  ['/list/authors/index.html', undefined],
  ['/list/authors/', undefined],
  ['/list/authors', undefined],
  ['/list/tags/al-alone.html', undefined],
  ['/list/authors/a/b.html', undefined],
  ['/list/authors/%22onload.html', undefined],
  ['/other/authors/al-alone.html', undefined],
])('%s leads to %s', (path, address) => {
  expect(toMovedAddress(path, '/list/', 'authors:author')).toBe(address);
});
