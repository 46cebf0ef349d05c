/** Long lists: pages of the promised size, every entry on exactly one of them, every link between them whole. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { PAGE_SIZE, paginate } from '../../../src/emit/parts/paginate.ts';
import { findFaults, toOutline } from '../../support/inspect.ts';
import { layOutFolder, printSite } from '../../support/lay-out-folder.ts';
import { createFolder, toPaper } from '../../support/papershelf.ts';
import { pageOf } from '../../support/site.ts';

/** The site of a list with this many papers, every tenth of them in two topics. */
async function build(count: number): Promise<ReadonlyMap<string, string>> {
  const papers = Array.from({ length: count }, (_, index) => {
    const topics = index % 10 === 0 ? '[C, A]' : index % 3 === 0 ? '[A]' : '[C]';
    const text = toPaper([`title: Paper ${index}`, `year: ${2000 + (index % 20)}`, `topics: ${topics}`], 'Notes.\n');
    return [`papers/paper-${index}.md`, text] as const;
  });
  const index = '---\ntitle: L\ntopics: [A, {name: B, topics: [C]}]\n---\n';
  return printSite(await layOutFolder(createFolder({ 'papers/index.md': index, ...Object.fromEntries(papers) })));
}

let long: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  long = await build(501);
});

test.each([
  [501, 51, 2, 2],
  [450, 45, 1, 13],
])('%i papers, %i of them named twice, take %i pages without notes and %i with', async (count, _, plain, noted) => {
  const tree = count === 501 ? long : await build(count);
  const pages = [...tree.keys()].filter((path) => /^(?:index|notes)(?:\.\d+)?\.html$/.test(path));
  expect(pages.filter((path) => path.startsWith('index')).length).toBe(plain);
  expect(pages.filter((path) => path.startsWith('notes')).length).toBe(noted);
  for (const view of ['index', 'notes']) {
    const ids = pages
      .filter((path) => path.startsWith(view))
      .flatMap((path) =>
        [...pageOf(tree, path).matchAll(/<article class="entry" id="paper-([\w-]+)"/g)].map((match) => match[1]),
      );
    expect(ids.length).toBe(count);
    expect(new Set(ids).size).toBe(count);
  }
  // The switch leads to the page of the other view that holds the first entry.
  for (const path of pages.filter((one) => /\d/.test(one))) {
    const page = pageOf(tree, path);
    const first = /id="(paper-[\w-]+)"/.exec(page)?.[1] ?? 'none';
    const other = /with(?:out)? Notes -> ((?:index|notes)[\w.]*\.html)/.exec(toOutline(page))?.[1] ?? 'none';
    expect(pageOf(tree, other), path).toContain(`id="${first}"`);
  }
});

test('every link between the pages of a long list leads somewhere, and every id is there once', () => {
  expect(findFaults(long)).toEqual([]);
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
  expect(PAGE_SIZE).toEqual({ 'without-notes': 500, 'with-notes': 40 });
});
