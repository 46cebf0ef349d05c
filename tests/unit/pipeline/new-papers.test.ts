/** New papers: one that the list has is refused, one of the same title that something tells apart is taken with a hint. */
import { expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import type { Paper } from '../../../src/model/paper.ts';
import type { PaperFields } from '../../../src/model/paper-fields.ts';
import { toNewPapers } from '../../../src/pipeline/new-papers.ts';
import { toPaper } from '../../support/papershelf.ts';

const source = {
  path: 'papers/deep-learning.md',
  text: toPaper(['title: Deep Learning', 'topics: [A]', 'year: 2015', 'authors: [Yann LeCun, Yoshua Bengio]']),
  digest: '',
};
const known = [parsePaper(source).paper as Paper];

function add(...fields: Partial<PaperFields>[]): readonly string[] {
  const candidates = fields.map((one, index) => {
    return {
      fields: { title: 'Deep Learning', topics: ['A'], ...one },
      origin: { file: 'my.bib', line: index + 1 },
    };
  });
  const { sources, problems } = toNewPapers(candidates, known, [source], 'papers');
  return [...sources.map(({ path }) => path), ...problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)];
}

test('one title, another year: taken, with a hint in the new file', () => {
  expect(add({ year: '2016' })).toEqual([
    'papers/deep-learning-2016.md',
    'papers/deep-learning-2016.md:2 title-similar',
  ]);
});

test('one title, other authors: taken', () => {
  expect(add({ authors: ['Ian Goodfellow', 'Yoshua Bengio'], year: '2015' })[0]).toMatch(/^papers\/deep-learning-/);
});

test('one title that nothing tells apart is refused, at its line, and so is a second candidate like the first', () => {
  expect(add({ year: '2015' })).toEqual(['my.bib:1 paper-duplicate']);
  expect(add({ year: '2016' }, { year: '2016' }).at(-1)).toBe('papers/deep-learning-2016.md:2 title-similar');
  expect(add({ year: '2016' }, { year: '2016' })).toContain('my.bib:2 paper-duplicate');
});
