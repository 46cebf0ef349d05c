/** Formulas: the same markup that rehype-katex would give, nothing on the console, nothing that outlives a formula. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment, serialize } from 'parse5';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test, vi } from 'vitest';
import { renderFormula } from '../../../src/content/render/markdown/formula.ts';
import { renderMarkdown } from '../../../src/content/render/markdown/markdown.ts';
import { createReport } from '../../../src/content/report/report.ts';
import { root } from '../../support/papershelf.ts';

const FORMULAS = [
  'x',
  'a^2 + b_{i,j}',
  '\\frac{1}{2} < \\sqrt[3]{x} > \\text{if } y \\& z',
  '\\mathcal{L} = -\\frac{1}{N}\\sum_{i=1}^{N}\\log\\frac{\\exp(s_{ii}/\\tau)}{\\sum_j\\exp(s_{ij}/\\tau)}',
  '\\underset{w \\in \\mathcal{W}+}{\\arg \\min } D_{\\mathrm{CLIP}}(G(w), t)',
  '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
  '\\left\\| w - w_s \\right\\|_2 \\quad \\mathbb{E}_{x \\sim p}[f(x)]',
  '\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}',
  '\\overbrace{a+b}^{n} \\xrightarrow{f} \\hat{y}',
];

const normal = (html: string) => serialize(parseFragment(html));

test.each(FORMULAS)('%s is set as rehype-katex sets it', async (tex) => {
  const markdown = `Inline $${tex}$ here.\n\n$$\n${tex}\n$$\n`;
  const theirs = await unified()
    .use(remarkParse)
    .use(remarkMath)
    .use(remarkRehype)
    .use(rehypeKatex, { strict: 'ignore', maxSize: 20 })
    .use(rehypeStringify)
    .process(markdown);
  const { problems, report } = createReport('x.md');
  const ours = renderMarkdown({ text: markdown, line: 1, prefix: 'x--', folder: 'papers' }, report);
  expect(problems).toEqual([]);
  expect(normal(ours.sections[0]?.html ?? '')).toBe(normal(String(theirs)));
});

test('what KaTeX would print becomes a finding', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const rules = ['x 中', '\\text{😀}', 'a % b\n', 'é'].map((tex) =>
    renderFormula(tex, false).findings.map(({ rule }) => rule),
  );
  expect(warn).not.toHaveBeenCalled();
  expect(rules.flat()).toContain('math-strict');
  warn.mockRestore();
});

test('a macro defined by one formula is unknown to the next', () => {
  expect(renderFormula('\\gdef\\leak{x}\\leak', false).findings[0]?.rule).toBe('math-definition');
  expect(renderFormula('\\leak', false).findings[0]?.rule).toBe('math-invalid');
});

test.each([
  ['\\sqrt'.repeat(700), 'deep'],
  ['x^{'.repeat(49), 'unclosed'],
  [`${'x+'.repeat(1999)}x`, 'long'],
  ['\\frac'.repeat(700), 'no argument'],
])('%#: a formula within the limits never throws', (tex) => {
  expect(() => renderFormula(tex, true)).not.toThrow();
});

test('exactly one KaTeX is installed, and js-yaml is past its holes', () => {
  // What npm writes of all that it installed: `npm ls` would read every package anew.
  const { packages }: { packages: Record<string, { version: string }> } = JSON.parse(
    readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'),
  );
  const versionsOf = (name: string) =>
    Object.entries(packages).flatMap(([path, { version }]) => (path.endsWith(`node_modules/${name}`) ? [version] : []));
  const jsYaml = new Set(versionsOf('js-yaml'));
  expect(versionsOf('katex')).toEqual(['0.16.47']);
  expect(jsYaml.size).toBeGreaterThan(0);
  for (const version of jsYaml) {
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(
      major > 4 || (major === 4 && minor >= 1) || (major === 3 && (minor > 14 || (minor === 14 && patch >= 2))),
    ).toBe(true);
  }
});
