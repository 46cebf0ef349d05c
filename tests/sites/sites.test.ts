/** Small whole sites: each folder is a list, `files.txt` what its build writes, `*.outline.txt` what matters on a page. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildClip, buildExample } from '../support/build-once.ts';
import { findFaults, toOutline } from '../support/inspect.ts';
import { papershelf, readTree, root } from '../support/papershelf.ts';
import { toSample, validate } from '../support/validate.ts';

const folder = import.meta.dirname;
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(names)('%s', (name) => {
  const tree = readTree(buildExample(name));
  const pages = [...tree]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path, bytes.toString()] as const);

  test('builds, and writes these files', async () => {
    const files = [...tree.keys()].filter((path) => path !== '.papershelf.json' && !path.endsWith('.woff2'));
    // Sorted by the names alone: a hash must not decide which of two comes first.
    const named = files.map((path) => `${path.replace(/\.[0-9a-f]{10}\./, '.<hash>.')}\n`).sort().join('');
    await expect(named).toMatchFileSnapshot(`${name}/files.txt`);
  });

  test('every page is valid HTML', async () => {
    expect(await validate(toSample(pages))).toEqual([]);
  });

  test('every internal link and fragment leads somewhere, every id stands once', () => {
    expect(findFaults(tree)).toEqual([]);
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

describe('the CLIP list of this repository', () => {
  const tree = readTree(buildClip());
  const pages = [...tree]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path, bytes.toString()] as const);

  test('builds without a problem', () => {
    expect(papershelf(root, ['check'])).toMatchObject({ code: 0, stdout: '' });
    expect(pages.length).toBeGreaterThan(90);
  });

  test('is valid HTML', async () => {
    // The notes of all papers are on the pages of the list too, and what else the page of a paper may hold is tested above.
    const sample = toSample(pages).filter(([path], at) => !path.startsWith('papers/') || at % 8 === 0);
    expect(sample.filter(([path]) => path.startsWith('papers/')).length).toBeGreaterThan(5);
    expect(await validate(sample)).toEqual([]);
  });

  test('has no link that leads nowhere, and no id twice on a page', () => {
    expect(findFaults(tree)).toEqual([]);
  });

  test('links KaTeX where formulas are, and only there', () => {
    for (const [path, html] of pages) expect(/<link [^>]*katex\./.test(html), path).toBe(html.includes('class="katex"'));
    expect(pages.find(([path]) => path === 'index.html')?.[1]).not.toContain('class="katex"');
  });

  test('pictures have a size and words, and SVG figures their own hash', () => {
    const images = pages.flatMap(([, html]) => html.match(/<img [^>]*>/g) ?? []);
    const own = images.filter((image) => image.includes('assets/'));
    expect(own.length).toBeGreaterThan(3);
    for (const image of own) expect(image).toMatch(/assets\/[\w-]+\.[0-9a-f]{10}\.svg" width="\d+" height="\d+" alt="[^"]+"/);
  });
});
