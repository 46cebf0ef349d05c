/** Bounded work: one file may cost only so much, and one formula may say only so much. */
import { expect, test } from 'vitest';
import { renderFormula } from '../../../src/content/render/markdown/formula.ts';
import { renderMarkdown } from '../../../src/content/render/markdown/markdown.ts';
import { createReport } from '../../../src/content/report/report.ts';

function rulesOf(text: string): readonly string[] {
  const { problems, report } = createReport('papers/x.md');
  renderMarkdown({ text, line: 1, prefix: 'p-x--', folder: 'papers' }, report);
  return problems.map(({ rule }) => rule);
}

test('a formula gives one finding of a rule, however many characters break it', () => {
  const { findings } = renderFormula('数'.repeat(3990), false);
  expect(findings.map(({ rule }) => rule)).toEqual(['math-strict']);
});

test('too many formulas are one problem, whichever way they are written', () => {
  expect(rulesOf(`${'$$\n'.repeat(2600)}\n`.repeat(7))).toEqual(['math-limit']);
  expect(rulesOf('$x$ '.repeat(300))).toEqual(['math-limit']);
  expect(
    rulesOf('<code class="language-math">x</code>\n\n'.repeat(300)).filter((rule) => rule === 'math-limit'),
  ).toEqual(['math-limit']);
});

test('tables with too many cells are one problem', () => {
  const row = (cell: string) => `${`|${cell}`.repeat(30)}|\n`;
  const table = row('a') + row('-') + row('b').repeat(100);
  expect(rulesOf(`${table}\n`.repeat(2))).toEqual(['limit-table']);
  expect(rulesOf(`${table}\n`.repeat(6))).toEqual(['limit-table']);
});

test('honest notes stay below the limits: a long list, a long quote with a list in it, deeply indented code', () => {
  const code = `\`\`\`json\n${`${' '.repeat(40)}"key": "value",\n`.repeat(130)}\`\`\`\n`;
  expect(rulesOf(`${'- x\n'.repeat(20)}\n`.repeat(70))).toEqual([]);
  expect(rulesOf(`${'> - x\n'.repeat(20)}\n`.repeat(45))).toEqual([]);
  expect(rulesOf(`${code}\n`.repeat(7))).toEqual([]);
});

test.each([
  ['quotes in lists', '- > '.repeat(25)],
  ['lists', '- '.repeat(49)],
  ['numbered lists', '1. '.repeat(49)],
  ['quotes', '> '.repeat(49)],
])('%s inside each other, line after line, are refused before they are parsed', (_, markers) => {
  expect(rulesOf(`${`${markers}x\n`.repeat(60)}\n`.repeat(8))).toEqual(['limit-nesting']);
});
