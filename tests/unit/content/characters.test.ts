/** Which characters a source may hold, and where the others are told. */
import { expect, test } from 'vitest';
import { checkCharacters } from '../../../src/content/parse/characters.ts';
import { findForbiddenCharacters } from '../../../src/text/forbidden-characters.ts';

test.each([
  0x00, 0x01, 0x08, 0x0b, 0x0c, 0x0d, 0x1b, 0x1f, 0x7f, 0x80, 0x9f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0xd800,
  0xdfff,
])('U+%s is forbidden', (code) => {
  expect(findForbiddenCharacters(`a${String.fromCharCode(code)}b`)).toEqual([{ offset: 1, code }]);
});

test.each(['\t', '\n', ' ', '\u00a0', 'é', '\u200d', '\u200b', '論文', '😀', '👩‍💻', '\u2029', '\u206a'])(
  '%j is allowed',
  (text) => {
    expect(findForbiddenCharacters(`a${text}b`)).toEqual([]);
  },
);

test('each is told at its line and column, in UTF-16 units', () => {
  const problems = checkCharacters({ path: 'papers/a.md', text: '---\n😀\u202ex\n\ufeff', digest: '' });
  expect(problems.map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn])).toEqual([
    [2, 3, 2, 4],
    [3, 1, 3, 2],
  ]);
  expect(problems[0]?.message).toBe(
    'The character `U+202E` (right-to-left override) is not allowed in files of the list.',
  );
});

test('the first twenty are told', () => {
  expect(checkCharacters({ path: 'papers/a.md', text: '\u0000'.repeat(100_000), digest: '' })).toHaveLength(20);
});
