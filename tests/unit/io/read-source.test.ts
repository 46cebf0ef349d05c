import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../../../src/io/read-source.ts';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

// What changes between the listing of a folder and the opening of its files must not slip through.
test('opens neither a link nor a named pipe nor a folder, and knows a file that is gone', () => {
  const folder = makeTemporaryFolder();
  writeFiles(folder, { 'a.md': 'a' });
  symlinkSync('a.md', join(folder, 'link.md'));
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  const ruleOf = (file: string) => readSource(file, 'papers/x.md')?.problem?.rule;
  expect(readSource(join(folder, 'a.md'), 'papers/a.md')?.source?.text).toBe('a');
  expect(ruleOf(join(folder, 'link.md'))).toBe('file-symlink');
  expect(ruleOf(join(folder, 'pipe.md'))).toBe('file-not-regular');
  expect(ruleOf(folder)).toBe('file-not-regular');
  expect(ruleOf('/dev/null')).toBe('file-not-regular');
  expect(readSource(join(folder, 'gone.md'), 'papers/gone.md')).toBeUndefined();
  // A file of /proc has no size until it is read.
  expect(readSource('/proc/self/status', 'papers/x.md')?.source?.text).toContain('Pid:');
});
