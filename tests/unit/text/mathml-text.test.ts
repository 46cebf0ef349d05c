/** Formulas in one line of Unicode, from what KaTeX makes of them. */
import fc from 'fast-check';
import katex from 'katex';
import { expect, test } from 'vitest';
import { toTldr } from '../../../src/content/render/tldr.ts';
import type { Html } from '../../../src/model/html.ts';
import { toMathText } from '../../../src/text/mathml-text.ts';

const render = (tex: string) => katex.renderToString(tex, { output: 'htmlAndMathml', throwOnError: false });
const toText = (tex: string) => toMathText(/<math[\s\S]*<\/math>/.exec(render(tex))?.[0] ?? '');

test.each([
  ['x^2', 'x²'],
  ['w_s', 'wₛ'],
  ['\\lambda_{L2}', 'λ_(L2)'],
  ['\\alpha + \\beta = 10^{-4}', 'α + β = 10⁻⁴'],
  ['\\frac{1}{N} \\sum_{i=1}^{N} x_i', '1/N∑ᵢ₌₁^Nxᵢ'],
  ['\\frac{a+b}{c}', '(a + b)/c'],
  ['\\mathbb{E}[f(x, y)]', 'E[f(x, y)]'],
  ['\\sqrt{x}', '√x'],
  ['a < b \\& c', 'a < b&c'],
  ['1{,}000', '1,000'],
])('%s', (tex, text) => {
  expect(toText(tex)).toBe(text);
});

test('whatever KaTeX prints, nothing of the markup or of the TeX is left', () => {
  const commands = [
    '\\alpha',
    '\\frac{a}{b}',
    '\\sqrt{x}',
    '\\mathcal{L}',
    '_i',
    '^{2}',
    '\\left(x\\right)',
    '<',
    '&',
    'x',
    '\\text{a b}',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 8 }), (parts) => {
      const text = toText(parts.join(' '));
      expect(text).not.toMatch(/<\/|\\|&(?:amp|lt|gt);|class=/);
    }),
  );
});

test('the sentence of the notes has its formulas as text, and ends where it ends', () => {
  const html =
    `<p>It minimises ${render('\\|w - w_s\\|_2')}, as in <a href="x">A &amp; more</a>. Then more.</p>` as Html;
  expect(toTldr([{ html, text: 'It minimises \\|w - w_s\\|_2 , as in A & more. Then more.' }])).toBe(
    'It minimises ∥w − wₛ∥₂, as in A & more.',
  );
});
