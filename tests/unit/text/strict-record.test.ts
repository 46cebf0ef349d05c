/** Strict records: what is one record to everybody, and nothing else. */
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStrictRecord } from '../../../src/text/strict-record.ts';

const faultsOf = (text: string) => readStrictRecord(text).faults.map(({ kind, offset }) => `${kind} ${offset}`);

test('a record as publishers write it', () => {
  const text =
    '@InProceedings {DBLP:conf/cvpr/A&B-21,\n  author\t= {A and {B "C"}},\n title = "T {"} u" # jan # {x} # 12 ,\n x-y = 1,\n}\n';
  const { record, faults } = readStrictRecord(text);
  expect(faults).toEqual([]);
  expect(record?.key).toBe('DBLP:conf/cvpr/A&B-21');
  expect(record?.fields.map(({ name, value }) => [name, value])).toEqual([
    ['author', 'A and {B "C"}'],
    ['title', 'T {"} ujanx12'],
    ['x-y', '1'],
  ]);
  const [, title] = record?.fields ?? [];
  expect(text[title?.toOffset(10) as number]).toBe('x');
});

describe('passes', () => {
  test.each([
    '@misc{a}',
    '@misc{a,}',
    "@misc{o'brien+*_:./-é, title = {$\\{x\\}$}}",
    '  @misc{a, note = {me@example.org, {@}misc {x}}, url = {https://example.org/@a/b%20c}} \n',
    '@misc{a, title = {J{\\"o}rg}, author = "J{\\"o}rg"}',
  ])('%s', (text) => expect(faultsOf(text)).toEqual([]));
});

describe('does not pass', () => {
  test.each([
    ['', ['form 0']],
    ['Words', ['form 0']],
    ['@string{a = "b"} @misc{x, title = a}', ['command 0', 'form 34']],
    ['@ STRING (a = "b") @misc{x, y = {z}}', ['command 0', 'form 9']],
    ['@misc{x, y = {z}}\n@preamble{"\\write18{}"}\n@comment{ @misc{y, z = {1}} }', ['command 18', 'command 42']],
    ['@Comment\n@misc{x, y = {z}}', ['command 0']],
    ['@misc{x, y = {z}} @misc{y, z = {1}}', ['form 18']],
    ['@misc{x, y = {z}} @', ['form 18']],
    ['@misc{x, y = {z}} trailing', ['form 18']],
    ['% words\n@misc{x, y = {z}}', ['form 0']],
    ['@misc(x, y = {z})', ['form 0']],
    ['@misc1{x, y = {z}}', ['form 0']],
    ['@misc{x y = {z}}', ['form 8']],
    ['@misc{x, y = {z} z = {1}}', ['form 17']],
    ['@misc{x,, y = {z}}', ['form 8']],
    ['@misc{, y = {z}}', ['form 6']],
    ['@misc{a\\input, y = {z}}', ['form 6']],
    ['@misc{a^^5c, y = {z}}', ['form 6']],
    ['@misc{x, y = z}', ['form 13']],
    ['@misc{x, y = "\\in" # foo # "put"}', ['form 21']],
    ['@misc{x, y = {a \\} b \\{ c}}', ['form 13']],
    ['@misc{x, y = {a \\{ b } \\} }}', ['form 13']],
    ['@misc{x, y = "J\\"org"}', ['form 13']],
    ['@misc{x, y = {z}', ['form 16']],
    ['@misc{x, y = {z', ['form 13']],
    ['@misc{x, y = "z}', ['form 13']],
    ['@misc{x, y = {a @misc{b} c}}', ['form 16']],
    ['@misc{x, y = {a\n@b}}', ['form 16']],
    ['@misc{x, y = {a\n% other\n@preamble{x}}}', ['form 24', 'form 16', 'form 24']],
    ['@misc{x, y = {a\n  % other\n}}', ['form 18']],
    ['@misc{x,\u00a0y = {z}}', ['form 8']],
    ['@misc{x, y = {z}}\u2028', ['form 17']],
  ])('%s', (text, places) => expect(faultsOf(text)).toEqual(places));
});

test('every record that passes is one record, and nothing else, to another program', () => {
  const value = fc.constantFrom(
    '{a b}',
    '"c"',
    '{d {e} f}',
    '"g {"} h"',
    '2021',
    'jan',
    '{a \\{ b \\} c}',
    '{@b}',
    'a',
    '{}',
  );
  const noise = fc.constantFrom(
    ...['@', '{', '}', '"', '\\', '#', ',', '=', '(', ')', '%', '\n', ' ', '@string{a="b"}', '@misc{k,', '@comment{'],
  );
  const part = fc.tuple(value, fc.oneof({ weight: 14, arbitrary: fc.constant('') }, { weight: 1, arbitrary: noise }));
  const field = fc
    .tuple(fc.constantFrom('title', 'author', 'x-y', 'note'), fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([name, parts]) => `${name} = ${parts.map((pieces) => pieces.join('')).join(' # ')}`);
  const text = fc
    .tuple(
      fc.constantFrom('', '', '', ' ', '\n', '@', '%\n', '@comment'),
      fc.array(field, { maxLength: 4 }),
      fc.constantFrom('', ',', '\n'),
    )
    .map(([before, fields, after]) => `${before}@misc{key, ${fields.join(',\n ')}${after}}`);
  let passed = 0;
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: noise, maxLength: 30 })), (written) => {
      const { record } = readStrictRecord(written);
      if (record === undefined) return;
      passed += 1;
      const read = parse(written, { sentenceCase: false });
      expect(read.entries.map(({ key }) => key)).toEqual([record.key]);
      expect({ ...read.strings, ...read.preamble, ...read.comments }).toEqual({});
      expect(read.errors).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(passed).toBeGreaterThan(75);
});
