/** Prepare never throws: what goes wrong in one file is a problem of that file, and the others are prepared. */
import { afterEach, expect, test, vi } from 'vitest';
import * as parse from '../../../src/content/parse/parse.ts';
import * as parseList from '../../../src/content/parse/parse-list.ts';
import * as bibtex from '../../../src/exchange/bibtex.ts';
import { openStore } from '../../../src/io/store.ts';
import type { Source } from '../../../src/model/source.ts';
import { gather } from '../../../src/pipeline/gather.ts';
import { prepareAll } from '../../../src/pipeline/prepare-all.ts';
import { createFolder, INDEX, toPaper } from '../../support/papershelf.ts';

vi.mock('../../../src/exchange/bibtex.ts', { spy: true });
vi.mock('../../../src/content/parse/parse.ts', { spy: true });
vi.mock('../../../src/content/parse/parse-list.ts', { spy: true });
afterEach(() => vi.restoreAllMocks());

const toSource = (name: string): Source => {
  return {
    path: `papers/${name}.md`,
    text: toPaper([`title: ${name}`, 'topics: [CLIP + GAN]'], 'Notes.\n'),
    digest: name,
  };
};

test('an exception in a stage names its file, keeps what was found before, shows no stack and spares the others', async () => {
  vi.mocked(bibtex.toBibtex).mockImplementationOnce(() => {
    throw new RangeError('Invalid string length\n    at secret (/home/me/x.js:1:1)');
  });
  const [bad, good] = await prepareAll([toSource('bad'), toSource('good')], { store: openStore(undefined, '') });
  expect(bad?.paper).toBeUndefined();
  expect(bad?.problems).toMatchObject([
    { rule: 'papershelf-fault', severity: 'error', file: 'papers/bad.md', line: 1 },
  ]);
  expect(bad?.problems[0]?.message).toBe('Papershelf failed on this file: `RangeError: Invalid string length`.');
  expect(bad?.problems[0]?.hint).toContain('report it with this file');
  expect(good?.paper?.card.slug).toBe('good');
});

test('one that throws while it is parsed does the same, and so does the list', async () => {
  const folder = createFolder({ 'papers/index.md': INDEX, 'papers/a.md': toSource('a').text, 'papers/b.md': 'x' });
  const parsePaper = vi.fn(parse.parsePaper);
  parsePaper.mockImplementationOnce(() => {
    throw new Error('no');
  });
  vi.mocked(parse.createPaperParser).mockReturnValueOnce(parsePaper);
  const options = { papersFolder: `${folder}/papers` };
  const first = await gather(options);
  expect(first.problems.map(({ rule, file }) => `${file} ${rule}`)).toEqual([
    'papers/a.md papershelf-fault',
    'papers/b.md front-matter-missing',
  ]);
  vi.mocked(parseList.parseList).mockImplementationOnce(() => {
    throw new TypeError('no');
  });
  const second = await gather(options);
  expect(second.problems.map(({ rule, file }) => `${file} ${rule}`)).toEqual([
    'papers/b.md front-matter-missing',
    'papers/index.md papershelf-fault',
  ]);
});

test('a full stack is told as nesting', async () => {
  vi.mocked(bibtex.toBibtex).mockImplementationOnce(function deeper(paper): string {
    return deeper(paper) + deeper(paper);
  });
  const [bad] = await prepareAll([toSource('bad')], { store: openStore(undefined, '') });
  expect(bad?.problems).toMatchObject([{ rule: 'limit-nesting', file: 'papers/bad.md' }]);
});

test('a file that takes more than five seconds of work is an error of its own', async () => {
  let now = 0;
  const times: Record<string, number> = { slow: 5001, quick: 4999 };
  vi.mocked(bibtex.toBibtex).mockImplementation(({ slug }) => {
    now += times[slug] as number;
    return '';
  });
  const [slow, quick] = await prepareAll([toSource('slow'), toSource('quick')], {
    store: openStore(undefined, ''),
    clock: () => now,
  });
  expect(slow).toMatchObject({ problems: [{ rule: 'limit-time', severity: 'error', file: 'papers/slow.md' }] });
  expect(slow?.paper).toBeUndefined();
  expect(quick?.paper).toBeDefined();
});
