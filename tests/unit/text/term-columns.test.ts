/** Term columns: changed row by row, they say what columns made afresh would say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearest } from '../../../src/content/collect/nearest.ts';
import { weighTerms } from '../../../src/content/collect/term-weights.ts';
import type { Terms } from '../../../src/model/entry.ts';
import type { TermColumns, TermTable } from '../../../src/model/term-columns.ts';
import { packIndex } from '../../../src/text/packed-index.ts';
import { packTerms } from '../../../src/text/packed-terms.ts';
import { changeTermColumns, toTermColumns } from '../../../src/text/term-columns.ts';
import { makePaper, makeSite } from '../../support/site.ts';

const WORDS = [
  'clip',
  'style',
  'nerf',
  'gan',
  '图像',
  'gunel',
  'proto',
  'constructor',
  '2021',
  '__proto__',
  '𝒳',
  'a b',
];
const anyRow = fc.uniqueArray(fc.tuple(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 70_000 })), {
  selector: ([term]) => term,
});
const anyTerms: fc.Arbitrary<Terms> = fc.record({ keywords: anyRow, notes: anyRow });
/** A row that is kept, by its share of the rows that there are, or a new one. */
const anyEdit = fc.array(fc.oneof(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), anyTerms), {
  maxLength: 12,
});

/** What columns say, by row. */
function read({ vocabulary, keywords, notes }: TermColumns): readonly Terms[] {
  const readRow = ({ starts, terms, counts }: TermTable, row: number) =>
    [...terms.subarray(starts[row], starts[row + 1])].map(
      (term, at) => [vocabulary[term] as string, counts[(starts[row] as number) + at] as number] as const,
    );
  return Array.from({ length: keywords.starts.length - 1 }, (_, row) => ({
    keywords: readRow(keywords, row),
    notes: readRow(notes, row),
  }));
}

/** Everything that is made from columns. */
function use(columns: TermColumns) {
  const rows = columns.keywords.starts.length - 1;
  const { cards, topics } = makeSite(Array.from({ length: rows }, (_, row) => makePaper(`p${row}`, {})));
  const weights = weighTerms(cards, columns, topics);
  return { weights, nearest: findNearest(weights), index: packTerms(columns.vocabulary, columns.notes, 'notes') };
}

test('columns that are changed, shuffled and cut are those made afresh, whatever the vocabulary keeps', () => {
  fc.assert(
    fc.property(fc.array(anyTerms, { maxLength: 12 }), fc.array(anyEdit, { maxLength: 4 }), (papers, edits) => {
      let wanted: readonly Terms[] = papers;
      let columns = toTermColumns(papers);
      for (const edit of edits) {
        const rows = edit.flatMap((row): (number | Terms)[] => {
          if (typeof row !== 'number') return [row];
          return wanted.length === 0 ? [] : [Math.floor(row * wanted.length)];
        });
        columns = changeTermColumns(columns, rows);
        wanted = rows.map((row) => (typeof row === 'number' ? (wanted[row] as Terms) : row));
      }
      expect(read(columns)).toEqual(wanted);
      expect(use(columns)).toEqual(use(toTermColumns(wanted)));
    }),
    { numRuns: 300 },
  );
});

test('the index of columns is the index of the same documents, line by line', () => {
  fc.assert(
    fc.property(fc.array(anyTerms, { maxLength: 40 }), (papers) => {
      const { vocabulary, notes } = toTermColumns(papers);
      const documents = papers.map((terms) => [terms.notes]);
      expect(packTerms(vocabulary, notes, 'notes')).toEqual(packIndex(documents, ['notes']));
    }),
  );
});

test('numbers of every length are written in base 36', () => {
  const counts = [1, 2, 35, 36, 37, 1295, 1296, 46_655, 46_656, 4_294_967_295];
  const documents = Array.from({ length: 3000 }, (_, number): Terms => {
    const row = number % 1297 === 0 ? counts.map((count) => [`w${count}`, count] as const) : [];
    return { keywords: [], notes: row };
  });
  const { vocabulary, notes } = toTermColumns(documents);
  expect(packTerms(vocabulary, notes, 'notes').terms.split('\n')).toEqual(
    counts
      .map((count) => {
        const times = count === 1 ? '' : `*${count.toString(36)}`;
        return `w${count} 0:0${times},${(1297).toString(36)}${times},${(1297).toString(36)}${times}`;
      })
      .toSorted(),
  );
});

test('words that nobody says any more do not pile up', () => {
  const paper = (name: string): Terms => ({ keywords: [[name, 1]], notes: [[`${name}-note`, 1]] });
  let columns = toTermColumns([paper('one'), paper('two')]);
  for (let edit = 0; edit < 100; edit += 1) columns = changeTermColumns(columns, [0, paper(`edit-${edit}`)]);
  expect(columns.vocabulary.length).toBeLessThanOrEqual(8);
  expect(read(columns)).toEqual([paper('one'), paper('edit-99')]);
});
