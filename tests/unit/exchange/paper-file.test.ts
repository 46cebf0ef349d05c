/** Paper files as they are written: their words, and that reading one gives back what was written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperSchema } from '../../../src/content/parse/front-matter/paper-schema.ts';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { toPaperFile } from '../../../src/exchange/paper-file.ts';
import { FIELDS } from '../../../src/model/fields.ts';
import type { PaperFields } from '../../../src/model/paper-fields.ts';

const read = (text: string) => parsePaper({ path: 'papers/example.md', text, digest: '' });

test('the fields of the schema, in its order', () => {
  expect(Object.keys(FIELDS)).toEqual(Object.keys(paperSchema.shape));
});

test('a file as a person would write it', () => {
  const fields: PaperFields = {
    added: '2026-01-31',
    topics: ['CLIP + GAN'],
    title: 'StyleCLIP: Text-Driven Manipulation',
    short: '1984',
    authors: ['Or Patashnik', 'Zongze Wu'],
    institutions: ['Creative Vision, Snap Inc.', 'TAU'],
    tags: ['@home', 'C#', 'no'],
    venue: '',
    year: '2021',
    arxiv: '2103.17240',
    links: { 'Talk: part 1': 'https://example.org/?a=b#c' },
    abstract: `We edit ${'pictures by words, '.repeat(9)}and $\\beta$ # is no comment.`,
    award: '"Best" $\\alpha$: it’s',
    bibtex: '@misc{x,\n  year = {2021}\n}\n',
    draft: 'true',
  };
  expect(toPaperFile(fields, '\n## Summary\n\nText.\n\n')).toMatchInlineSnapshot(`
    "---
    short: "1984"
    title: "StyleCLIP: Text-Driven Manipulation"
    authors: [Or Patashnik, Zongze Wu]
    institutions:
      - Creative Vision, Snap Inc.
      - TAU
    year: 2021
    arxiv: 2103.17240
    links:
      "Talk: part 1": https://example.org/?a=b#c
    topics: [CLIP + GAN]
    tags:
      - "@home"
      - C#
      - "no"
    award: '"Best" $\\alpha$: it’s'
    abstract: >-
      We edit pictures by words, pictures by words, pictures by words, pictures by words, pictures by words, pictures by
      words, pictures by words, pictures by words, pictures by words, and $\\beta$ # is no comment.
    added: 2026-01-31
    bibtex: |-
      @misc{x,
        year = {2021}
      }
    draft: true
    ---

    ## Summary

    Text.
    "
  `);
  expect(toPaperFile({ title: 'T' }, '')).toBe('---\ntitle: T\n---\n');
});

test('a list too long for its line has a line for each', () => {
  const authors = Array.from({ length: 9 }, (_, index) => `Firstname Lastname${index}`);
  expect(toPaperFile({ title: 'T', authors }, '')).toContain('\nauthors:\n  - Firstname Lastname0\n  - ');
});

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...' -?:,[]{}#&*!|>\'"%@`~=<\\$\n\tae01.é中', '\r', '\u0085', '\u2028', '\ufeff'),
  }),
  fc.constantFrom(
    'null',
    '~',
    'yes',
    '1.0',
    '0x1f',
    '2021-01-01',
    '---',
    '...',
    'a: b',
    'a #b',
    '- a',
    '? a',
    '<<',
    '!!x',
  ),
  fc.lorem({ maxCount: 60 }),
);
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const clean = (text: string) => text.replace(/\r\n?/g, '\n').replace(forbidden, '');
const fold = (text: string) => clean(text).replace(/\s+/g, ' ').trim();
const foldAll = (texts: readonly string[]) => [...new Set(texts.map(fold))].filter((text) => text !== '');
const foldLines = (text: string) => clean(text).trim().split('\n').map(fold).join('\n');
const trimLines = (text: string) =>
  clean(text)
    .trim()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
const orNothing = (text: string) => (text === '' ? undefined : text);

test('whatever the fields hold, reading gives it back', () => {
  const texts = fc.array(nasty, { maxLength: 8 });
  const fields = fc.record({
    title: nasty.filter((text) => fold(text) !== ''),
    short: nasty,
    venue: nasty,
    award: nasty,
    // What is in angle brackets is not part of the name.
    authors: fc.array(
      nasty.map((text) => text.replaceAll('<', '')),
      { maxLength: 8 },
    ),
    institutions: texts,
    tags: texts,
    abstract: nasty,
    bibtex: nasty,
    links: fc.dictionary(
      nasty.filter((key) => !/^(?:|<<|__proto__|\d+)$/.test(fold(key))),
      fc.constant('https://example.org/'),
    ),
  });
  fc.assert(
    fc.property(fields, nasty, (given, notes) => {
      const unique = { ...given, topics: ['A'], institutions: foldAll(given.institutions), tags: foldAll(given.tags) };
      const names = Object.keys(given.links).map(fold);
      fc.pre(new Set(names).size === names.length);
      const { paper, problems } = read(toPaperFile(unique, notes));
      // What is written need not be a record to come back.
      expect(problems.filter(({ rule, severity }) => severity === 'error' && rule !== 'bibtex-invalid')).toEqual([]);
      expect(paper).toMatchObject({
        title: fold(given.title),
        authors: given.authors.map(fold).filter((name) => name !== ''),
        institutions: unique.institutions,
        tags: unique.tags,
        links: names.map((name) => ({ name, url: 'https://example.org/' })),
      });
      for (const name of ['short', 'venue', 'award'] as const) expect(paper?.[name]).toBe(orNothing(fold(given[name])));
      expect(paper?.abstract).toBe(orNothing(foldLines(given.abstract)));
      expect(paper?.bibtex).toBe(orNothing(trimLines(given.bibtex)));
    }),
    { numRuns: 500 },
  );
});

test('notes keep the indentation of their first line', () => {
  expect(toPaperFile({ title: 'T' }, '\n  \n    code\n\n')).toBe('---\ntitle: T\n---\n\n    code\n');
});
