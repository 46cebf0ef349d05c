/** What a row of the table of fields brings: its place in a file, on the paper's page and on the add page. */
import { beforeAll, expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { toPaperFile } from '../../../src/exchange/paper-file.ts';
import { FIELD_ROWS, type FieldRow } from '../../../src/model/fields.ts';
import type { PaperFields } from '../../../src/model/paper-fields.ts';
import { layOutFolder, printSite } from '../../support/lay-out-folder.ts';
import { createFolder, toPaper } from '../../support/papershelf.ts';
import { emit, makePaper, makeSite, makeTopic, pageOf } from '../../support/site.ts';

const rows = FIELD_ROWS.filter(({ name }) => name !== 'draft' && name !== 'bibtex');
const toValue = ({ name, read, examples }: FieldRow): unknown => {
  const example = examples?.[0];
  if (example === undefined) return read === 'url' ? `https://example.org/${name}` : `Words of ${name}`;
  return typeof example === 'number' ? String(example) : example;
};
const file = toPaperFile(Object.fromEntries(rows.map((row) => [row.name, toValue(row)])) as unknown as PaperFields, '');

let site: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  const other = toPaper(['title: Other', 'topics: CLIP + GAN']);
  site = await printSite(
    await layOutFolder(
      createFolder({
        'papers/index.md': '---\ntitle: L\ntopics: [CLIP + GAN]\n---\n',
        'papers/all.md': file,
        'papers/clip.md': other,
        'papers/styleclip.md': other.replace('Other', 'Another'),
      }),
    ),
  );
});

test('the examples make a paper without a problem, its file has the fields in the order of the table', () => {
  expect(parsePaper({ path: 'papers/all.md', text: file, digest: '' }).problems).toEqual([]);
  const keys = [...file.matchAll(/^(\w+):/gm)].map((match) => match[1]);
  expect(keys).toEqual(rows.map(({ name }) => name));
});

const named = (some: readonly FieldRow[]) => some.map((row) => [row.name, row] as const);

test.each(named(rows.filter(({ shown }) => shown?.as === 'fact')))('%s is a fact on the paper’s page', (_, row) => {
  const facts = /<dl class="facts">[\s\S]*?<\/dl>/.exec(pageOf(site, 'papers/all.html'))?.[0] ?? '';
  const value = facts.split(`<dt>${row.shown?.label}</dt>`)[1]?.split('<dt>')[0];
  expect(value?.replace(/<[^>]*>/g, '')).toContain(toValue(row));
});

test.each(named(rows.filter(({ shown }) => shown?.as === 'link')))('%s is a link on the paper’s page', (_, row) => {
  expect(pageOf(site, 'papers/all.html')).toContain(`<a href="${toValue(row)}">${row.shown?.label}</a>`);
});

test.each(named(rows.filter(({ form }) => form !== undefined)))('%s has an input on the add page', (name, { form }) => {
  expect(pageOf(site, 'add.html')).toContain(`<label for="add-${name}">${form?.label}</label>`);
  expect(pageOf(site, 'add.html')).toMatch(new RegExp(`<(?:input|textarea) id="add-${name}" name="${name}"`));
});

test('editors stand on the paper’s page, names as they are printed', () => {
  const text = toPaper(['title: T', 'topics: CLIP + GAN', 'editors: ["Dee, Cy", Eve Fox, et al.]']);
  const { paper } = parsePaper({ path: 'papers/t.md', text, digest: '' });
  const page = pageOf(
    emit(makeSite([makePaper('t', paper ?? {})], { topics: [makeTopic('CLIP + GAN')] })),
    'papers/t.html',
  );
  expect(page).toMatch(/<dt>Editors<\/dt>\s*<dd><span dir="auto">Cy Dee, Eve Fox, et al\.<\/span>/);
});
