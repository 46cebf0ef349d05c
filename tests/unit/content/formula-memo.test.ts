/** Formula memo: formulas set once for many papers, with the results of papers prepared alone. */
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import * as formula from '../../../src/content/render/markdown/formula.ts';
import { type FormulaMemo, recallFormula } from '../../../src/content/render/markdown/formula-memo.ts';
import { createPacker } from '../../../src/pipeline/pack-file.ts';
import { toPaper } from '../../support/papershelf.ts';

vi.mock('../../../src/content/render/markdown/formula.ts', { spy: true });
afterEach(() => vi.clearAllMocks());

const toSource = (index: number, title: string, notes: string) => {
  const text = toPaper([`title: 'Paper ${index} ${title}'`, 'topics: [CLIP + GAN]'], notes);
  return { path: `papers/p${index}.md`, text, digest: String(index) };
};

test('papers prepared together are those prepared alone, also if formulas are wrong', () => {
  const tex = fc.constantFrom(
    'x',
    'x^2',
    '\\frac{1}{2}',
    '\\nope',
    'x^2^3',
    '\\href{a}{b}',
    'ñ',
    'a % b',
    '\\def\\a{b}',
  );
  const piece = fc.tuple(fc.constantFrom('$', '$$\n'), tex).map(([mark, inner]) => {
    return mark === '$' ? `In $${inner}$ line.` : `$$\n${inner}\n$$`;
  });
  const paper = fc.tuple(
    tex.map((inner) => `$${inner}$`),
    fc.array(piece, { maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(paper, { maxLength: 4 }), (papers) => {
      const sources = papers.map(([title, pieces], index) => toSource(index, title, pieces.join('\n\n')));
      const memo: FormulaMemo = new Map();
      const together = sources.map((source) => createPacker().pack(source, memo));
      expect(together).toEqual(sources.map((source) => createPacker().pack(source, new Map())));
    }),
    { numRuns: 40, seed: 20260101 },
  );
});

test('a formula is set once in each form, whichever papers it stands in', () => {
  const notes = '$a+b$ and $a+b$\n\n$$\na+b\n$$\n';
  const memo: FormulaMemo = new Map();
  for (const source of [toSource(1, '$a+b$', notes), toSource(2, '', notes)]) createPacker().pack(source, memo);
  expect(vi.mocked(formula.renderFormula).mock.calls).toEqual([
    ['a+b', false],
    ['a+b', true],
  ]);
});

test('it forgets the oldest when it is full, and keeps no long formulas', () => {
  const memo: FormulaMemo = new Map();
  for (let index = 0; index < 2100; index += 1) recallFormula(String(index), false, memo);
  recallFormula('x'.repeat(500), false, memo);
  expect(memo.size).toBe(2000);
  recallFormula('2099', false, memo);
  expect(formula.renderFormula).toHaveBeenCalledTimes(2101);
  recallFormula('0', false, memo);
  expect(formula.renderFormula).toHaveBeenCalledTimes(2102);
});
