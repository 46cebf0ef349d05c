import { execFileSync, spawn } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readText } from '../../../src/io/read-text.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const MOST = 8 * 1024 * 1024;
let file = '';

beforeEach(() => {
  file = join(makeTemporaryFolder(), 'papers.bib');
});

test('8 MiB are read, and not a byte more', () => {
  writeFileSync(file, Buffer.alloc(MOST, 'é'));
  expect(readText(file)).toBe('é'.repeat(MOST / 2));
  writeFileSync(file, Buffer.alloc(MOST + 1, 'x'));
  expect(() => readText(file)).toThrow(`\`${file}\` has 8,388,609 bytes; the limit is 8,388,608 (8 MiB).`);
});

test('a file of any size is refused before it is read', () => {
  writeFileSync(file, '');
  truncateSync(file, 300 * 1024 ** 3);
  const before = process.memoryUsage().rss;
  expect(() => readText(file)).toThrow(
    expect.objectContaining({
      name: 'WorldError',
      exitCode: 2,
      message: expect.stringContaining('322,122,547,200 bytes'),
    }),
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(MOST);
});

test.skipIf(process.platform === 'win32')('a pipe and a device, which have no size, are bounded too', () => {
  execFileSync('mkfifo', [file]);
  spawn('sh', ['-c', 'printf "one" > "$0"', file]);
  expect(readText(file)).toBe('one');
  const endless = spawn('sh', ['-c', 'cat /dev/zero > "$0"', file]);
  expect(() => readText(file)).toThrow('is larger; the limit is 8,388,608 (8 MiB)');
  endless.kill();
  expect(() => readText('/dev/zero')).toThrow('`/dev/zero` is larger');
  expect(readText('/dev/null')).toBe('');
});

test.skipIf(process.platform !== 'linux')('a file of /proc has no size until it is read', () => {
  expect(readText('/proc/self/status')).toContain('Pid:');
});
