/** Small whole sites: each folder is a list, `files.txt` what its build writes, `*.outline.txt` what matters on a page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder, papershelf, readTree } from '../papershelf.ts';
import { findBrokenLinks, findDoubleIds, toOutline } from './inspect.ts';
import { validate } from './validate.ts';

const folder = import.meta.dirname;
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(names)('%s', (name) => {
  const out = join(createFolder(), 'dist');
  const run = papershelf(join(folder, name), ['build', '--out', out]);
  const tree = existsSync(out) ? readTree(out) : new Map<string, Buffer>();
  const pages = [...tree]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path, bytes.toString()] as const);

  test('builds, and writes these files', async () => {
    expect(run).toMatchObject({ code: 0, stdout: '' });
    const files = [...tree.keys()].filter((path) => path !== '.papershelf.json' && !path.endsWith('.woff2'));
    const named = files.map((path) => `${path.replace(/\.[0-9a-f]{10}\./, '.<hash>.')}\n`).join('');
    await expect(named).toMatchFileSnapshot(`${name}/files.txt`);
  });

  test('every page is valid HTML', async () => {
    expect(await validate(pages)).toEqual([]);
  });

  test('every internal link and fragment leads somewhere, every id stands once', () => {
    expect(findBrokenLinks(tree)).toEqual([]);
    expect(pages.flatMap(([path, html]) => findDoubleIds(path, html))).toEqual([]);
  });

  test('no page prints a value that is not there', () => {
    for (const [path, html] of pages)
      expect(html.replace(/<annotation[\s\S]*?<\/annotation>/g, ''), path).not.toMatch(/undefined|\[object|NaN/);
  });

  const outlines = readdirSync(join(folder, name)).filter((file) => file.endsWith('.outline.txt'));
  test.each(outlines)('%s', async (file) => {
    const html = tree.get(file.replace('.outline.txt', '.html').replaceAll('__', '/'))?.toString() ?? '';
    await expect(toOutline(html)).toMatchFileSnapshot(`${name}/${file}`);
  });
});

test('the outlines are of pages that matter', () => {
  expect(readFileSync(join(folder, 'nested/index.outline.txt'), 'utf8')).toContain('Shape');
});
