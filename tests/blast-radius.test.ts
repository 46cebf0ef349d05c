/** Blast radius: how many outputs of a long list change with one edit, and which families they belong to. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../src/io/package-folder.ts';
import { readAssets } from '../src/io/read-assets.ts';
import { openStore, type Store } from '../src/io/store.ts';
import { gather } from '../src/pipeline/gather.ts';
import { layOut } from '../src/pipeline/lay-out.ts';
import { createPrintOne } from '../src/pipeline/print-all.ts';
import { generateList } from './support/generated-list.ts';
import { createFolder } from './support/papershelf.ts';

interface Built {
  /** Text and digest by path. */
  readonly outputs: ReadonlyMap<string, { readonly text: string; readonly digest: string }>;
}

/** Builds in memory; a text whose digest is that of the build before is taken from there. */
async function build(folder: string, store: Store, before?: Built): Promise<Built> {
  const { result, problems } = await gather({ papersFolder: join(folder, 'papers'), store, threads: 2 });
  if (result === undefined) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const laidOut = layOut(result, readAssets(packageFolder(), undefined), 'https://example.org/list/');
  const print = createPrintOne(laidOut, result);
  const texts = laidOut.outputs.flatMap((output) => {
    if (!('kind' in output)) return [];
    const known = before?.outputs.get(output.path);
    const text = known?.digest === output.digest ? known.text : print(output);
    return [[output.path, { text, digest: output.digest }] as const];
  });
  return { outputs: new Map(texts) };
}

/** `papers/paper-7.html` is a paper, `search/rows.3.0123456789.js` is a row shard. */
function toFamily(path: string): string {
  if (path.startsWith('search/')) return path.replace(/^search\/(\w+).*/, 'search $1');
  const name = path.replace(/\.\d+(?=\.(?:html|json|xml)$)/, '');
  if (/^papers\/.*\.bib$/.test(name)) return 'record';
  if (/\.(?:bib|ris|csl\.json)$|^papers\.json$/.test(name)) return 'records';
  if (/^(?:topics|tags|env)\/.*\.feed\.xml$/.test(name)) return `feeds of ${name.split('/')[0]}`;
  if (name.startsWith('papers/')) return 'paper';
  if (name.startsWith('topics/')) return name.endsWith('.notes.html') ? 'topic with notes' : 'topic';
  const [folder, ...rest] = name.split('/');
  if (rest.length === 0) return name;
  return rest[0] === 'index.html' ? `index of ${folder}` : `page of ${folder}`;
}

/** The outputs that were not there before with the same text, by family. */
function compare(before: Built, after: Built): { readonly count: number; readonly families: readonly string[] } {
  const changed = [...after.outputs].filter(([path, { text }]) => before.outputs.get(path)?.text !== text);
  return { count: changed.length, families: [...new Set(changed.map(([path]) => toFamily(path)))].sort() };
}

/** Families with outputs that show the titles of papers. */
const MAY_SHOW_A_TITLE = new Set([
  'add.json',
  'feed.json',
  'feed.xml',
  'feeds of env',
  'feeds of topics',
  'index.html',
  'map.html',
  'new.html',
  'notes.html',
  'page of authors',
  'page of env',
  'page of institutions',
  'page of venues',
  'page of years',
  'paper',
  'papers.csv',
  'record',
  'records',
  'search names',
  'search notes',
  'search papers',
  'search rows',
  'search texts',
  'search values',
  'table.html',
  'topic',
  'topic with notes',
]);

/** The same list with a facet of its own, which every paper has, and a number. */
function withOwnFacet(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const fields =
    'fields: [{ name: env, type: terms, facet: true, table: true }, { name: size, type: number, table: true }]';
  const entries = Object.entries(files).map(([path, text], index) => [
    path,
    path === 'papers/index.md'
      ? text.replace('topics:', `${fields}\ntopics:`)
      : text.replace(/^topics:/m, `env: [Env ${index % 40}, Kind ${index % 7}]\nsize: ${index}\ntopics:`),
  ]);
  return Object.fromEntries(entries);
}

describe('a list of 1,500 papers', () => {
  let folder: string;
  let before: Built;
  const store = openStore(undefined, '');
  const fileOf = (slug: string) => join(folder, `papers/${slug}.md`);
  const edit = (slug: string, change: (text: string) => string) => {
    const text = readFileSync(fileOf(slug), 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(fileOf(slug), changed);
    return () => writeFileSync(fileOf(slug), text);
  };

  beforeAll(async () => {
    folder = createFolder(withOwnFacet(generateList(1500)));
    before = await build(folder, store);
  }, 180_000);

  test.each(['paper-700', 'paper-3', 'paper-1499'])('a word in the notes of %s', async (slug) => {
    const undo = edit(slug, (text) => text.replace(/\n\n## Details\n\n(\w+) (\w+)/, '\n\n## Details\n\n$1 another'));
    const { count, families } = compare(before, await build(folder, store, before));
    undo();
    expect(families.filter((family) => family !== 'paper')).toEqual([
      'search notes',
      'search papers',
      'search texts',
      'topic with notes',
    ]);
    expect(count).toBeLessThanOrEqual(8);
  });

  test('a word in the notes of the newest paper changes two feeds', async () => {
    const dayOf = (number: number) => /^added: (.*)$/m.exec(readFileSync(fileOf(`paper-${number}`), 'utf8'))?.[1] ?? '';
    const days = Array.from({ length: 1500 }, (_, number) => dayOf(number));
    // Of those added on the last day, the feeds have the first in the order of the list.
    const feed = before.outputs.get('feed.xml')?.text ?? '';
    const newest = /<id>[^<]*\/papers\/([\w-]+)\.html<\/id>/.exec(feed)?.[1] ?? '';
    expect(days[Number(newest.replace('paper-', ''))]).toBe(days.toSorted().at(-1));
    const undo = edit(newest, (text) => text.replace(/\n\n## Details\n\n(\w+) (\w+)/, '\n\n## Details\n\n$1 another'));
    const { count, families } = compare(before, await build(folder, store, before));
    undo();
    expect(families.filter((family) => family.startsWith('feed'))).toEqual(['feed.json', 'feed.xml']);
    expect(count).toBeLessThanOrEqual(8);
  });

  test.each(['paper-701', 'paper-1400'])('the title of %s', async (slug) => {
    const undo = edit(slug, (text) => text.replace(/^title: (\w+) (\w+)/m, 'title: $1 another'));
    const { count, families } = compare(before, await build(folder, store, before));
    undo();
    expect(families.filter((family) => !MAY_SHOW_A_TITLE.has(family))).toEqual([]);
    expect(count).toBeLessThanOrEqual(60);
  });

  test('a new paper', async () => {
    const text = readFileSync(fileOf('paper-702'), 'utf8').replace(/^(title|short): .*/gm, '$1: Something quite new');
    writeFileSync(fileOf('something-new'), text);
    const { count, families } = compare(before, await build(folder, store, before));
    writeFileSync(fileOf('something-new'), '');
    expect(families.filter((family) => !MAY_SHOW_A_TITLE.has(family) && !family.startsWith('index of'))).toEqual([
      'sitemap.xml',
    ]);
    expect(count).toBeLessThanOrEqual(150);
  });
});
