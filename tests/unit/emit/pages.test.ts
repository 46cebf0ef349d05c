/** Long lists: pages of the promised size, every entry on exactly one of them, every link between them whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect } from '../../../src/content/collect.ts';
import { parseList } from '../../../src/content/parse.ts';
import { renderList } from '../../../src/content/render.ts';
import { emitSite } from '../../../src/emit/outputs.ts';
import { PAGE_SIZE, paginate } from '../../../src/emit/paginate.ts';
import { prepare } from '../../../src/pipeline/prepare.ts';
import { root } from '../../papershelf.ts';
import { findBrokenLinks, findDoubleIds, toOutline } from '../../sites/inspect.ts';

const templates = Object.fromEntries(
  readdirSync(join(root, 'templates'))
    .filter((name) => name.endsWith('.eta'))
    .map((name) => [name.slice(0, -4), readFileSync(join(root, 'templates', name), 'utf8')]),
);

/** The site of a list with this many papers, every tenth of them in two topics. */
function build(count: number): Map<string, Buffer> {
  const toSource = (path: string, text: string) => ({ path, text, digest: '' });
  const { list } = parseList(toSource('papers/index.md', '---\ntitle: L\ntopics: [A, {name: B, topics: [C]}]\n---\n'));
  if (list === undefined) throw new Error('no list');
  const papers = Array.from({ length: count }, (_, index) => {
    const topics = index % 10 === 0 ? '[C, A]' : index % 3 === 0 ? '[A]' : '[C]';
    const text = `---\ntitle: Paper ${index}\nyear: ${2000 + (index % 20)}\ntopics: ${topics}\n---\n\nNotes.\n`;
    return prepare(toSource(`papers/paper-${index}.md`, text)).rendered;
  }).filter((rendered) => rendered !== undefined);
  const { introduction } = renderList(list);
  const { site, problems } = collect({ list, introduction, papers, figures: [], broken: [] });
  expect(problems).toEqual([]);
  const outputs = emitSite(site, { templates, assets: [], basePath: '/' });
  return new Map(outputs.map((output) => [output.path, Buffer.from('print' in output ? output.print() : '')]));
}

test('501 papers, fifty of them named twice, take two pages without notes and twelve with', () => {
  const tree = build(501);
  const pages = [...tree.keys()].filter((path) => /^(?:index|notes)(?:\.\d+)?\.html$/.test(path));
  expect(pages.filter((path) => path.startsWith('index'))).toEqual(['index.html', 'index.2.html']);
  expect(pages.filter((path) => path.startsWith('notes')).length).toBe(12);
  expect(
    findBrokenLinks(
      new Map([...tree].map(([path, bytes]) => [path, Buffer.from(String(bytes).replace(/<link[^>]*>/g, ''))])),
    ),
  ).toEqual([]);
  for (const [path, bytes] of tree) if (path.endsWith('.html')) expect(findDoubleIds(path, String(bytes))).toEqual([]);
  for (const view of ['index', 'notes']) {
    const ids = pages
      .filter((path) => path.startsWith(view))
      .flatMap((path) =>
        [...String(tree.get(path)).matchAll(/<article class="entry" id="paper-([\w-]+)"/g)].map((match) => match[1]),
      );
    expect(ids.length).toBe(501);
    expect(new Set(ids).size).toBe(501);
  }
});

test('the switch leads to the page of the other view that holds the first entry', () => {
  const tree = build(501);
  const second = String(tree.get('index.2.html'));
  const first = /id="(paper-[\w-]+)"/.exec(second)?.[1] ?? 'none';
  const other = /with Notes -> (notes[\w.]*\.html)/.exec(toOutline(second))?.[1] ?? 'none';
  expect(String(tree.get(other))).toContain(`id="${first}"`);
});

test('pages are full but for the last, and lose and double nothing', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });
  fc.assert(
    fc.property(groups, fc.integer({ min: 1, max: 10 }), (sizes, size) => {
      const input = sizes.map((length, head) => ({ head, rows: Array.from({ length }, (_, row) => `${head}:${row}`) }));
      const pages = paginate(input, size);
      expect(pages.flat().flatMap(({ rows }) => rows)).toEqual(input.flatMap(({ rows }) => rows));
      expect(new Set(pages.flat().map(({ head }) => head)).size).toBe(sizes.length);
      const lengths = pages.map((page) => page.flatMap(({ rows }) => rows).length);
      expect(lengths.every((length) => length <= size)).toBe(true);
      expect(lengths.slice(0, -1).every((length) => length === size)).toBe(true);
    }),
  );
  expect(PAGE_SIZE).toEqual({ 'without-notes': 500, 'with-notes': 50 });
});
