/** People: spellings that are one person, namesakes that are two, and what the list says of them. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../src/model/problem.ts';
import { createFolder, papershelf, readTree, toPaper } from './support/papershelf.ts';

const INDEX = `---
title: People
url: https://example.org/people/
topics: [Shape, Sound]
authors:
  - name: Wei Zhang
    slug: wei-zhang-thu
    orcid: https://orcid.org/0000-0002-1825-0097
    url: https://example.org/~wei/
  - name: Or Patashnik
    aliases: [O. Patashnik]
  - Ann Bee
---
`;

const paper = (title: string, ...lines: string[]) => toPaper([`title: ${title}`, 'added: 2021-01-01', ...lines]);

const FILES = {
  'papers/index.md': INDEX,
  'papers/one.md': paper('One', 'topics: [Shape]', 'authors: [Wei Zhang <wei-zhang-thu>, Or Patashnik]'),
  'papers/two.md': paper('Two', 'topics: [Shape]', 'authors: [Wei Zhang, O. Patashnik]'),
  'papers/three.md': paper('Three', 'topics: [Sound]', 'authors: ["Zhang, Wei <wei-zhang-thu>", Ann Bee]'),
};

function check(folder: string) {
  const { code, stdout } = papershelf(folder, ['check', '--format', 'json']);
  return { code, problems: JSON.parse(stdout) as readonly Problem[] };
}

test('namesakes have pages of their own, spellings of one person share a page', () => {
  const folder = createFolder(FILES);
  expect(papershelf(folder, ['build']).code).toBe(0);
  const tree = readTree(join(folder, 'dist'));
  const html = (path: string) => tree.get(path)?.toString() ?? '';
  const titlesOn = (path: string) =>
    [...html(path).matchAll(/<h2 class="title"[^>]*><a [^>]*> ?(\w+)<\/a>/g)].map(([, title]) => title);
  expect(titlesOn('authors/wei-zhang-thu.html').sort()).toEqual(['One', 'Three']);
  expect(titlesOn('authors/wei-zhang.html')).toEqual(['Two']);
  expect(titlesOn('authors/or-patashnik.html').sort()).toEqual(['One', 'Two']);
  expect(html('authors/wei-zhang-thu.html')).toContain('href="https://orcid.org/0000-0002-1825-0097">ORCID');
  expect(html('authors/wei-zhang-thu.html')).toContain('href="https://example.org/~wei/">Home page');
  expect(html('authors/wei-zhang.html')).not.toContain('orcid');
  // An entry shows the name, not the slug; co-authors are named on the page of an author.
  expect(html('index.html')).toContain(
    '<a href="authors/wei-zhang-thu.html">Wei Zhang</a>, <a href="authors/or-patashnik.html">Or Patashnik</a>',
  );
  expect(html('index.html')).toContain('<a href="authors/or-patashnik.html">O. Patashnik</a>');
  expect(html('authors/wei-zhang-thu.html')).toMatch(/Co-authors in this list[\s\S]*Ann Bee/);
  for (const [path, bytes] of tree)
    if (/\.(?:html|bib|ris|js)$/.test(path)) expect(bytes.includes('<wei-zhang'), path).toBe(false);
  expect(tree.get('papers/three.bib')?.toString()).toContain('author = {Zhang, Wei and Bee, Ann}');
  expect(html('papers/one.html')).toContain('"name":"Wei Zhang","sameAs":"https://orcid.org/0000-0002-1825-0097"');
});

test('a plain name beside one with a slug is reported as another person', () => {
  const { code, problems } = check(createFolder(FILES));
  expect(code).toBe(0);
  expect(problems).toMatchObject([
    { rule: 'author-unmarked', severity: 'hint', file: 'papers/two.md', line: 5, column: 11 },
  ]);
});

test('a plain name means the declared person if nobody else has it', () => {
  const folder = createFolder({
    'papers/index.md': INDEX,
    'papers/one.md': paper('One', 'topics: [Shape]', 'authors: [wei  ZHANG, Or Patashnik, O. Patashnik, Ann Bee]'),
  });
  expect(papershelf(folder, ['build']).code).toBe(0);
  expect([...readTree(join(folder, 'dist')).keys()].filter((path) => path.startsWith('authors/wei'))).toEqual([
    'authors/wei-zhang-thu.html',
  ]);
});

test('what is declared in vain, unknown or mistyped is reported at its place', () => {
  const folder = createFolder({
    ...FILES,
    'papers/index.md': INDEX.replace('[O. Patashnik]', '[O. Patashnik, Orr Patashnik]').replace(
      '- Ann Bee',
      '- Ann Bea',
    ),
    'papers/two.md': paper(
      'Two',
      'topics: [Shape]',
      'authors: [Wei Zhang <wei-zhang-thi>, Cy Dee <wei-zhang-thu>, O. Patashnik, "X <<b>>"]',
    ),
  });
  const { code, problems } = check(folder);
  expect(code).toBe(1);
  expect(problems.map(({ rule, file, line }) => `${file}:${line} ${rule}`).sort()).toEqual([
    'papers/index.md:11 author-unused',
    'papers/index.md:12 author-unused',
    'papers/two.md:5 author-slug-foreign',
    'papers/two.md:5 author-slug-unknown',
  ]);
  expect(problems.find(({ rule }) => rule === 'author-slug-unknown')?.hint).toContain(
    'Did you mean `Wei Zhang <wei-zhang-thu>`?',
  );
});

test('an ORCID iD has a check digit, two people of one name need slugs', () => {
  const { problems } = check(createFolder({ ...FILES, 'papers/index.md': INDEX.replace('0097', '0098') }));
  expect(problems.map(({ rule }) => rule)).toEqual(['orcid-invalid']);
  const twins = check(
    createFolder({ ...FILES, 'papers/index.md': INDEX.replace('- Ann Bee', '- Wei Zhang') }),
  ).problems;
  expect(twins.map(({ rule }) => rule)).toEqual(['alias-duplicate']);
});

test('papers of one name that share nothing are hinted at, and settled by declaring the name', () => {
  const lines = (topic: string, institution: string, other: string) => [
    `topics: [${topic}]`,
    `authors: [Kim Lee, ${other}]`,
    `institutions: [${institution}]`,
  ];
  const index = INDEX.replace(/authors:[\s\S]*(?=---)/, '');
  const files = {
    'papers/index.md': index,
    'papers/a.md': paper('A paper of shapes', ...lines('Shape', 'MIT', 'Bo Ek')),
    'papers/b.md': paper('Sounds as they were', ...lines('Sound', 'ETH', 'Cy Dee')).replace('2021', '2022'),
    'papers/c.md': paper('Forms and figures', ...lines('Shape', 'TAU', 'Di Fox')),
  };
  expect(check(createFolder(files)).problems).toMatchObject([
    { rule: 'author-namesake', severity: 'hint', file: 'papers/b.md' },
  ]);
  expect(
    check(createFolder({ ...files, 'papers/index.md': index.replace('topics:', 'authors: [Kim Lee]\ntopics:') }))
      .problems,
  ).toEqual([]);
  const bridged = files['papers/b.md'].replace('institutions: [ETH]', 'institutions: [ETH, T.A.U.]');
  expect(check(createFolder({ ...files, 'papers/b.md': bridged })).problems.map(({ rule }) => rule)).not.toContain(
    'author-namesake',
  );
});
