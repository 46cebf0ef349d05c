/** Search: the data of the search hold what readers look for, in the orders they expect, in files that a new paper hardly changes. */
import { describe, expect, test } from 'vitest';
import {
  type FacetValuesData,
  type PapersData,
  type RowsData,
  type TextsData,
  toNumbers,
} from '../../../src/model/search-data.ts';
import { toShard } from '../../../src/text/shards.ts';
import { runSearchScripts } from '../../support/search-scripts.ts';
import { emit, type MadeSite, makeNotes, makePaper, makeSite, makeTopic } from '../../support/site.ts';

const toData = (site: MadeSite) => runSearchScripts(emit(site)).get('papers') as PapersData;

test('by title: the short name first, then the title', () => {
  const site = makeSite([
    makePaper('adapter', { short: 'CLIP-Adapter', title: 'Better Models' }),
    makePaper('dall-e', { title: 'A Picture' }),
    makePaper('clip', { short: 'CLIP', title: 'Learning Models' }),
    makePaper('other', { short: 'Clip', title: 'Another' }),
  ]);
  const { orders, slugs } = toData(site);
  expect(orders.title.map((paper) => slugs[paper])).toEqual(['dall-e', 'other', 'clip', 'adapter']);
});

test('values have the papers of the facet, those of a topic all that are inside it', () => {
  const site = makeSite(
    [
      makePaper('c', { topics: ['Inside'], authors: ['Ann Bee'] }),
      makePaper('a', { topics: ['One'], authors: ['ann bee', 'Cy Dee'], year: 2021 }),
      makePaper('b', { topics: ['Two', 'Inside'] }),
    ],
    { topics: [makeTopic('One', [makeTopic('Inside')]), makeTopic('Two'), makeTopic('Empty')] },
  );
  const data = runSearchScripts(emit(site));
  const { facets, slugs, homes } = data.get('papers') as PapersData;
  const show = (values: FacetValuesData['values']) =>
    values.map(([slug, name, steps]) => [slug, name, toNumbers(steps).map((paper) => slugs[paper])]);
  const shown = facets.map(({ parameter, values }) => [parameter, show(values)]);
  // Years are chosen as a range: their papers are known by `years`.
  expect(shown).toEqual([
    [
      'topic',
      [
        ['one', 'One', ['a', 'b', 'c']],
        ['one/inside', 'Inside', ['b', 'c']],
        ['two', 'Two', ['b']],
      ],
    ],
    // Those are in a file of their own.
    ['author', []],
    ['institution', []],
    ['venue', []],
    ['award', []],
    ['tag', []],
    ['code', [['yes', 'Code', []]]],
    ['notes', [['yes', 'Notes', []]]],
  ]);
  expect([...data.keys()].filter((name) => name.startsWith('values'))).toEqual(['values.author']);
  expect(show((data.get('values.author') as FacetValuesData).values)).toEqual([
    ['ann-bee', 'Ann Bee', ['a', 'c']],
    ['cy-dee', 'Cy Dee', ['a']],
  ]);
  expect(homes.map((home) => facets[0]?.values[home]?.[1])).toEqual(['One', 'Two', 'Inside']);
});

describe('a long list', () => {
  const toPapers = (count: number, word = 'one') =>
    Array.from({ length: count }, (_, index) =>
      makePaper(
        `p${index}`,
        { authors: ['Ann Bee'] },
        { sections: [makeNotes(`p${index}`, index === 7 ? `<p>Notes on it. And ${word} more.</p>` : '')] },
      ),
    );
  const before = emit(makeSite(toPapers(100)));
  const after = emit(makeSite([...toPapers(100), makePaper('one-more', {})]));
  const data = runSearchScripts(before);
  const pathsOf = (tree: typeof before) => [...tree.keys()].filter((path) => path.startsWith('search/'));

  test('has its entries and texts in shards, each paper in that of its slug', () => {
    const { files, slugs } = data.get('papers') as PapersData;
    expect([files.rows.length, files.texts.length]).toEqual([4, 4]);
    for (const slug of slugs) {
      const shard = toShard(slug, 4);
      expect((data.get(`rows.${shard}`) as RowsData)[slug]).toContain(`id="paper-${slug}"`);
      expect((data.get(`texts.${shard}`) as TextsData)[slug]).toMatch(
        slug === 'p7' ? /^Summary\nNotes on it\. And one more\.$/ : /^Summary\n$/,
      );
    }
  });

  test('names every other file by its content, and no file that is not there', () => {
    const { files } = data.get('papers') as PapersData;
    const named = [files.names, files.notes, ...Object.values(files.values), ...files.rows, ...files.texts].map(
      (name) => `search/${name}.js`,
    );
    expect(named.toSorted()).toEqual(
      pathsOf(before)
        .filter((path) => path !== 'search/papers.js')
        .toSorted(),
    );
    for (const path of named)
      expect(path).toMatch(/^search\/(?:names|notes|values\.author|rows\.\d+|texts\.\d+)\.[0-9a-f]{10}\.js$/);
  });

  test('changes one file of entries, one of texts, the indexes and the values with a new paper', () => {
    const fresh = pathsOf(after).filter((path) => path === 'search/papers.js' || !before.has(path));
    expect(fresh.map((path) => path.split(/[./]/)[1]).toSorted()).toEqual([
      'names',
      'notes',
      'papers',
      'rows',
      'texts',
      'values',
    ]);
  });

  test('changes the index of the notes and one file of texts with a word in the notes', () => {
    const changed = emit(makeSite(toPapers(100, 'two')));
    const fresh = pathsOf(changed).filter((path) => !before.has(path));
    expect(fresh.map((path) => path.split(/[./]/)[1]).toSorted()).toEqual(['notes', 'texts']);
    const { files: _, ...rest } = toData(makeSite(toPapers(100, 'two')));
    expect(data.get('papers')).toMatchObject(rest);
  });
});
