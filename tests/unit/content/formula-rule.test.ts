/** One rule for dollars: what a title reads as a formula, notes read as one, and what titles leave as text, notes refuse. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/content/render/markdown/markdown.ts';
import { renderTextWithMath } from '../../../src/content/render/markdown/title.ts';
import { createReport } from '../../../src/content/report/report.ts';
import { toPlainText } from '../../../src/emit/parts/plain-name.ts';
import { FILE_START } from '../../../src/model/problem.ts';
import { splitFormulas } from '../../../src/text/formulas.ts';
import { toTexText } from '../../../src/text/tex-text.ts';
import { toTexTitle } from '../../../src/text/tex-writer.ts';

const formulasOf = (text: string) => splitFormulas(text).flatMap((part) => (part.isFormula ? [part.text] : []));

test.each([
  ['3$\\times$3 kernels', ['\\times']],
  ['$\\sim$5% and $\\approx$2', ['\\sim', '\\approx']],
  ['10$\\,$000, $\\times $3', ['\\,', '\\times ']],
  ['$x$ and $5, $10', ['x']],
  ['From $5 to $10', []],
  ['$5 and $x$', ['x']],
  ['$k$2, $ x $, $ \\times$ and $\\$5 or $6', []],
  ['$$x$$ and $\\times$$', []],
])('%s', (text, formulas) => {
  expect(formulasOf(text)).toEqual(formulas);
});

test('search, README and BibTeX read the same formula', () => {
  const title = '3$\\times$3 is all you need';
  expect(toPlainText(title)).toBe('3times3 is all you need');
  expect(toTexTitle(title)).toContain('{$\\times$}');
  expect(toTexText(title)).toBe(title);
});

test('titles and notes agree', () => {
  const part = fc.constantFrom('\\times', '\\,', '\\$', ' ', 'x', '5', '^2', '{a}', '=');
  const property = fc.property(
    fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    fc.constantFrom('', ' ', '3', '%', 'a'),
    (tex, after) => {
      // remark-math ends a formula at the first dollar, behind a backslash too.
      fc.pre(!tex.includes('\\$'));
      const text = `so $${tex}$${after}.`;
      const notes = createReport('x.md');
      renderMarkdown({ text, line: 1, prefix: 'x--', folder: 'papers' }, notes.report);
      const { hasMath } = renderTextWithMath(text, FILE_START, () => {});
      expect(notes.problems.some(({ rule }) => rule === 'math-money')).toBe(!hasMath);
    },
  );
  fc.assert(property, { numRuns: 300 });
});
