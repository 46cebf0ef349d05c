/** Author lists: who is named, and whether there are more. */
import { expect, test } from 'vitest';
import { readAuthorList } from '../../../src/text/author-list.ts';

test.each([
  [['Ann Bee', 'et al.'], ['Ann Bee'], true],
  [['Ann Bee', 'and others'], ['Ann Bee'], true],
  [['Ann Bee', 'Others'], ['Ann Bee'], true],
  [['Ann Bee et al.'], ['Ann Bee'], true],
  [['Bee, Ann, et al'], ['Bee, Ann'], true],
  [['Ann Bee', 'Carl Dee and others'], ['Ann Bee', 'Carl Dee'], true],
  [['Ann Bee', 'et al.', 'Carl Dee'], ['Ann Bee', 'Carl Dee'], true],
  [['et al.'], [], true],
  [['Ann Bee', 'Al Etal', 'Others of Bristol'], ['Ann Bee', 'Al Etal', 'Others of Bristol'], false],
  [[], [], false],
])('%j names %j', (written, names, hasMore) => {
  const list = readAuthorList(written);
  expect(list.authors.map(({ name }) => name)).toEqual(names);
  expect(list.hasMore).toBe(hasMore);
});
