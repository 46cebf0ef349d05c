/** Library: a browser opens the files of the search as a page does, and filters by whatever facets the list has. */
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  createHoldings,
  listFacets,
  listOffers,
  toChipName,
  toFacetName,
} from '../../../src/browser/finder/facet-names.ts';
import { filterPapers } from '../../../src/browser/finder/filter.ts';
import { type Library, openLibrary } from '../../../src/browser/finder/library.ts';
import { NOTHING, type Query } from '../../../src/browser/finder/query.ts';
import type { Mark } from '../../../src/browser/marks.ts';
import { emit, makeNotes, makePaper, makeSite, makeTopic } from '../../support/site.ts';

const topics = [makeTopic('One', [makeTopic('Inside')]), makeTopic('Two'), makeTopic('Empty')];
const code = [{ name: 'code', url: 'https://example.org/' }];
const papers = [
  makePaper('zero', { topics: ['Inside'], venue: 'CVPR', year: 2022, authors: ['Ann Bee'], links: code }),
  makePaper('late', { topics: ['One', 'Two'], venue: 'CVPR', year: 2021, tags: ['3D'], added: '2024-01-01' }),
  makePaper(
    'apple',
    { topics: ['Two'], venue: 'ECCV', year: 2020, authors: ['Ann Bee', 'Cy Dee'], abstract: 'Told in short.' },
    { sections: [makeNotes('apple', '<p>Of apples.</p>')] },
  ),
  makePaper('plain', { topics: ['Two'] }),
];
const files = emit(makeSite(papers, { topics }));
/** Names of files that cannot be had. */
const lost = new Set<string>();
const asked: string[] = [];

/** A document that runs the scripts put into it, as far as the site has them. */
function append(script: { readonly src: string; readonly onload: () => void; readonly onerror: () => void }): void {
  const path = script.src.replace('file:///site/', '');
  asked.push(path);
  const text = lost.has(path) ? undefined : files.get(path);
  if (text === undefined) {
    script.onerror();
    return;
  }
  runInContext(text, createContext({ papershelf: (globalThis as unknown as Window).papershelf }));
  script.onload();
}

vi.stubGlobal('window', globalThis);
vi.stubGlobal('document', { createElement: () => ({ append() {}, remove() {} }), head: { append } });
afterAll(() => vi.unstubAllGlobals());

let library: Library;
beforeAll(async () => {
  library = await openLibrary(new URL('file:///site/'));
});
const numberOf = (slug: string) => library.slugs.indexOf(slug);
const slugsOf = (numbers: readonly number[]) => numbers.map((number) => library.slugs[number]);
const pathsOf = (kind: string) => [...files.keys()].filter((path) => path.startsWith(`search/${kind}.`));

describe('the papers', () => {
  test('are numbered by slug, and stand in the orders of the list', () => {
    expect(library.slugs).toEqual(['apple', 'late', 'plain', 'zero']);
    expect(slugsOf(library.orders.list)).toEqual(['zero', 'late', 'apple', 'plain']);
    expect(library.ranks.map((rank) => papers[rank]?.card.slug)).toEqual(library.slugs);
    expect(slugsOf(library.orders.newest)).toEqual(['zero', 'late', 'apple', 'plain']);
    expect(slugsOf(library.orders.added)).toEqual(['late', 'zero', 'apple', 'plain']);
    expect(library.years).toEqual([2020, 2021, 0, 2022]);
    expect(library.slugs.map((_, paper) => library.homeOf(paper).name)).toEqual(['Two', 'One', 'Two', 'Inside']);
  });

  test('have their facets from the data: topics first, then those of the list, then code and notes', () => {
    expect(listFacets(library)).toEqual([
      ...['topic', 'author', 'institution', 'venue', 'award', 'tag'],
      ...['code', 'notes', 'mark'],
    ]);
    expect(listFacets(library).map((facet) => toFacetName(library, facet))).toEqual([
      ...['Topic', 'Author', 'Institution', 'Venue', 'Award', 'Tag'],
      ...['Code', 'Notes', 'Reading list'],
    ]);
    expect(listOffers(library, 'topic').map(({ slug }) => slug)).toEqual(['one', 'one/inside', 'two']);
    expect(listOffers(library, 'venue').map(({ name }) => name)).toEqual(['CVPR', 'ECCV']);
    expect(toChipName(library, 'notes', 'yes', true)).toBe('without notes');
  });
});

describe('what is not in the first file comes when it is asked for', () => {
  test('a paper’s text, and its entry with those of its neighbours, each file once', async () => {
    expect(await library.fetchText(numberOf('apple'))).toBe('Summary\nOf apples.\fTold in short.');
    expect(await library.fetchText(numberOf('plain'))).toBe('');
    const rows = await library.fetchRows(numberOf('late'));
    expect(Object.keys(rows).toSorted()).toEqual(['apple', 'late', 'plain', 'zero']);
    expect(rows.late).toMatch(/^<article class="entry" id="paper-late">[\s\S]*href="papers\/late\.html"/);
    await library.fetchRows(numberOf('zero'));
    expect(asked).toEqual(['search/papers.js', ...pathsOf('texts'), ...pathsOf('rows')]);
  });

  test('the values of a facet with many, of those alone that are asked for, and again if they could not be had', async () => {
    const [path = ''] = pathsOf('values.author');
    asked.splice(0);
    await library.fetchValues(['venue', 'q', 'institution', 'mark']);
    expect(asked).toEqual([]);
    expect(listOffers(library, 'author')).toEqual([]);
    lost.add(path);
    await expect(library.fetchValues(['author'])).rejects.toThrow(path);
    lost.clear();
    await library.fetchValues(listFacets(library));
    await library.fetchValues(listFacets(library));
    expect(asked).toEqual([path, path]);
    expect(listOffers(library, 'author').map(({ name }) => name)).toEqual(['Ann Bee', 'Cy Dee']);
    expect(toChipName(library, 'author', 'ann-bee', true)).toBe('not Ann Bee');
  });

  test('the words of names, then those of abstracts and notes, and again if they could not be had', async () => {
    const [path = ''] = pathsOf('notes');
    const find = (index: Library['notes'], word: string) => index.search(word).map(({ id }) => library.slugs[id]);
    expect(library.missing).toEqual(['names', 'notes']);
    expect(find(library.papers, 'dee')).toEqual([]);
    await library.fetchWords('names');
    expect(find(library.papers, 'dee')).toEqual(['apple']);
    expect(library.missing).toEqual(['notes']);
    lost.add(path);
    await expect(library.fetchWords('notes')).rejects.toThrow(path);
    expect(find(library.notes, 'apples')).toEqual([]);
    lost.clear();
    await library.fetchWords('notes');
    await library.fetchWords('notes');
    expect(find(library.notes, 'apples')).toEqual(['apple']);
    expect(find(library.notes, 'told')).toEqual(['apple']);
    expect(library.missing).toEqual([]);
  });
});

describe('a filter', () => {
  const marks = new Map<string, Mark>([['late', 'read']]);
  const filter = (query: Partial<Query>, scope?: readonly number[], matched?: ReadonlySet<number>) => {
    const holdings = createHoldings(library, () => marks);
    return filterPapers(library, holdings, { ...NOTHING, ...query }, scope, matched);
  };
  const passing = (...given: Parameters<typeof filter>) => {
    const { passes } = filter(...given);
    return library.slugs.filter((_, paper) => passes(paper));
  };
  const choose = (...chosen: string[]) => ({ chosen, shut: [] });
  const shut = (...slugs: string[]) => ({ chosen: [], shut: slugs });

  test.each<readonly [Query['choices'], readonly string[]]>([
    [{}, ['apple', 'late', 'plain', 'zero']],
    [{ topic: choose('one') }, ['late', 'zero']],
    [{ topic: choose('one/inside') }, ['zero']],
    [{ topic: choose('one', 'two') }, ['apple', 'late', 'plain', 'zero']],
    [{ topic: choose('two'), venue: choose('cvpr') }, ['late']],
    [{ venue: shut('cvpr') }, ['apple', 'plain']],
    [{ author: choose('ann-bee'), venue: shut('eccv') }, ['zero']],
    [{ tag: choose('3d') }, ['late']],
    [{ code: choose('yes') }, ['zero']],
    [{ notes: shut('yes') }, ['late', 'plain', 'zero']],
    [{ mark: choose('read') }, ['late']],
    [{ venue: choose('of-no-paper') }, []],
  ])('%j lets through %j', (choices, slugs) => {
    expect(passing({ choices })).toEqual(slugs);
  });

  test('keeps to years, to the part of the list that the page shows, and to what the words find', () => {
    expect(passing({ years: [2021, 0] })).toEqual(['late', 'zero']);
    expect(passing({ years: [0, 2021] })).toEqual(['apple', 'late']);
    expect(passing({ years: [2021, 2021] })).toEqual(['late']);
    expect(passing({}, [0, 2])).toEqual(['apple', 'plain']);
    expect(passing({}, undefined, new Set([3]))).toEqual(['zero']);
  });

  test('counts what a value would leave, the choices within its own facet left aside', () => {
    const { count } = filter({ choices: { topic: choose('two'), venue: choose('cvpr') } });
    const papersOf = (facet: string, slug: string) => library.facets.get(facet)?.values.get(slug)?.papers ?? [];
    expect(count('venue', papersOf('venue', 'eccv'))).toBe(1);
    expect(count('venue', papersOf('venue', 'cvpr'))).toBe(1);
    expect(count('topic', papersOf('topic', 'one'))).toBe(2);
    expect(count('author', papersOf('author', 'ann-bee'))).toBe(0);
  });
});
