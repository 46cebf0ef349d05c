/** Weight: what a reader loads before any interaction, with the best compression that hosts offer. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { buildClip, buildLong } from './support/build-once.ts';

const out = buildClip();

const compress = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }).length;
const weigh = (file: string) => compress(readFileSync(file));

/** The files that a page names in its head: style sheets and scripts. */
function listLoaded(folder: string, page: string): string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  return [...html.matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)].map((match) =>
    join(folder, match[1] as string),
  );
}

describe('the home of the CLIP list', () => {
  test('is at most 40 KB with its style, its script and what reference managers read', () => {
    const files = listLoaded(out, 'index.html');
    expect(files.map((file) => /(\w+)\.\w+\.(\w+)$/.exec(file)?.slice(1).join('.'))).toEqual(['style.css', 'page.js']);
    expect([join(out, 'index.html'), ...files].reduce((sum, file) => sum + weigh(file), 0)).toBeLessThanOrEqual(40_000);
  });
});

test('the scripts are at most 16 KB, the search library inside not counted', () => {
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  const [, script = '', finder = ''] = /<script src="([^"]+)"[^>]* data-finder="([^"]+)"/.exec(page) ?? [];
  const library = buildSync({ entryPoints: ['minisearch'], bundle: true, minify: true, format: 'esm', write: false });
  const own =
    weigh(join(out, script)) +
    weigh(join(out, finder)) -
    compress(library.outputFiles[0]?.contents ?? new Uint8Array());
  expect(own).toBeGreaterThan(5000);
  expect(own).toBeLessThanOrEqual(16_000);
});

test('the stages of the build weigh on the add page alone, hold nothing of Node, and are at most 320 KB', () => {
  const page = readFileSync(join(out, 'add.html'), 'utf8');
  const script = /data-script="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(listLoaded(out, 'add.html').some((file) => file.endsWith(script))).toBe(false);
  expect(weigh(join(out, script))).toBeLessThanOrEqual(320_000);
  expect(readFileSync(join(out, script), 'utf8')).not.toMatch(/["'`]node:\w|\brequire\(|\bimport\(/);
  const others = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && file !== 'add.html',
  );
  expect(others.filter((file) => readFileSync(join(out, file), 'utf8').includes(script))).toEqual([]);
});

test('a page of 500 entries is at most 150 KB, with folds for their notes too', { timeout: 120_000 }, () => {
  const long = buildLong();
  for (const page of ['index.html', 'notes.html']) {
    const html = readFileSync(join(long, page), 'utf8');
    expect(html.match(/<article class="entry"/g)?.length).toBe(500);
    expect(weigh(join(long, page))).toBeLessThanOrEqual(150_000);
  }
});
