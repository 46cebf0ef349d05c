import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toRelativeUrl, toRoot, toUrlPath } from '../../../src/model/url-path.ts';

test.each(['index.html', 'topics/a/b.notes.2.html', 'assets/x.0123456789.css'])('%j lies in the site', (path) => {
  expect(toUrlPath(path)).toBe(path);
});

test.each([
  '',
  '/',
  '/etc/passwd',
  '../x',
  'a/../b',
  'a//b',
  './a',
  'a/.',
  'a\\b',
  'a b',
  'a\n',
  'é.html',
  'a?b',
  'a#b',
])('%j does not', (path) => expect(() => toUrlPath(path)).toThrow(RangeError));

test.each([
  ['index.html', 'notes.html', 'notes.html', ''],
  ['index.html', 'papers/a.html', 'papers/a.html', ''],
  ['papers/a.html', 'papers/b.html', 'b.html', '../'],
  ['papers/a.html', 'index.html', '../index.html', '../'],
  ['topics/a/b.html', 'topics/a.html', '../a.html', '../../'],
  ['topics/a/b.html', 'topics/a/b/c.html', 'b/c.html', '../../'],
])('from %s to %s it is %s', (from, to, link, root) => {
  expect(toRelativeUrl(toUrlPath(from), toUrlPath(to))).toBe(link);
  expect(toRoot(toUrlPath(from))).toBe(root);
});

test('a relative link followed from its page arrives', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c.html'), { minLength: 1, maxLength: 5 })
    .map((parts) => toUrlPath(parts.join('/')));
  fc.assert(
    fc.property(path, path, (from, to) => {
      expect(posix.join(posix.dirname(from), toRelativeUrl(from, to))).toBe(to);
      expect(posix.join(posix.dirname(from), toRoot(from), to)).toBe(to);
    }),
  );
});
