/** Records taken away: the same by one file each as by the file of the whole list. */
import { afterAll, expect, test, vi } from 'vitest';
import { toFormat } from '../../../src/browser/record-formats.ts';
import { createGatherer } from '../../../src/browser/records.ts';
import { createTakeAway } from '../../../src/browser/take-away.ts';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { joinCsl, toCsl } from '../../../src/exchange/csl.ts';
import { joinPlainJson, toPlainJson } from '../../../src/exchange/plain-json.ts';
import { joinRis, toRis } from '../../../src/exchange/ris.ts';
import { toWork } from '../../../src/exchange/work.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { emit, makePaper, makeSite } from '../../support/site.ts';

const OWN = ['@article{Key2021,\n  title = {Own}\n}\n', '@string{x = "X"}\n\n@misc{a, title = x}\n\n@misc{b}\n'];
const slugs = Array.from({ length: 14 }, (_, at) => `p-${String(at).padStart(2, '0')}`);
const papers = slugs.map((slug, at) =>
  makePaper(slug, {}, { bibtex: OWN[at] ?? `@misc{${slug},\n  year = {2020}\n}\n` }),
);
const files = emit(makeSite(papers));
const gatherAs = createGatherer(new URL('https://example.org/clip/'));
const gather = (some: readonly string[]) => gatherAs(toFormat('BibTeX'), some);

afterAll(() => vi.unstubAllGlobals());
vi.stubGlobal('fetch', async ({ pathname }: URL) => {
  const text = files.get(pathname.replace('/clip/', ''));
  return new Response(text ?? 'Not here.', { status: text === undefined ? 404 : 200 });
});

test('few and many give the same records, whatever the keys', async () => {
  const all = await gather(slugs.toReversed());
  expect(all.count).toBe(14);
  const parts = await Promise.all([slugs.slice(0, 7), slugs.slice(7)].map(gather));
  expect(parts.map(({ text }) => text).join('\n')).toBe(all.text);
  expect(all.text).toContain(`${OWN.join('\n')}\n@misc{p-02,`);
});

test('a paper that is gone stops nothing, and is told', async () => {
  const told: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => undefined } });
  for (const picked of [['gone', ...slugs.slice(0, 2)], [...slugs, 'gone', 'renamed'], ['gone']]) {
    await createTakeAway(gatherAs, (text) => told.push(text))('copy', picked);
  }
  expect(told).toEqual([
    'BibTeX of 2 papers copied; 1 is no longer in the list.',
    'BibTeX of 14 papers copied; 2 are no longer in the list.',
    'Nothing to copy or download; 1 is no longer in the list.',
  ]);
});

test('CSL-JSON and JSON of some papers are files like those of all', () => {
  const paper = (slug: string): Paper => {
    const text = `---\ntitle: ${slug}\ntopics: [A]\nauthors: [Ann Bee]\n---\n`;
    return parsePaper({ path: `papers/${slug}.md`, text, digest: '' }).paper as Paper;
  };
  const works = ['one', 'two', 'three'].map((slug) => toWork(paper(slug)));
  // The second has a key of its own.
  const keyed = works.map((work, at) => (at === 1 ? { ...work, key: 'Bee2020' } : work));
  for (const [name, write, join] of [
    ['CSL-JSON', toCsl, joinCsl],
    ['JSON', toPlainJson, joinPlainJson],
  ] as const) {
    const records = keyed.map((work) => [work.paper.slug, write(work.paper, work)] as const);
    const { part, join: joinAgain } = toFormat(name);
    const parts = part?.(join(records));
    expect([...(parts?.keys() ?? [])]).toEqual(['one', 'two', 'three']);
    const some = ['one', 'two'].map((slug) => parts?.get(slug) ?? '');
    expect(JSON.parse(joinAgain(some))).toEqual(JSON.parse(join(records.slice(0, 2))));
  }
});

test('RIS is cut at its records, whatever their texts say', () => {
  const toPaper = (slug: string, title: string): Paper => {
    const text = `---\ntitle: ${JSON.stringify(title)}\ntopics: [A]\nabstract: "ER  -"\n---\n`;
    return parsePaper({ path: `papers/${slug}.md`, text, digest: '' }).paper as Paper;
  };
  const records = [toPaper('one', 'TY  - JOUR'), toPaper('two', 'ER  - ')].map(
    (paper) => [paper.slug, toRis(paper)] as const,
  );
  expect([...(toFormat('RIS').part?.(joinRis(records)) ?? [])]).toEqual(records);
});
