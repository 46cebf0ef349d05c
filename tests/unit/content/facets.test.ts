/** Facets: which spellings are one value, what it is called, and where it lives for good. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FacetValue } from '../../../src/model/facet.ts';
import { FACETS } from '../../../src/model/facets.ts';
import type { DeclaredName, List } from '../../../src/model/list.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { isPageName, type Slug } from '../../../src/model/slug.ts';
import { toVenueForms } from '../../../src/text/name-keys.ts';
import { makePaper, makeSite } from '../../support/site.ts';

const declare = (name: string, more: Partial<DeclaredName> = {}): DeclaredName => ({ name, aliases: [], ...more });

function facetsOf(papers: readonly Partial<Paper>[], list: Partial<List> = {}) {
  return makeSite(
    papers.map((paper, index) => makePaper(`p${index}`, paper)),
    list,
  ).facets;
}

function valuesOf(kind: string, papers: readonly Partial<Paper>[], list: Partial<List> = {}): readonly FacetValue[] {
  return facetsOf(papers, list)[kind] ?? [];
}

function namesOf(kind: string, papers: readonly Partial<Paper>[], list: Partial<List> = {}): string[] {
  return valuesOf(kind, papers, list).map(({ name }) => name);
}

const slugsOf = (kind: string, papers: readonly Partial<Paper>[], list: Partial<List> = {}): string[] =>
  valuesOf(kind, papers, list).map(({ slug }) => slug);

describe('one or two', () => {
  test.each([
    [['Or Patashnik', 'or  patashnik', 'OR PATASHNIK'], ['OR PATASHNIK']],
    [['José García', 'Jose\u0301 Garci\u0301a'], ['Jose\u0301 Garci\u0301a']],
    [
      ['José García', 'Jose Garcia'],
      ['Jose Garcia', 'José García'],
    ],
    [
      ['Jean-Paul Sartre', 'Jean Paul Sartre', 'J. P. Sartre'],
      ['J. P. Sartre', 'Jean Paul Sartre', 'Jean-Paul Sartre'],
    ],
    [
      ['王伟', '王維'],
      ['王伟', '王維'],
    ],
  ])('authors %j are %j', (authors, names) => {
    expect(
      namesOf(
        'authors',
        authors.map((name) => ({ authors: [name] })),
      ).toSorted(),
    ).toEqual(names.toSorted());
  });

  test.each([
    [['Arxiv', 'arXiv', 'arXiv'], ['arXiv']],
    [['CVPR 2021', 'CVPR', "CVPR '22", 'CVPR2023', 'CVPR (Oral)', 'CVPR 2021 (Oral)', 'CVPR, 2020'], ['CVPR']],
    [['TOG (SIGGRAPH)', 'TOG', 'TOG (SIGGRAPH 2021)', 'ACM Transactions on Graphics'], ['TOG']],
    [
      [
        'Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR), 2021',
        '2021 IEEE Conference on Computer Vision and Pattern Recognition',
        'CVPR 2021',
      ],
      ['CVPR'],
    ],
    [
      ['Findings of the Association for Computational Linguistics: EMNLP 2023', 'Findings of EMNLP', 'EMNLP'],
      ['EMNLP', 'Findings of EMNLP'],
    ],
    [
      ['ICCV', 'ICCV Workshops 2021'],
      ['ICCV', 'ICCV Workshops'],
    ],
    [['2021'], ['2021']],
    [['(2021)'], ['(2021)']],
  ])('venues %j are %j', (venues, names) => {
    expect(
      namesOf(
        'venues',
        venues.map((venue) => ({ venue })),
      ),
    ).toEqual(names);
  });

  test.each([
    [['ETH Zürich', 'ETH Zurich', 'ETH-Zurich', 'eth zurich'], 1],
    [['C', 'C++', 'C#'], 2],
    [['か', 'が'], 2],
    [['किताब', 'कताब'], 2],
    [['?!', '!?'], 2],
  ])('tags %j are %i', (tags, count) => {
    expect(
      namesOf(
        'tags',
        tags.map((tag) => ({ tags: [tag] })),
      ),
    ).toHaveLength(count);
  });

  test('a paper that gives a value twice is counted once', () => {
    const [author] = valuesOf('authors', [{ authors: ['Wei Zhang', 'Wei Zhang', 'wei zhang'] }]);
    expect(author?.papers).toHaveLength(1);
    expect(author?.spellings).toEqual(['Wei Zhang', 'wei zhang']);
  });
});

describe('what a list declares', () => {
  const institutions = [declare('TAU', { full: 'Tel Aviv University', aliases: ['Tel Aviv University'] })];

  test('aliases lead to one value under the declared name, however they are spelled', () => {
    const papers = [{ institutions: ['Tel-Aviv University'] }, { institutions: ['tau'] }, { institutions: ['MIT'] }];
    const [first, second] = valuesOf('institutions', papers, { institutions });
    expect(first?.name).toBe('MIT');
    expect(second).toMatchObject({ name: 'TAU', full: 'Tel Aviv University', slug: 'tau' });
    expect(second?.spellings).toEqual(['Tel-Aviv University', 'tau']);
    expect(second?.papers).toEqual([0, 1]);
  });

  test('what stands in brackets is a venue of its own where the list says so', () => {
    const venues = [declare('SIGGRAPH', { aliases: ['TOG (SIGGRAPH)'] })];
    const papers = [{ venue: 'TOG (SIGGRAPH), 2021' }, { venue: 'TOG (SIGGRAPH Asia)' }, { venue: 'SIGGRAPH 2020' }];
    expect(namesOf('venues', papers, { venues })).toEqual(['SIGGRAPH', 'TOG']);
  });

  test('a declared slug wins over an elder who would have it, and a name without papers has no page', () => {
    const venues = [declare('Nature', { slug: 'science' as Slug }), declare('Cell', { slug: 'cell-press' as Slug })];
    const papers = [{ venue: 'Science' }, { venue: 'Nature', added: '2024-01-01' }, { venue: 'Cell Press' }];
    const slugs = slugsOf('venues', papers, { venues });
    expect(slugs[1]).toBe('science');
    expect(slugs[0]).toMatch(/^cell-press-[0-9a-f]{6}$/);
    expect(slugs[2]).toMatch(/^science-[0-9a-f]{6}$/);
  });
});

test('the name that most papers use is shown, of several the first by code units', () => {
  const venues = ['Arxiv', 'arXiv', 'arXiv', 'ARXIV 2020', 'ARXIV 2021'];
  expect(
    namesOf(
      'venues',
      venues.map((venue) => ({ venue })),
    ),
  ).toEqual(['ARXIV']);
});

test('values stand by name: numbers by size, letters without case and accents; years newest first', () => {
  const tags = ['b', 'Äh', 'a', 'step 10', 'step 9', 'Ł', 'm', 'k'];
  expect(namesOf('tags', [{ tags }])).toEqual(['a', 'Äh', 'b', 'k', 'Ł', 'm', 'step 9', 'step 10']);
  expect(namesOf('years', [{ year: 1999 }, { year: 2021 }, {}, { year: 2003 }])).toEqual(['2021', '2003', '1999']);
});

describe('addresses', () => {
  test.each([
    ['Or Patashnik', 'or-patashnik'],
    ["Conan O'Brien", 'conan-o-brien'],
    ['Łukasz Kaiser', 'lukasz-kaiser'],
    ['Jürgen Strauß', 'jurgen-strauss'],
    ['Jose\u0301', 'jose'],
    ['王小明', 'wangxiaoming'],
    ['やまだ', 'yamada'],
    ['김철수', 'gimcheolsu'],
    ['Иван Петров', 'ivan-petrov'],
    ['Γιώργος', 'giorgos'],
  ])('%s lives at %s', (name, slug) => {
    expect(slugsOf('authors', [{ authors: [name] }])).toEqual([slug]);
  });

  test.each(['Index', 'con', 'LPT1', '?!', '\u{13000}'])('%s takes no name that is kept, and has one', (name) => {
    const [slug] = slugsOf('tags', [{ tags: [name] }]);
    expect(isPageName(slug as string), slug).toBe(true);
  });

  test('the younger of two has a mark, and the third changes neither', () => {
    const two = [
      { authors: ['Wei Zhang'], added: '2021-01-01' },
      { authors: ['Wei-Zhang'], added: '2021-01-02' },
    ];
    expect(slugsOf('authors', two)).toEqual(['wei-zhang', 'wei-zhang-ecc5d8']);
    const three = [{ authors: ['Wei Zháng'], added: '2021-01-03' }, ...two.toReversed()];
    expect(slugsOf('authors', three)).toEqual(expect.arrayContaining(['wei-zhang', 'wei-zhang-ecc5d8']));
  });

  test('a paper without `added` was there from the beginning', () => {
    const papers = [{ authors: ['Wei Zhang'], added: '2001-01-01' }, { authors: ['Wei-Zhang'] }];
    const byName = Object.fromEntries(valuesOf('authors', papers).map(({ name, slug }) => [name, slug]));
    expect(byName['Wei-Zhang']).toBe('wei-zhang');
  });
});

test.each([
  ['TOG (SIGGRAPH), 2021', ['TOG (SIGGRAPH), 2021', 'TOG (SIGGRAPH)', 'TOG']],
  ['IEEE 802.11', ['IEEE 802.11']],
  ['Journal 12021', ['Journal 12021']],
  ['', ['']],
])('the forms of the venue %s', (written, forms) => {
  expect(toVenueForms(written)).toEqual(forms);
});

describe('for any list', () => {
  const name = fc.constantFrom(
    ...['Wei Zhang', 'Wei-Zhang', 'wei zhang', 'Wei Zháng', 'WeiZhang', 'Wei Zhang ecc5d8', '张伟', '張偉', '章威'],
    ...['Index', 'con', '?', '¿?', 'Jose', 'José', 'CVPR', 'CVPR 2021', 'CVPR (Oral)', 'TOG (SIGGRAPH)', 'SIGGRAPH'],
  );
  const day = fc.integer({ min: 1, max: 6 }).map((number) => `2021-01-0${number}`);
  const fields = fc.record({
    authors: fc.array(name, { maxLength: 3 }),
    institutions: fc.array(name, { maxLength: 3 }),
    tags: fc.array(name, { maxLength: 3 }),
    venue: name,
    year: fc.integer({ min: 2019, max: 2022 }),
  });
  const paper = fc
    .tuple(fields, fc.option(day, { nil: undefined }))
    .map(([rest, added]): Partial<Paper> => ({ ...rest, ...(added === undefined ? {} : { added }) }));
  const later = fc.tuple(fields, day).map(([rest, added]) => ({ ...rest, added: added.replace('2021', '2022') }));
  const declared = fc.constantFrom<readonly DeclaredName[]>(
    [],
    [
      declare('Wei Zhang', { slug: 'con-artist' as Slug, aliases: ['Jose'] }),
      declare('SIGGRAPH', { aliases: ['TOG'] }),
    ],
    [declare('Zhang', { slug: 'cvpr' as Slug, aliases: ['张伟'] })],
  );
  const KINDS = FACETS.map(({ kind }) => kind);

  /** Where each spelling of each facet leads. */
  function addressesOf(papers: readonly Partial<Paper>[], names: readonly DeclaredName[]): Map<string, string> {
    const facets = facetsOf(papers, { institutions: names, venues: names });
    return new Map(
      KINDS.flatMap((kind) =>
        (facets[kind] ?? []).flatMap(({ slug, spellings }) =>
          spellings.map((one) => [`${kind}: ${one}`, slug] as const),
        ),
      ),
    );
  }

  test('papers that join later change no address of those before', () => {
    fc.assert(
      fc.property(fc.array(paper), fc.array(later), declared, (before, after, names) => {
        const old = addressesOf(before, names);
        const now = addressesOf([...after, ...before], names);
        for (const [spelling, slug] of old) expect(now.get(spelling), spelling).toBe(slug);
      }),
      { numRuns: 500 },
    );
  });

  test('the order of the papers does not matter', () => {
    fc.assert(
      fc.property(fc.array(paper), declared, (papers, names) => {
        const shape = (list: readonly Partial<Paper>[]) =>
          KINDS.map((kind) =>
            valuesOf(kind, list, { institutions: names, venues: names }).map(({ papers: own, ...value }) => ({
              ...value,
              count: own.length,
            })),
          );
        expect(shape(papers.toReversed())).toEqual(shape(papers));
      }),
      { numRuns: 300 },
    );
  });

  test('every value has papers and an address that no other has', () => {
    fc.assert(
      fc.property(fc.array(paper), declared, (papers, names) => {
        const facets = facetsOf(papers, { institutions: names, venues: names });
        for (const kind of KINDS) {
          const values = facets[kind] ?? [];
          const slugs = values.map(({ slug }) => slug);
          expect(new Set(slugs).size).toBe(slugs.length);
          expect(slugs.filter((slug) => !isPageName(slug))).toEqual([]);
          for (const value of values) expect(value.papers.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
