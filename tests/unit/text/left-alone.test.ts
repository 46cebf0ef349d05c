/** What may lie among the papers without being one of them. */
import { expect, test } from 'vitest';
import { isLeftAlone, leadsToLeftAlone } from '../../../src/text/left-alone.ts';

test.each(['.git', '_template.md', '_drafts', '_', 'README.md', 'readme.md', 'ReadMe.MD'])('%s is', (name) => {
  expect(isLeftAlone(name)).toBe(true);
});

test.each(['a_b.md', 'readme', 'README.txt', 'my-readme.md', 'readme.md.md', 'index.md', ''])('%s is not', (name) => {
  expect(isLeftAlone(name)).toBe(false);
});

test('a path leads to one or through one', () => {
  expect(['/_drafts/a.md', 'x/README.md', '\\_x\\a.md', '../_a.md'].every(leadsToLeftAlone)).toBe(true);
  expect(['/a_b/c.md', '../a.md', './a.md', 'x/readme/index.md'].some(leadsToLeftAlone)).toBe(false);
});
