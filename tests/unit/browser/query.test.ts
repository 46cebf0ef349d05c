/** Query: the address of a page says what its reader asks for, and nothing is lost on the way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepKnown, listFacets } from '../../../src/browser/finder/facet-names.ts';
import type { Library } from '../../../src/browser/finder/library.ts';
import {
  findStand,
  isNothing,
  NOTHING,
  placeValue,
  type Query,
  readQuery,
  SORTS,
  writeQuery,
} from '../../../src/browser/finder/query.ts';

/** Which facets there are, the list says: `award` is one like the others, `license` is none. */
const library = {
  facets: new Map([
    ['topic', { label: 'Topic', values: new Map() }],
    ['author', { label: 'Author', values: new Map() }],
    ['venue', { label: 'Venue', values: new Map([['cvpr', {}]]) }],
    ['tag', { label: 'Tag', values: new Map() }],
    ['award', { label: 'Award', values: new Map([['oral', {}]]) }],
    ['code', { label: 'Code', values: new Map([['yes', {}]]) }],
    ['notes', { label: 'Notes', values: new Map() }],
  ]),
} as unknown as Library;
const FACETS = listFacets(library);

test('the facets of a query are those of the list, and the reader’s own marks last', () => {
  expect(FACETS).toEqual(['topic', 'author', 'venue', 'tag', 'award', 'code', 'notes', 'mark']);
});

test.each([
  ['', NOTHING],
  ['?q=few-shot+nerf', { ...NOTHING, text: 'few-shot nerf' }],
  [
    '?topic=clip-3d/avatars,-clip-gan&code=yes&notes=no&year=2021..&sort=newest',
    {
      text: '',
      sort: 'newest',
      years: [2021, 0],
      choices: {
        topic: { chosen: ['clip-3d/avatars'], shut: ['clip-gan'] },
        code: { chosen: ['yes'], shut: [] },
        notes: { chosen: [], shut: ['yes'] },
      },
    },
  ],
  ['?year=2021', { ...NOTHING, years: [2021, 2021] }],
  ['?year=..2022', { ...NOTHING, years: [0, 2022] }],
] as const)('%s', (search, query) => {
  expect(readQuery(search, FACETS)).toEqual(query);
  expect(writeQuery(query, FACETS)).toBe(search);
});

test.each(['?year=soon', '?sort=shoe-size', '?topic=', '?utm_source=mail', '?license=mit', '?q=+'])(
  '%s asks for nothing',
  (search) => {
    expect(isNothing(readQuery(search, FACETS))).toBe(true);
    expect(writeQuery(readQuery(search, FACETS), FACETS)).toBe('');
  },
);

test.each([
  ['?venue=CVPR', '?venue=cvpr'],
  ['?topic=a,-a', '?topic=-a'],
  ['?topic=-a,a', '?topic=a'],
  ['?topic=a,b,a', '?topic=a,b'],
  ['?topic=-', ''],
  ['?topic=a&topic=b', '?topic=a,b'],
  ['?code=no,yes', '?code=yes'],
  ['?tag=no', '?tag=no'],
  ['?award=Oral,-best-paper', '?award=oral,-best-paper'],
  ['?year=2023..2021', '?year=2021..2023'],
  ['?year=20212023', ''],
  ['?venue=a%26q=nerf', '?venue=a%26q%3Dnerf'],
  ['?mark=__proto__', '?mark=__proto__'],
])('%s is %s', (search, written) => {
  expect(writeQuery(readQuery(search, FACETS), FACETS)).toBe(written);
});

test('what the list does not have is left out', () => {
  const address = '?q=nerf&topic=gone&venue=cvpr,-nonsense&award=oral,-best&code=true&mark=read,constructor,__proto__';
  expect(writeQuery(keepKnown(library, readQuery(address, FACETS)), FACETS)).toBe(
    '?q=nerf&venue=cvpr&award=oral&mark=read',
  );
});

test.each(['%', '+', ' … ', '❤️', '👩‍🔬'])('%s alone asks for nothing, and stays in the address', (text) => {
  const query = { ...NOTHING, text: text.trim() };
  expect(isNothing(query)).toBe(true);
  expect(readQuery(writeQuery(query, FACETS), FACETS)).toEqual(query);
  expect(isNothing({ ...query, text: `${text} 3` })).toBe(false);
});

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:[-/][a-z0-9]{1,5})?$/).filter((text) => text !== 'no');
const choice = fc
  .tuple(fc.uniqueArray(slug, { maxLength: 3 }), fc.uniqueArray(slug, { maxLength: 3 }))
  .map(([chosen, shut]) => ({ chosen, shut: shut.filter((one) => !chosen.includes(one)) }))
  .filter(({ chosen, shut }) => chosen.length + shut.length > 0);
const year = fc.constantFrom(0, 1999, 2021, 2024);
const years = fc.tuple(year, year).filter(([from, to]) => to === 0 || from <= to);
const yesOrNo = fc.constantFrom({ chosen: ['yes'], shut: [] }, { chosen: [], shut: ['yes'] });
const anyQuery: fc.Arbitrary<Query> = fc.record({
  text: fc.string().map((text) => text.trim()),
  sort: fc.constantFrom(...SORTS),
  choices: fc.tuple(fc.dictionary(fc.constantFrom(...FACETS), choice), yesOrNo).map(([choices, code]) => ({
    ...choices,
    ...(choices.code && { code }),
    ...(choices.notes && { notes: code }),
  })),
  years,
});

test('every query comes back from its address', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(readQuery(writeQuery(query, FACETS), FACETS)).toEqual(query);
    }),
  );
});

test('a value stands where it was put, and the others where they stood', () => {
  fc.assert(
    fc.property(
      anyQuery,
      slug,
      fc.constantFrom(...FACETS),
      fc.constantFrom('chosen', 'shut', 'free'),
      (query, value, facet, stand) => {
        const next = placeValue(query, facet, value, stand);
        expect(findStand(next, facet, value)).toBe(stand);
        const { choices, ...rest } = next;
        expect({ ...rest, choices: query.choices }).toEqual(query);
        for (const other of FACETS.filter((one) => one !== facet)) expect(choices[other]).toEqual(query.choices[other]);
        const { chosen = [], shut = [] } = query.choices[facet] ?? {};
        const others = [...chosen, ...shut].filter((one) => one !== value);
        for (const one of others) expect(findStand(next, facet, one)).toBe(findStand(query, facet, one));
        const all = [...(choices[facet]?.chosen ?? []), ...(choices[facet]?.shut ?? [])];
        expect(all.filter((one) => one !== value)).toEqual(others);
      },
    ),
  );
});
