/** New files: all or none, never over another. */
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeNewFiles } from '../../../src/io/write-new-files.ts';
import { createFolder, readTree } from '../../support/papershelf.ts';

test('writes each whole, in folders that it makes, and leaves nothing else', () => {
  const folder = createFolder();
  writeNewFiles([
    { file: join(folder, 'papers/a.md'), text: 'ä' },
    { file: join(folder, 'papers/b.md'), text: 'b' },
  ]);
  expect([...readTree(folder).keys()]).toEqual(['papers/a.md', 'papers/b.md']);
  expect(readFileSync(join(folder, 'papers/a.md'), 'utf8')).toBe('ä');
});

test.each(['file', 'link'])('a %s in the way of one keeps all from being written', (kind) => {
  const folder = createFolder({ 'other.md': 'theirs' });
  if (kind === 'link') symlinkSync('nowhere', join(folder, 'b.md'));
  const taken = kind === 'link' ? 'b.md' : 'other.md';
  const before = readdirSync(folder);
  const files = ['a.md', taken, 'c.md'].map((name) => ({ file: join(folder, name), text: 'ours' }));
  expect(() => writeNewFiles(files)).toThrow('already exists; nothing was written');
  expect(readdirSync(folder)).toEqual(before);
  expect(readFileSync(join(folder, 'other.md'), 'utf8')).toBe('theirs');
});
