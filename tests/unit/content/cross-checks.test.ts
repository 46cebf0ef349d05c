/** Problems between files stand in the file that joined later, in every one if nobody knows, and never in an old one alone. */
import { describe, expect, test } from 'vitest';
import { gather } from '../../../src/pipeline/gather.ts';
import { createFolder, INDEX, toPaper } from '../../support/papershelf.ts';

/** What a list of these papers is told: `a paper-duplicate: The arXiv id …`. */
async function check(papers: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> {
  const files = Object.entries(papers).map(([name, lines]) => {
    const title = lines.some((line) => line.startsWith('title:')) ? [] : [`title: About ${name}`];
    return [`papers/${name}.md`, toPaper([...title, 'topics: [CLIP + GAN]', ...lines])];
  });
  const folder = createFolder({ 'papers/index.md': INDEX, ...Object.fromEntries(files) });
  const { problems } = await gather({ papersFolder: `${folder}/papers` });
  return problems.map(({ file, rule }) => `${file.slice('papers/'.length, -'.md'.length)} ${rule}`);
}

const OLD = 'added: 2020-01-01';
const NEW = 'added: 2024-01-01';

/** Two papers that cannot both stay, by what collides. */
const COLLISIONS: Readonly<Record<string, readonly [string, string, readonly string[], string, readonly string[]]>> = {
  'an arXiv id': ['paper-duplicate', 'one', ['arxiv: 2003.08934'], 'two', ['arxiv: 2003.08934v2']],
  'a DOI': ['paper-duplicate', 'one', ['doi: 10.1145/ABC'], 'two', ['doi: 10.1145/abc', 'year: 2021']],
  'a title that nothing tells apart': ['paper-duplicate', 'one', ['title: NeRF'], 'two', ['title: nerf', 'year: 2020']],
  'a slug': ['slug-duplicate', 'one/same', [], 'two/same', []],
  'an alias and a slug': ['slug-duplicate', 'one', [], 'two', ['aliases: [one]']],
  'two aliases': ['slug-duplicate', 'one', ['aliases: [was]'], 'two', ['aliases: [was]']],
  'keys of own records': [
    'bibtex-key-duplicate',
    'one',
    ['bibtex: "@misc{key, title = {A}}"'],
    'two',
    ['bibtex: "@misc{KEY, title = {B}}"'],
  ],
  'the key of an own record and a file name': [
    'bibtex-key-duplicate',
    'one',
    ['bibtex: "@misc{two, title = {A}}"'],
    'two',
    [],
  ],
};

describe.each(Object.entries(COLLISIONS))('%s', (_, [rule, one, ones, two, twos]) => {
  test('is a problem of the paper that joined later, whichever path comes first', async () => {
    expect(await check({ [one]: [...ones, OLD], [two]: [...twos, NEW] })).toEqual([`${two} ${rule}`]);
    expect(await check({ [one]: [...ones, NEW], [two]: [...twos, OLD] })).toEqual([`${one} ${rule}`]);
  });

  test.each([
    ['neither says when it joined', [], []],
    ['only one does', [OLD], []],
    ['only the other does', [], [NEW]],
    ['both joined on one day', [NEW], [NEW]],
  ])('is a problem of both if %s', async (_case, when, whenOther) => {
    expect(await check({ [one]: [...ones, ...when], [two]: [...twos, ...whenOther] })).toEqual([
      `${one} ${rule}`,
      `${two} ${rule}`,
    ]);
  });
});

test('of three, the one that was certainly there first is left alone', async () => {
  const id = 'arxiv: 2003.08934';
  expect(await check({ a: [id, NEW], b: [id, OLD], c: [id, 'added: 2022-02-02'] })).toEqual([
    'a paper-duplicate',
    'c paper-duplicate',
  ]);
  expect(await check({ a: [id, NEW], b: [id, OLD], c: [id] })).toHaveLength(3);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['years', ['year: 2015'], ['year: 2016']],
  ['DOIs', ['doi: 10.1145/a'], ['doi: 10.1145/b']],
  ['authors', ['authors: [Ada One, Bo Two]'], ['authors: [Ada One, Cy Three]']],
])('equal titles are no error if the %s differ, unless an identifier is the same', async (_, one, other) => {
  const title = 'title: Deep Learning';
  expect(await check({ a: [title, ...one], b: [title, ...other] })).toEqual([]);
  const same = 'url: https://example.org/deep';
  expect(await check({ a: [title, same, ...one], b: [title, same, ...other] })).toEqual([
    'a paper-duplicate',
    'b paper-duplicate',
  ]);
});

test('a list of authors that is cut, or spelled without accents, tells nothing apart', async () => {
  const title = 'title: Deep Learning';
  expect(await check({ a: [title, 'authors: [José García, Bo Two]'], b: [title, 'authors: [J. Garcia]'] })).toEqual([
    'a paper-duplicate',
    'b paper-duplicate',
  ]);
});

test('thousands of links and of equal titles are checked without a pause', async () => {
  const many = Array.from({ length: 1500 }, (_, at) => [
    `p${at}`,
    ['title: Same', `year: ${1900 + (at % 200)}`, `builds_on: [p${(at + 1) % 1500}, nowhere-${at}]`],
  ]);
  const started = performance.now();
  const problems = await check(Object.fromEntries(many));
  expect(problems.filter((problem) => problem.endsWith('relation-unknown'))).toHaveLength(1500);
  expect(performance.now() - started).toBeLessThan(40_000);
});
