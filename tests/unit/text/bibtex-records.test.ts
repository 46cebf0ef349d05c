/** BibTeX records of hostile files: bounded expansion, and time that grows with the file and no faster. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_EXPANDED } from '../../../src/text/bibtex-expansion.ts';
import { readBibtexRecords } from '../../../src/text/bibtex-records.ts';

/** A macro that repeats the one before it eight times, and so on. */
const toBomb = (levels: number) =>
  Array.from({ length: levels }, (_, at) =>
    at === 0
      ? '@string{m0 = "xxxxxxxx"}\n'
      : `@string{m${at} = ${Array(8)
          .fill(`m${at - 1}`)
          .join(' # ')}}\n`,
  ).join('');

test('a bomb of macros is a fault at its line, and what follows is read', () => {
  const { records, faults } = readBibtexRecords(`${toBomb(9)}@misc{a, title = {T}}`);
  expect(faults[0]).toEqual({
    line: 6,
    start: 6,
    message: 'The macro `m4` expands to more than 65536 characters',
    hint: 'Write the values out instead of building them from macros.',
  });
  expect(records.map(({ key }) => key)).toEqual(['a']);
});

test('a macro repeated within one record is a fault, one that honest files use is none', () => {
  const text = `${'%'.repeat(20_000)}\n${toBomb(4)}@misc{a,\n title = ${Array(17).fill('m3').join('#')}}\n@misc{b, title = m3 # m3}`;
  const { records, faults } = readBibtexRecords(text);
  expect(faults.map(({ line, start }) => [line, start])).toEqual([[7, 6]]);
  expect(records.map(({ fields }) => fields.title?.length)).toEqual([8192]);
});

test('many records that each stay below the bound share one of the file', () => {
  const { records, faults } = readBibtexRecords(toBomb(5) + '@a{b, c = m4}\n'.repeat(1000));
  expect(records.length).toBeLessThan(10);
  expect(faults.length).toBeGreaterThan(990);
});

test('a volume lends what it has, but not without bound', () => {
  const volume = `@book{v, title = {${'x'.repeat(60_000)}}}\n`;
  const { records, faults } = readBibtexRecords(
    `@misc{a, crossref = {V}}\n${volume}${'@misc{b, crossref = v}\n'.repeat(50)}`,
  );
  expect(records[0]?.fields.booktitle?.length).toBe(60_000);
  expect(faults.length).toBeGreaterThan(20);
  expect(faults[0]?.message).toBe('`crossref` adds more than 65536 characters');
});

test('volumes in a circle lend once', () => {
  const text = '@a{x, crossref = y, one = 1}\n@a{y, crossref = z, two = 2}\n@a{z, crossref = x, three = 3}';
  expect(readBibtexRecords(text).records.map(({ fields }) => Object.keys(fields).sort().join(' '))).toEqual([
    'crossref one two',
    'crossref three two',
    'crossref one three',
  ]);
});

test('whatever macros say, the values together stay within their bound', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const part = fc.oneof(name, fc.constantFrom('"xx"', `{${'y'.repeat(500)}}`));
  const value = fc.array(part, { minLength: 1, maxLength: 30 }).map((parts) => parts.join('#'));
  const command = fc.oneof(
    fc.tuple(name, value).map(([macro, text]) => `@string{${macro}=${text}}`),
    fc.tuple(name, value).map(([key, text]) => `@misc{${key},title=${text},crossref=${key}a}`),
    fc.tuple(name, value).map(([key, text]) => `@book{${key}a,title=${text}}`),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const text = commands.join('\n');
      const sizes = readBibtexRecords(text).records.map(({ fields }) => Object.values(fields).join('').length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(9 * text.length + MOST_EXPANDED);
      expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(2 * MOST_EXPANDED + text.length);
    }),
    { numRuns: 200 },
  );
});

describe('takes four times as long for four times the text', () => {
  const fill = (unit: string, size: number) => unit.repeat(size / unit.length);
  const shapes: Readonly<Record<string, (size: number) => string>> = {
    records: (size) => fill('@misc{a,title={T}}\n', size),
    faults: (size) => fill('@a{=\n', size),
    'braces that are never closed': (size) => fill('@a{b,c={\n', size),
    'quotes that are never closed': (size) => fill('@a{b,c="{\n', size),
    'comments that are never closed': (size) => fill('@comment(\n', size),
    'faults inside of one another': (size) => fill('@a{b,c={\n', size / 2) + fill('}x}', size / 2),
    'volumes at the end': (size) => `${fill('@a{k,crossref=v}\n', size)}@book{v,title={T}}`,
    'braces that nest': (size) => `@misc{a,title=${'{'.repeat(size / 2)}${'}'.repeat(size / 2)}}`,
  };
  test.each(Object.keys(shapes))(
    '%s',
    (name) => {
      const toText = shapes[name] as (size: number) => string;
      const measure = (size: number) => {
        const text = toText(size);
        const start = process.cpuUsage().user;
        readBibtexRecords(text);
        return (process.cpuUsage().user - start) / 1000;
      };
      measure(65_536);
      // The square law takes sixteen times as long: minutes for the larger.
      expect(measure(1_048_576)).toBeLessThan(Math.max(16 * 0.7 * measure(262_144), 1500));
    },
    120_000,
  );
});
