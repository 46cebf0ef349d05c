/** TeX from strangers: what sets type passes, what acts does not, however it is spelled. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test, vi } from 'vitest';
import { findActingTex } from '../../../src/text/acting-tex.ts';
import { TYPESETTING_COMMANDS, TYPESETTING_ENVIRONMENTS } from '../../../src/text/tex-commands.ts';
import { ACTING_COMMANDS } from '../acting-commands.ts';

describe('acts', () => {
  test.each(ACTING_COMMANDS)('\\%s', (name) => {
    for (const tex of [`\\${name}`, `a \\${name}{b}`, `\\\\\\${name} 18{x}`, `$\\text{\\${name}}$`]) {
      expect(findActingTex(tex, 'value')?.token, tex).toBe(`\\${name.startsWith('@') ? '@' : name}`);
      expect(findActingTex(tex, 'formula'), tex).toBeDefined();
    }
    expect(findActingTex(`\\begin{${name}}`, 'value')).toMatchObject({ token: '\\begin' });
    expect(findActingTex(`\\end{${name}}`, 'value')).toMatchObject({ token: '\\end' });
  });

  test.each([
    ['^^5cwrite18{x}', '^^', 0],
    ['a ^^^^005cinput', '^^', 2],
    ['\\^^5cinput', '^^', 1],
    ['\\text^^78{a}', '^^', 5],
    ['\\te^^78t', '\\te', 0],
    ['a\\', '\\', 1],
    ['\\\u{e9}', '\\\u{e9}', 0],
    ['\\begin {matrix}', '\\begin', 0],
    ['\\begin\\input', '\\begin', 0],
    ['\\href{run:calc.exe}{x}', '\\href', 0],
    ['\\href{calc.exe}{x}', '\\href', 0],
    ['\\href[x]{https://example.org}{x}', '\\href', 0],
    ['\\url{javascript:alert(1)}', '\\url', 0],
    ['\\url|run:x|', '\\url', 0],
    ['\\url\\input', '\\url', 0],
    ['\\@@input x', '\\@', 0],
  ])('%s', (tex, token, index) => {
    expect(findActingTex(tex, 'value')).toEqual({ token, index });
  });

  test.each(['x % y', '\\\\%', '\\url{https://example.org}', '\\href{https://example.org}{x}'])(
    '%s in a formula',
    (tex) => {
      expect(findActingTex(tex, 'formula')).toBeDefined();
      expect(findActingTex(tex, 'value')).toBeUndefined();
    },
  );
});

describe('sets type', () => {
  test.each([
    'J{\\"o}rg \\\'Elie {\\O}rsted \\v{S} na{\\"\\i}ve \\c c \\H{o} 50\\% \\& \\#1 \\_ \\$ \\{a\\}',
    "\\emph{Text} {\\em more} \\textit{a} \\textsuperscript{2} \\LaTeX{} \\textendash\\ x\\-y \\, \\\\ z~a --- ``q''",
    '$\\alpha_{1}^{2} \\le \\mathcal{O}(\\sqrt{n}) \\begin{pmatrix*}a & b\\end{pmatrix*} \\left\\{ x \\right. \\operatorname*{argmax}$',
    '\\url{https://example.org/a_b%20c} \\href{http://example.org/}{here} \\href{mailto:a@example.org}{x} \\url{www.example.org}',
    '{\\apj} \\mnras',
  ])('%s', (tex) => {
    expect(findActingTex(tex, 'value')).toBeUndefined();
  });

  test('percent signs of formulas', () => expect(findActingTex('5\\% \\%', 'formula')).toBeUndefined());
});

test('no command that sets type becomes one that acts in other letters, as styles of BibTeX write titles', () => {
  const known = new Set([...TYPESETTING_COMMANDS, ...TYPESETTING_ENVIRONMENTS]);
  const changed = [...known]
    .flatMap((name) => [name.toLowerCase(), name.toUpperCase()])
    .filter((name) => !known.has(name));
  // `\Box` is the one; `\box` alone takes what no document has.
  expect(changed.filter((name) => ACTING_COMMANDS.includes(name))).toEqual(['box']);
});

test('what KaTeX knows is either known here or left out on purpose', () => {
  const code = readFileSync(createRequire(import.meta.url).resolve('katex'), 'utf8');
  const names = new Set([...code.matchAll(/["']\\\\([A-Za-z]+)["']/g)].map((match) => match[1] as string));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const accepted = [...names].filter((name) =>
    [`\\${name}`, `\\${name}{x}`, `\\${name}{x}{x}`, `x\\${name} x`, `\\${name}(`, `\\text{\\${name}{x}}`].some((tex) =>
      isRead(tex),
    ),
  );
  expect(accepted.length).toBeGreaterThan(800);
  // Colours of Khan Academy, which no other TeX has.
  const colours = /^(?:blue|gold|gray|green|kaBlue|kaGreen|maroon|mint|orange|pink|purple|red|teal)[A-I]?$/;
  const others = accepted.filter((name) => !TYPESETTING_COMMANDS.has(name) && !colours.test(name));
  expect(others.toSorted().join(' ')).toBe(
    'DOTSB DOTSI DOTSX TextOrMath errmessage expandafter futurelet href htmlClass htmlId htmlStyle includegraphics let ' +
      'message noexpand providecommand renewcommand show sixptsize url',
  );
});

function isRead(tex: string): boolean {
  try {
    katex.renderToString(tex.replace(/\\(?:message|errmessage|show)/, ''), { strict: 'ignore', trust: true });
    return true;
  } catch {
    return false;
  }
}

test('whatever stands before it, a command that acts is found', () => {
  const piece = fc.constantFrom('\\', '\\\\', '{', '}', '%', '^', 'a', '$', '\\text', '\\"', ' ', '\n', '\\$', '@');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(...ACTING_COMMANDS), (pieces, name) => {
      const tex = `${pieces.join('')}\\${name} x`;
      const isEscaped = (/\\*$/.exec(pieces.join(''))?.[0].length ?? 0) % 2 === 1;
      fc.pre(!isEscaped);
      expect(findActingTex(tex, 'value')).toBeDefined();
    }),
  );
});
