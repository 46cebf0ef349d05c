/** Packed index: it holds and finds exactly what MiniSearch would. */
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { addTerms, openIndex } from '../../../src/browser/finder/open-index.ts';
import { toNumbers, toSteps } from '../../../src/model/search-data.ts';
import { type Document, packIndex, unpackTerms } from '../../../src/text/packed-index.ts';
import { toTerms } from '../../../src/text/words.ts';

const OPTIONS = {
  fields: ['title', 'notes'],
  tokenize: (text: string) => toTerms(text),
  processTerm: (term: string) => term,
};

interface Texts {
  readonly title: string;
  readonly notes: string;
}

/** By the number of a field and of a document, how often a term is there. */
type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What MiniSearch 7 writes: its serialisation, version 2. */
interface Plain {
  readonly fieldIds: Readonly<Record<string, number>>;
  readonly index: readonly (readonly [term: string, byField: Counts])[];
}

const toCounts = (byField: Counts) =>
  OPTIONS.fields.flatMap((_, field) => Object.entries(byField[field] ?? {}).map(([id, times]) => [field, id, times]));

const word = fc.constantFrom('clip', 'style', 'nerf', 'gan', '图像编辑', 'Günel', 'proto', 'constructor', '2021');
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const anyDocuments = fc.array(fc.record({ title: text, notes: text }), { maxLength: 40 });

function build(documents: readonly Texts[]): MiniSearch {
  const index = new MiniSearch(OPTIONS);
  index.addAll(documents.map((document, id) => ({ ...document, id })));
  return index;
}

/** How often each term occurs, as papers are counted before they are packed. */
function count(text: string): Document[number] {
  const counts = new Map<string, number>();
  for (const term of toTerms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts];
}

const pack = (documents: readonly Texts[]) =>
  packIndex(
    documents.map(({ title, notes }) => [count(title), count(notes)]),
    OPTIONS.fields,
  );

test('is a line a term', () => {
  const index = pack([
    { title: 'CLIP', notes: 'clip and clip' },
    { title: 'NeRF', notes: '' },
    { title: 'clip', notes: '' },
  ]);
  expect(index).toEqual({
    count: 3,
    fields: ['title', 'notes'],
    terms: 'and 1:0\nclip 0:0,2 1:0*2\nnerf 0:1',
  });
});

test('holds what MiniSearch would hold: the same terms, in the same papers, as often', () => {
  fc.assert(
    fc.property(anyDocuments, (documents) => {
      const { index, fieldIds } = build(documents).toJSON() as unknown as Plain;
      expect(OPTIONS.fields.map((field) => fieldIds[field])).toEqual([0, 1]);
      const wanted = index.map(([term, byField]) => [term, ...toCounts(byField)]);
      const held: unknown[] = [];
      unpackTerms(pack(documents), (term, postings) => {
        const byField = [...postings].map(([field, counts]) => [field, Object.fromEntries(counts)] as const);
        held.push([term, ...toCounts(Object.fromEntries(byField))]);
      });
      expect(held.toSorted()).toEqual(wanted.toSorted());
    }),
  );
});

test('finds the same, with the same scores', () => {
  fc.assert(
    fc.property(anyDocuments, text, (papers, query) => {
      const index = build(papers);
      const toResults = (searched: MiniSearch) =>
        searched
          .search(query, { ...OPTIONS, prefix: true, fuzzy: 0.2 })
          .map(({ id, score, terms }) => ({ id, score: score.toFixed(9), terms: terms.toSorted() }));
      const opened = openIndex(papers.length, OPTIONS.fields);
      addTerms(opened, pack(papers));
      expect(toResults(opened)).toEqual(toResults(index));
    }),
  );
});

test('finds the same, with the same scores, if fields join one after the other', () => {
  fc.assert(
    fc.property(anyDocuments, text, fc.boolean(), (papers, query, isReversed) => {
      const index = build(papers);
      const toResults = (searched: MiniSearch) =>
        searched
          .search(query, { ...OPTIONS, prefix: true, fuzzy: 0.2 })
          .map(({ id, score, terms }) => ({ id, score: score.toFixed(9), terms: terms.toSorted() }))
          .toSorted((left, right) => left.id - right.id);
      const opened = openIndex(papers.length, OPTIONS.fields);
      const title = packIndex(
        papers.map((paper) => [count(paper.title)]),
        ['title'],
      );
      const notes = packIndex(
        papers.map((paper) => [count(paper.notes)]),
        ['notes'],
      );
      for (const part of isReversed ? [notes, title] : [title, notes]) addTerms(opened, part);
      expect(toResults(opened)).toEqual(toResults(index));
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
