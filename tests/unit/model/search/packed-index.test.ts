/** Packed index: what is unpacked finds exactly what the index found that was packed. */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { openIndex } from '../../../../src/browser/finder/open-index.ts';
import { type PlainIndex, packIndex } from '../../../../src/model/search/packed-index.ts';
import { toNumbers, toSteps } from '../../../../src/model/search/search-data.ts';
import { toTerms } from '../../../../src/model/search/words.ts';

const OPTIONS = {
  fields: ['title', 'notes'],
  tokenize: (text: string) => toTerms(text),
  processTerm: (term: string) => term,
};

function build(documents: readonly { readonly title: string; readonly notes: string }[]): MiniSearch {
  const index = new MiniSearch(OPTIONS);
  index.addAll(documents.map((document, id) => ({ ...document, id })));
  return index;
}

const repack = (index: MiniSearch) => openIndex(packIndex(index.toJSON() as unknown as PlainIndex));

test('is a line a term', () => {
  const index = build([
    { title: 'CLIP', notes: 'clip and clip' },
    { title: 'NeRF', notes: '' },
    { title: 'clip', notes: '' },
  ]);
  expect(packIndex(index.toJSON() as unknown as PlainIndex)).toEqual({
    count: 3,
    fields: ['title', 'notes'],
    terms: 'and 1:0\nclip 0:0,2 1:0*2\nnerf 0:1',
  });
});

test('finds the same, with the same scores', () => {
  const word = fc.constantFrom('clip', 'style', 'nerf', 'gan', '图像编辑', 'Günel', 'proto', 'constructor', '2021');
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
  const documents = fc.array(fc.record({ title: text, notes: text }), { maxLength: 40 });
  fc.assert(
    fc.property(documents, text, (papers, query) => {
      const index = build(papers);
      const toResults = (searched: MiniSearch) =>
        searched
          .search(query, { ...OPTIONS, prefix: true, fuzzy: 0.2 })
          .map(({ id, score, terms }) => ({ id, score: score.toFixed(9), terms: terms.toSorted() }));
      expect(toResults(repack(index))).toEqual(toResults(index));
    }),
  );
});

test('steps lead to the same numbers', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(10_000)), (numbers) => {
      const sorted = numbers.toSorted((left, right) => left - right);
      expect(toNumbers(toSteps(sorted))).toEqual(sorted);
    }),
  );
});
