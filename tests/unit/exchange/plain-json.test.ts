/** Plain JSON: a paper under the names of its file, which make the same file again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { toPaperFile } from '../../../src/exchange/paper-file.ts';
import { joinPlainJson, toPlainJson } from '../../../src/exchange/plain-json.ts';
import { toWork } from '../../../src/exchange/work.ts';
import { FIELD_ROWS } from '../../../src/model/fields.ts';
import type { Paper } from '../../../src/model/paper.ts';
import type { PaperFields } from '../../../src/model/paper-fields.ts';

function readPaper(text: string): Paper {
  const { paper, problems } = parsePaper({ path: 'papers/key.md', text, digest: '' });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return paper as Paper;
}

const toJson = (paper: Paper) => JSON.parse(toPlainJson(paper, toWork(paper)));

/** Every field, as its row shows it. */
const EXAMPLES = Object.fromEntries(
  FIELD_ROWS.filter(({ name }) => name !== 'draft' && name !== 'bibtex').map(({ name, read, examples }) => {
    const example = examples?.[0] ?? (read === 'url' ? `https://example.org/${name}` : `Words of ${name}`);
    return [name, typeof example === 'number' ? String(example) : example];
  }),
) as unknown as PaperFields;

test('every field is there, in the order of a file', () => {
  const json = toJson(readPaper(toPaperFile(EXAMPLES, '')));
  expect(Object.keys(json)).toEqual(['slug', ...Object.keys(EXAMPLES)]);
  expect(json).toMatchObject({ slug: 'key', year: 2021, links: EXAMPLES.links, builds_on: EXAMPLES.builds_on });
});

test('what is empty is not there; the type always is', () => {
  expect(toJson(readPaper('---\ntitle: T\ntopics: [A]\n---\n'))).toEqual({
    slug: 'key',
    title: 'T',
    type: 'preprint',
    topics: ['A'],
  });
});

test('a file made of it says the same', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() !== '');
  const fields = fc.record(
    {
      title: text,
      authors: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map((names) => [...names, 'et al.']),
      venue: text,
      publisher: text,
      abstract: text,
      year: fc.integer({ min: 1900, max: 2100 }).map(String),
      code: fc.constant('https://example.org/code'),
      links: fc.constant({ Blog: 'https://example.org/blog' }),
    },
    { requiredKeys: ['title'] },
  );
  fc.assert(
    fc.property(fields, (given) => {
      const paper = readPaper(toPaperFile({ ...given, topics: ['A'] } as PaperFields, ''));
      const { slug: _, year, ...json } = toJson(paper);
      const again = { ...json, ...(year === undefined ? {} : { year: String(year) }) };
      const { places: _p, bodyLine: _l, type: _t, ...read } = readPaper(toPaperFile(again, ''));
      const { places: _q, bodyLine: _m, ...before } = paper;
      expect(read).toEqual(before);
    }),
  );
});

test('a file of papers has a paper a line', () => {
  const record = toPlainJson(
    readPaper('---\ntitle: T\ntopics: [A]\n---\n'),
    toWork(readPaper('---\ntitle: T\ntopics: [A]\n---\n')),
  );
  const file = joinPlainJson([
    ['a', record],
    ['b', record],
  ]);
  expect(JSON.parse(file)).toMatchObject({ version: 1, papers: [{ slug: 'key' }, { slug: 'key' }] });
  expect(file.split('\n').filter((line) => line.startsWith('{"slug"'))).toHaveLength(2);
  expect(JSON.parse(joinPlainJson([]))).toEqual({ version: 1, papers: [] });
});
