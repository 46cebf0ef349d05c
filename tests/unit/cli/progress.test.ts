/** The line of progress: told on a terminal, nothing in a pipe, gone when the work is done. */
import { expect, test } from 'vitest';
import { createProgress } from '../../../src/cli/progress.ts';

function run(isTTY: boolean, total: number, columns = 80): string {
  let clock = 0;
  let written = '';
  const terminal = {
    isTTY,
    columns,
    write: (text: string) => {
      written += text;
    },
  };
  const progress = createProgress(terminal, () => clock);
  const show = progress.start('Preparing papers');
  for (let done = 1; done <= total; done += 1) {
    clock += 5;
    show(done, total);
  }
  return written;
}

test('count, rate and time left, at most ten times a second, and gone at the end', () => {
  const lines = run(true, 12_000).split('\r\u001b[2K');
  expect(lines.slice(0, 2)).toEqual(['', 'Preparing papers: 60 of 12,000, 200 a second, 1 min 0 s left']);
  expect(lines.length).toBeLessThan(12_000 / 20 + 3);
  expect(lines.at(-2)).toMatch(/^Preparing papers: 11,9\d\d of 12,000, 200 a second, 1 s left$/);
  expect(lines.at(-1)).toBe('');
});

test('nothing for short work, nothing where nobody looks, never wider than the terminal', () => {
  expect(run(true, 50)).toBe('');
  expect(run(false, 12_000)).toBe('');
  for (const line of run(true, 12_000, 30).split('\r\u001b[2K')) expect(line.length).toBeLessThan(30);
});

test('what is waited for stands alone on the line, and goes when it is over', () => {
  let written = '';
  const terminal = { isTTY: true, columns: 20, write: (text: string) => (written += text) };
  const progress = createProgress(terminal, () => 0);
  progress.say('Asking arxiv.org, attempt 2');
  progress.say('');
  progress.clear();
  expect(written).toBe('\r\u001b[2KAsking arxiv.org, a\r\u001b[2K');
});
