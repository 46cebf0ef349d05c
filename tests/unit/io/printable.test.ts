/** What is printed is shown and not obeyed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disarm, disarmJson, toPrintable, toPrintableLines } from '../../../src/io/printable.ts';

/** What GitHub's runner does with a line (ActionCommand.TryParseV2 and TryParse), Azure's prefix included. */
function isObeyed(output: string): boolean {
  return output.split(/\r\n|\r|\n/).some((line) => {
    const trimmed = line.replace(/^[\s\u0085]+/, '');
    return trimmed.startsWith('::') || /##(?:vso|teamcity)?\[/.test(line);
  });
}

test.each([
  ['::error::pwned', ': :error::pwned'],
  ['  \t::add-mask::x', '  \t: :add-mask::x'],
  ['\u00a0\u3000::x', '\u00a0\u3000: :x'],
  ['a\n::x\r::y\r\n\n ::z', 'a\n: :x\r: :y\r\n\n : :z'],
  [':::note', ': ::note'],
  ['a ##[error]b', 'a # #[error]b'],
  ['###[x]', '## #[x]'],
  ['##vso[task.setvariable]x', '# #vso[task.setvariable]x'],
  ['std::vector ## Heading [link] a::b', 'std::vector ## Heading [link] a::b'],
])('%j becomes %j', (text, shown) => {
  expect(disarm(text)).toBe(shown);
});

test('nothing that is disarmed is obeyed, and JSON keeps its meaning', () => {
  const piece = fc.constantFrom(
    '::',
    ':',
    '##',
    '#',
    '[',
    ']',
    '##[',
    'error',
    'vso',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u0085',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      expect(isObeyed(disarm(text))).toBe(false);
      const json = JSON.stringify([text]);
      expect(JSON.parse(disarmJson(json))).toEqual([text]);
      expect(isObeyed(disarmJson(json))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('controls are written out; lines and tabs of a text of several lines stay', () => {
  expect(toPrintable('a\n\u001b[2J\u202e')).toBe('a\\n\\u{1b}[2J\\u{202e}');
  expect(toPrintableLines('a\n\tb\r\u001b[2J')).toBe('a\n\tb\\u{d}\\u{1b}[2J');
});
