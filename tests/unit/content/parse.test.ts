/** Papers and lists as their authors meant them, and the problems that need more than one bad value to be seen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { parseList } from '../../../src/content/parse/parse-list.ts';

const STYLECLIP = `---
short: StyleCLIP
title: Text-Driven Manipulation of StyleGAN Imagery
authors: [Or Patashnik, Zongze Wu, Eli Shechtman, Daniel Cohen-Or, Dani Lischinski]
institutions: TAU
venue: arXiv
year: 2021
date: 2021-03-31
url: https://arxiv.org/pdf/2103.17249.pdf
arxiv: https://arxiv.org/abs/2103.17240v2
doi: https://doi.org/10.1109/ICCV48922.2021.00209
topics: [CLIP + GAN]
poster: https://example.org/poster
code: https://github.com/orpatashnik/StyleCLIP
links:
  Blog: https://example.org/blog
  code mirror: http://example.org/mirror
tags: [image editing]
award: Oral
abstract: |
  One.

  Two.
added: 2021-04-02
aliases: [style-clip]
language: zh-cn
draft: TRUE
slides:
---
## Summary
`;

const paperAt = (path: string, text: string) => parsePaper({ path, text, digest: '' });
const listOf = (text: string) => parseList({ path: 'papers/index.md', text, digest: '' });

test.each([
  ['date: 2023-05-02', 2023],
  ['date: 2023', 2023],
  ['year: 2022\ndate: 2023-01-02', 2022],
  ['venue: CVPR 2021', 2021],
  ['venue: CVPR 2021\ndate: 2020-11-27', 2021],
  ['venue: CVPR 2021\nyear: 2022', 2022],
  ['venue: CVPR\ndate: 2020-11-27', 2020],
  ['venue: CVPR', undefined],
])('%j is of the year %s', (lines, year) => {
  expect(paperAt('papers/one.md', `---\ntitle: One\ntopics: [A]\n${lines}\n---\n`).paper?.year).toBe(year);
});

test('a whole paper', () => {
  const { paper, problems } = paperAt('papers/2021/styleclip.md', STYLECLIP);
  expect(problems).toEqual([]);
  const { places, ...rest } = paper ?? { places: {} };
  expect(rest).toEqual({
    buildsOn: [],
    slug: 'styleclip',
    path: 'papers/2021/styleclip.md',
    short: 'StyleCLIP',
    title: 'Text-Driven Manipulation of StyleGAN Imagery',
    authors: ['Or Patashnik', 'Zongze Wu', 'Eli Shechtman', 'Daniel Cohen-Or', 'Dani Lischinski'],
    institutions: ['TAU'],
    venue: 'arXiv',
    year: 2021,
    date: '2021-03-31',
    url: 'https://arxiv.org/pdf/2103.17249.pdf',
    arxiv: '2103.17240',
    doi: '10.1109/ICCV48922.2021.00209',
    topics: ['CLIP + GAN'],
    links: [
      { name: 'code', url: 'https://github.com/orpatashnik/StyleCLIP' },
      { name: 'poster', url: 'https://example.org/poster' },
      { name: 'Blog', url: 'https://example.org/blog' },
      { name: 'code mirror', url: 'http://example.org/mirror' },
    ],
    tags: ['image editing'],
    award: 'Oral',
    abstract: 'One.\n\nTwo.',
    added: '2021-04-02',
    aliases: ['style-clip'],
    language: 'zh-CN',
    draft: true,
    body: '## Summary\n',
    bodyLine: 30,
  });
  expect(places).toMatchObject({
    'institutions.0': { line: 5, column: 15, endLine: 5, endColumn: 18 },
    'topics.0': { line: 12, column: 10, endLine: 12, endColumn: 20 },
    'links.code mirror': { line: 17, column: 16 },
  });
});

test('the least a paper needs, and a value that survives JSON', () => {
  const { paper, problems } = paperAt('papers/a.md', '---\ntitle: A\ntopics: B\n---\n');
  expect(problems).toEqual([]);
  expect(paper).toMatchObject({
    slug: 'a',
    title: 'A',
    topics: ['B'],
    authors: [],
    links: [],
    tags: [],
    aliases: [],
    draft: false,
  });
  expect(JSON.parse(JSON.stringify(paper))).toEqual(paper);
});

test('a paper with a bad field is still there for the checks between papers, without that field', () => {
  const { paper, problems } = paperAt('papers/a.md', '---\ntitle: A\ntopics: [B]\nyear: 21\nvenue: X\n---\n');
  expect(problems.map(({ rule }) => rule)).toEqual(['year-invalid']);
  expect(paper).toMatchObject({ title: 'A', venue: 'X' });
  expect(paper).not.toHaveProperty('year');
});

test('a YAML error does not hide the other problems, nor raise problems of its own', () => {
  const text = '---\ntitle: A: B\nauthor: C\ntags: @D\ndoi: x\ntopics: [E] F\n---\n';
  expect(paperAt('papers/a.md', text).problems.map(({ rule, line }) => [rule, line])).toEqual([
    ['yaml-colon', 2],
    ['field-unknown', 3],
    ['yaml-character', 4],
    ['doi-invalid', 5],
    ['yaml-bracket', 6],
  ]);
});

describe('slug', () => {
  const text = '---\ntitle: A Tale of CLIP\ntopics: [B]\n---\n';
  test.each([
    ['papers/a.md', 'a'],
    ['papers/x/Y z/clip-4d.md', 'clip-4d'],
    ['papers/styleclip/index.md', 'styleclip'],
    ['papers/x/styleclip/index.md', 'styleclip'],
  ])('%s is %s', (path, slug) => {
    expect(paperAt(path, text)).toMatchObject({ paper: { slug }, problems: [] });
  });
  test.each([
    ['papers/Bad_Name.md', '`bad-name.md`'],
    ['papers/a.b.md', '`a-b.md`'],
    ['papers/-a-.md', '`a.md`'],
    ['papers/a--b.md', '`a-b.md`'],
    ['papers/Über/index.md', '`uber.md`'],
    ['papers/論文.md', '`a-tale-of-clip.md`'],
    ['papers/con.md', '`con-paper.md`'],
    ['papers/LPT1.md', '`lpt1-paper.md`'],
    ['papers/index.md', '`a-tale-of-clip.md`'],
    ['papers/index/index.md', '`a-tale-of-clip.md`'],
    [`papers/${'a'.repeat(81)}.md`, `\`${'a'.repeat(80)}.md\``],
    ['.md', '`a-tale-of-clip.md`'],
    ['', '`a-tale-of-clip.md`'],
  ])('%s is none', (path, hint) => {
    const { paper, problems } = paperAt(path, text);
    expect(paper).toBeUndefined();
    expect(problems).toMatchObject([{ rule: 'slug-invalid', line: 1, column: 1 }]);
    expect(problems[0]?.hint).toContain(hint);
  });
  test('an alias is another name', () => {
    const { problems } = paperAt('papers/a.md', '---\ntitle: A\ntopics: [B]\naliases: [b, a]\n---\n');
    expect(problems).toMatchObject([{ rule: 'alias-invalid', line: 4, column: 14, endColumn: 15 }]);
  });
});

describe('list', () => {
  test('a whole one', () => {
    const { list, problems } = listOf(`---
title: CLIP
description: Papers.
url: https://example.org/clip
repository: https://github.com/owner/name
topics:
  - CLIP + GAN                          # a comment
  - name: CLIP + NeRF
    slug: nerf
    description: In three dimensions.
    topics: [Avatars, {name: 人, slug: people}]
---
Introduction.
`);
    expect(problems).toEqual([]);
    expect(list).toMatchObject({
      path: 'papers/index.md',
      title: 'CLIP',
      description: 'Papers.',
      url: 'https://example.org/clip/',
      repository: 'owner/name',
      branch: 'main',
      language: 'en',
      topics: [
        { name: 'CLIP + GAN', slug: 'clip-gan', topics: [] },
        {
          name: 'CLIP + NeRF',
          slug: 'nerf',
          description: 'In three dimensions.',
          topics: [
            { name: 'Avatars', slug: 'avatars', topics: [] },
            { name: '人', slug: 'people', topics: [] },
          ],
        },
      ],
      body: 'Introduction.\n',
      bodyLine: 13,
      places: { 'topics.1.topics.0': { line: 11, column: 14 }, 'topics.1.slug': { line: 9, column: 11 } },
    });
  });

  test.each([
    ['title: A', []],
    ['title: A\ntopics: [B, b c]', []],
    ['topics: [B]', [['title-missing', 1, 1]]],
    ['title: A\ntopics: [人]', [['topic-slug-missing', 3, 10]]],
    ['title: A\ntopics: [B, B]', [['topic-duplicate', 3, 13]]],
    ['title: A\ntopics: [B, {name: C, topics: [B]}]', [['topic-duplicate', 3, 32]]],
    ['title: A\ntopics: [B + C, B C]', [['topic-slug-duplicate', 3, 17]]],
    ['title: A\ntopics: [{name: B, topics: [D]}, {name: C, topics: [d!]}]', []],
    ['title: A\ntopics: [{name: B, slug: B c}]', [['topic-slug-invalid', 3, 26]]],
    ['title: A\ntopics: [{slug: b}]', [['field-missing', 3, 10]]],
    ['title: A\ntopics: [{name: B, slag: b}]', [['field-unknown', 3, 20]]],
    ['title: A\ntopics:\n  - B: C', [['field-type', 4, 5]]],
    ['title: A\ntopics: {name: B}', [['field-type', 3, 9]]],
    ['title: A\nrepository: name', [['repository-invalid', 3, 13]]],
    ['title: A\nurl: ftp://a.b', [['url-scheme', 3, 6]]],
    ['title: A\nlanguage: english', [['language-invalid', 3, 11]]],
    [
      'name: A',
      [
        ['title-missing', 1, 1],
        ['field-unknown', 2, 1],
      ],
    ],
  ])('%j', (front, expected) => {
    const { problems } = listOf(`---\n${front}\n---\n`);
    expect(problems.map(({ rule, line, column }) => [rule, line, column])).toEqual(
      expected.toSorted((left, right) => Number(left[1]) - Number(right[1])),
    );
  });
});

test('what a YAML writer writes is read as it was given', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) =>
      text
        .normalize('NFC')
        .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
  const words = fc.uniqueArray(word, { minLength: 1, maxLength: 5 });
  const fields = fc.record(
    {
      title: word,
      topics: words,
      authors: words,
      short: word,
      venue: word,
      year: fc.integer({ min: 1900, max: 2100 }),
      draft: fc.boolean(),
      tags: words,
      links: fc.dictionary(
        word.filter((text) => text !== '__proto__' && text !== '<<'),
        fc.webUrl(),
        { maxKeys: 3, noNullPrototype: true },
      ),
    },
    { requiredKeys: ['title', 'topics'] },
  );
  fc.assert(
    fc.property(fields, (written) => {
      const { paper, problems } = paperAt('papers/a.md', `---\n${stringify(written)}---\nBody`);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { links, ...rest } = written;
      expect(paper).toMatchObject(rest);
      const expected = Object.entries(links ?? {}).map(([name, url]) => ({ name, url: new URL(url).href }));
      expect(paper?.links).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
