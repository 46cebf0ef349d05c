/** Own fields: what a list declares is what its papers may say, and how it is read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAddresses } from '../../../src/content/check/addresses.ts';
import { createPaperParser } from '../../../src/content/parse/parse.ts';
import { parseList } from '../../../src/content/parse/parse-list.ts';
import { FACETS } from '../../../src/model/facets.ts';
import { FIELDS } from '../../../src/model/fields.ts';
import type { OwnFieldRule } from '../../../src/model/own-field.ts';
import { toPaper } from '../../support/papershelf.ts';

const RULES: readonly OwnFieldRule[] = [
  { name: 'env', type: 'terms', values: ['Web', 'Mobile', 'C++'] },
  { name: 'free', type: 'terms' },
  { name: 'note', type: 'text' },
  { name: 'size', type: 'number' },
  { name: 'since', type: 'date' },
  { name: 'board', type: 'url' },
  { name: 'open', type: 'flag' },
];
const parse = createPaperParser(RULES);
const read = (...lines: string[]) => {
  const { paper, problems } = parse({
    path: 'papers/p.md',
    text: toPaper(['title: T', 'topics: A', ...lines]),
    digest: '',
  });
  return { own: paper?.own, rules: problems.map(({ rule }) => rule) };
};
const readList = (...lines: string[]) =>
  parseList({ path: 'papers/index.md', text: `---\n${lines.join('\n')}\n---\n`, digest: '' });

test.each<[string, Readonly<Record<string, readonly string[]>> | undefined]>([
  ['env: [web, C++]', { env: ['Web', 'C++'] }],
  ['env: MOBILE', { env: ['Mobile'] }],
  ['env: []', undefined],
  ['env:', undefined],
  ['free: [One thing, "another, with a comma"]', { free: ['One thing', 'another, with a comma'] }],
  ['note: "  of   two\twords "', { note: ['of two words'] }],
  ['size: 007', { size: ['007'] }],
  ['since: 2021-03', { since: ['2021-03'] }],
  ['board: HTTPS://example.org/a', { board: ['https://example.org/a'] }],
  ['open: True', { open: ['yes'] }],
  ['open: no', { open: ['no'] }],
  ['open: ~', undefined],
])('%s is read as %j', (line, own) => expect(read(line)).toEqual({ own, rules: [] }));

test('a paper has its own fields in the order of the declarations, apart from those of every list', () => {
  const { own, rules } = read('open: true', 'env: Web', 'size: 1');
  expect(Object.keys(own ?? {})).toEqual(['env', 'size', 'open']);
  expect(rules).toEqual([]);
});

test('without declarations there are no such fields', () => {
  const { problems } = createPaperParser([])({
    path: 'papers/p.md',
    text: toPaper(['title: T', 'topics: A', 'env: Web']),
    digest: '',
  });
  expect(problems.map(({ rule }) => rule)).toEqual(['field-unknown']);
});

describe('declarations that cannot be read', () => {
  test.each([
    ['a bad declaration', ['title: T', 'fields: [{ name: env }]'], 'unknown'],
    ['bad YAML', ['title: T', 'fields: [{ name: env, type: terms'], 'unknown'],
    ['no title', ['fields: [{ name: env, type: terms }]'], [{ name: 'env', type: 'terms' }]],
    ['none', ['title: T'], []],
  ])('%s', (_, lines, rules) => expect(readList(...lines).rules).toEqual(rules));

  test('are no reason to reject what papers say', () => {
    const source = {
      path: 'papers/p.md',
      text: toPaper(['title: T', 'topics: A', 'env: Web', 'year: 21']),
      digest: '',
    };
    expect(createPaperParser('unknown')(source).problems.map(({ rule }) => rule)).toEqual(['year-invalid']);
  });
});

test('a label is made from the name', () => {
  const { list } = readList('title: T', 'fields: [{ name: test_env, type: text }, { name: b, type: text, label: B! }]');
  expect(list?.fields.map(({ label }) => label)).toEqual(['Test env', 'B!']);
});

test('no own field has the name of a field, or of the folder or parameter of a facet', () => {
  const names = [...Object.keys(FIELDS), ...FACETS.flatMap(({ kind, parameter }) => [kind, parameter])];
  for (const name of names) {
    const { problems } = readList('title: T', `fields: [{ name: ${name}, type: text }]`);
    expect(
      problems.map(({ rule }) => rule),
      name,
    ).toEqual(['own-name-taken']);
  }
});

test('numbers are what JavaScript takes for numbers in decimal digits, and come back as written', () => {
  const written = fc.oneof(
    fc.integer().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value.toExponential()),
  );
  fc.assert(
    fc.property(written, (text) => {
      expect(read(`size: ${text}`)).toEqual({ own: { size: [text] }, rules: [] });
    }),
  );
});

test('whatever a value is, reading it does not fail, and a closed vocabulary holds', () => {
  const name = fc.constantFrom(...RULES.map((rule) => rule.name));
  fc.assert(
    fc.property(name, fc.string({ unit: 'grapheme', maxLength: 30 }), (field, text) => {
      const { own, rules } = read(`${field}: ${JSON.stringify(text)}`);
      for (const value of own?.env ?? []) expect(RULES[0]?.values).toContain(value);
      for (const value of own?.board ?? []) expect(value).toMatch(/^https?:/);
      expect(own === undefined || Object.values(own).every((values) => values.length > 0)).toBe(true);
      if (text.trim() !== '' && own === undefined) expect(rules.length).toBeGreaterThan(0);
    }),
  );
});

test('an address in an own field is among those that `check --links` asks, at its place', () => {
  const { list } = readList('title: T', 'fields: [{ name: board, type: url }, { name: note, type: text }]');
  const text = toPaper(['title: T', 'topics: A', 'note: https://example.org/not', 'board: https://example.org/board']);
  const { paper } = createPaperParser(list?.fields ?? [])({ path: 'papers/p.md', text, digest: '' });
  expect(findAddresses(list, paper === undefined ? [] : [paper])).toEqual([
    {
      url: 'https://example.org/board',
      isWritten: true,
      file: 'papers/p.md',
      place: { line: 5, column: 8, endLine: 5, endColumn: 33 },
    },
  ]);
});
