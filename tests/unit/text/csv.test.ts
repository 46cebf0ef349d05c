/** CSV: an independent reader finds every cell again, and no spreadsheet finds a formula. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv, toSafeCell } from '../../../src/text/csv.ts';

const read = (text: string): string[][] => parse(text, { relax_column_count: false });

test.each([
  ['=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'],
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['+1+1', "'+1+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r1', "'\r1"],
  [' =1', " '=1"],
  ['＝1', "'＝1"],
  ['a;=1', "a;'=1"],
  ['a; -b; @c', "a; '-b; '@c"],
  ['-1.5', '-1.5'],
  ['+6.3e7', '+6.3e7'],
  ['-', "'-"],
  ['a=1', 'a=1'],
  ['https://example.org/?a=1;b=2', 'https://example.org/?a=1;b=2'],
  ['', ''],
])('%j is written as %j', (text, safe) => expect(toSafeCell(text)).toBe(safe));

test('quotes where they are needed, CRLF after every row', () => {
  expect(
    toCsv([
      ['a', 'b "c"', ' d'],
      ['1,2', 'e;f', ''],
    ]),
  ).toBe('a,"b ""c"""," d"\r\n"1,2","e;f",\r\n');
});

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', ';', ',', '"', "'", ' ', '\t', '\r', '\n', '1', 'a', '＝', 'é'),
  }),
);
// A reader takes a row of one empty cell for an empty line.
const rows = fc
  .integer({ min: 2, max: 4 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
  );

test('every cell comes back as it was written', () => {
  fc.assert(
    fc.property(rows, (table) => {
      expect(read(toCsv(table))).toEqual(table.map((row) => row.map(toSafeCell)));
    }),
    { numRuns: 1000 },
  );
});

test('nothing but apostrophes is added, and a cell or a part of one begins a formula only if it is a number', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const safe = toSafeCell(text);
      if (Number.isFinite(Number(text)) && safe === text) return;
      for (const part of safe.split(';')) expect(part.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      expect(safe).not.toMatch(/^[\t\r\n]/);
      expect(safe.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
    }),
    { numRuns: 1000 },
  );
});
