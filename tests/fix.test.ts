/** `check --fix`: what it fixes, what it leaves alone, and that there is nothing left to do the second time. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixPaper } from '../src/content/check/fix/fix-paper.ts';
import { parsePaper } from '../src/content/parse/parse.ts';
import { parseList } from '../src/content/parse/parse-list.ts';
import type { List } from '../src/model/list.ts';
import { copyFolder, createFolder, papershelf, readTree, root } from './support/papershelf.ts';

const INDEX = `---
title: CLIP
topics: [CLIP + GAN]
venues: [NeurIPS]
institutions:
  - name: Tel Aviv University
    aliases: [TAU]
---
`;

const ROUGH = `---
# A list of my own.

topics: [CLIP +  GAN]   # the home
# What it is called:
title:   'It''s  a Thing'
abstract: |
  # Not a comment

  Two.
arxiv: https://arxiv.org/abs/2404.17249v2 # pasted
authors:
  - "Ada  One "
  # the second
  - Bob\tTwo
institutions: [tel-aviv university, TAU, "Nowhere: Institute"]
venue: neurips
doi: "https://doi.org/10.1145/3528223.3530999"
short: Thing
# At the end.
---

Notes  with  blanks.  
\tAnd a tab.
`;

const FIXED = `---
# A list of my own.

short: Thing
# What it is called:
title:   'It''s a Thing'
authors:
  - "Ada One"
  # the second
  - Bob Two
institutions: [Tel Aviv University, TAU, "Nowhere: Institute"]
venue: NeurIPS
arxiv: 2404.17249 # pasted
doi: "10.1145/3528223.3530999"
topics: [CLIP + GAN]   # the home
abstract: |
  # Not a comment

  Two.
# At the end.
---

Notes  with  blanks.  
\tAnd a tab.
`;

describe('check --fix', () => {
  test('fixes a rough paper in place, reports each change, and has nothing to do a second time', () => {
    const folder = createFolder({ 'papers/index.md': INDEX, 'papers/thing.md': ROUGH });
    const run = papershelf(folder, ['check', '--fix']);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(join(folder, 'papers/thing.md'), 'utf8')).toBe(FIXED);
    expect(run.stderr).toMatch(/^papers\/thing\.md: /);
    for (const change of [
      'blanks taken out of `CLIP + GAN`',
      '`https://arxiv.org/abs/2404.17249v2` is now `2404.17249`',
      '`tel-aviv university` is now `Tel Aviv University`',
      '`neurips` is now `NeurIPS`',
      'fields put in order',
    ]) {
      expect(run.stderr).toContain(change);
    }
    expect(papershelf(folder, ['check', '--fix']).stderr).toBe('0 files fixed.\n2 files, no problems.\n');
    expect(readFileSync(join(folder, 'papers/index.md'), 'utf8')).toBe(INDEX);
  });

  test('spells values of a closed vocabulary as the list declares them, and puts own fields behind the award', () => {
    const fields = 'fields: [{ name: env, type: terms, values: [Web, C++] }, { name: size, type: number }]\n';
    const folder = createFolder({
      'papers/index.md': INDEX.replace('topics:', `${fields}topics:`),
      'papers/thing.md':
        '---\nsize: 3 # millions\nabstract: A.\ntitle: Thing\nenv: [web, "c++"]\ntopics: [CLIP + GAN]\n---\n',
    });
    const run = papershelf(folder, ['check', '--fix']);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toContain('`web` is now `Web`, `"c++"` is now `"C++"`, fields put in order');
    expect(readFileSync(join(folder, 'papers/thing.md'), 'utf8')).toBe(
      '---\ntitle: Thing\ntopics: [CLIP + GAN]\nenv: [Web, "C++"]\nsize: 3 # millions\nabstract: A.\n---\n',
    );
    expect(papershelf(folder, ['check', '--fix']).stderr).toBe('0 files fixed.\n2 files, no problems.\n');
  });

  test('parts the year from the venue, unless that would say something else', () => {
    const written = 'Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)';
    const cases = [
      ['venue: CVPR 2021\n', 'venue: CVPR\nyear: 2021\n', '`CVPR 2021` is now `CVPR` and `year: 2021`'],
      ['venue: "CVPR’21" # where\n', 'venue: "CVPR" # where\nyear: 2021\n', 'is now `CVPR` and `year: 2021`'],
      ['year: 2021\nvenue: 2021 CVPR\n', 'venue: CVPR\nyear: 2021\n', '`2021 CVPR` is now `CVPR`, fields put in order'],
      ['venue: CVPR 2021\ndate: 2021-06\n', 'venue: CVPR\ndate: 2021-06\n', '`CVPR 2021` is now `CVPR`'],
      ['venue: CVPR 2021\ndate: 2020-11\n', 'venue: CVPR\nyear: 2021\ndate: 2020-11\n', '`year: 2021`'],
      ['venue: neurips, 2021\n', 'venue: NeurIPS\nyear: 2021\n', '`neurips, 2021` is now `NeurIPS` and `year: 2021`'],
      [`venue: ${written}, 2021\n`, `venue: ${written}\nyear: 2021\n`, '`year: 2021` taken out of the venue'],
      ['venue: CVPR 2021\nyear: 2022\n', 'venue: CVPR 2021\nyear: 2022\n', ''],
      ['venue: CVPR 2021\nyear:\n', 'venue: CVPR 2021\nyear:\n', ''],
      ['venue: Cities 2020\n', 'venue: Cities 2020\n', ''],
    ] as const;
    const toText = (fields: string, at: number) =>
      `---\ntitle: Thing ${'I'.repeat(at)}\n${fields}topics: [CLIP + GAN]\n---\n\nNotes.\n---\n`.replaceAll(
        '\n',
        '\r\n',
      );
    const folder = createFolder({ 'papers/index.md': INDEX.replace('[NeurIPS]', '[NeurIPS, Cities 2020]') });
    const fileOf = (at: number) => join(folder, `papers/thing-${at}.md`);
    for (const [at, [before]] of cases.entries()) writeFileSync(fileOf(at), toText(before, at));
    const lines = papershelf(folder, ['check', '--fix']).stderr.split('\n');
    for (const [at, [, after, words]] of cases.entries()) {
      expect(readFileSync(fileOf(at), 'utf8')).toBe(toText(after, at));
      const told = lines.find((line) => line.startsWith(`papers/thing-${at}.md: `));
      if (words === '') expect(told).toBeUndefined();
      else expect(told).toContain(words);
    }
    expect(papershelf(folder, ['check', '--fix']).stderr).toContain('0 files fixed.');
  });

  test('keeps a byte order mark, CRLF, permissions and the bytes of the notes', () => {
    const folder = createFolder({ 'papers/index.md': INDEX });
    const file = join(folder, 'papers/thing.md');
    const [head, notes] = ['---\r\ntopics: [CLIP + GAN]\r\ntitle: Thing\r\n---\r\n', 'One\nTwo\r\nThree\r\n'];
    writeFileSync(file, `\ufeff${head}${notes}`);
    chmodSync(file, 0o640);
    expect(papershelf(folder, ['check', '--fix']).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(`\ufeff---\r\ntitle: Thing\r\ntopics: [CLIP + GAN]\r\n---\r\n${notes}`);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('leaves a paper with an error alone and says so, fixes the others, and fails because of the error', () => {
    const bad = '---\nyear: soon\ntopics: [CLIP + GAN]\ntitle: Bad\n---\n';
    const unknown = '---\ntopics: [CLIP+GAN]\ntitle: Unknown\n---\n';
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/bad.md': bad,
      'papers/thing.md': ROUGH,
      'papers/unknown.md': unknown,
    });
    const run = papershelf(folder, ['check', '--fix']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('papers/bad.md: left alone because of its errors\n');
    expect(run.stderr).toContain('papers/unknown.md: left alone because of its errors\n');
    expect(run.stderr).toContain('1 file fixed.');
    expect(readFileSync(join(folder, 'papers/bad.md'), 'utf8')).toBe(bad);
    expect(readFileSync(join(folder, 'papers/unknown.md'), 'utf8')).toBe(unknown);
  });

  test('fixes only the files that are named', () => {
    const folder = createFolder({ 'papers/index.md': INDEX, 'papers/a.md': ROUGH });
    writeFileSync(join(folder, 'papers/b.md'), '---\ntopics: [CLIP + GAN]\ntitle: Other\n---\n');
    papershelf(folder, ['check', '--fix', 'papers/b.md']);
    expect(readFileSync(join(folder, 'papers/a.md'), 'utf8')).toBe(ROUGH);
    expect(readFileSync(join(folder, 'papers/b.md'), 'utf8')).toBe('---\ntitle: Other\ntopics: [CLIP + GAN]\n---\n');
  });

  test('without --fix nothing is written; the list of this repository needs nothing', () => {
    const rough = createFolder({ 'papers/index.md': INDEX, 'papers/thing.md': ROUGH });
    papershelf(rough, ['check']);
    expect(readFileSync(join(rough, 'papers/thing.md'), 'utf8')).toBe(ROUGH);
    const folder = createFolder();
    const list = copyFolder(join(root, 'papers'));
    const before = readTree(list);
    expect(papershelf(folder, ['check', '--fix', '--papers', list]).stderr).toContain('0 files fixed.');
    expect(readTree(list)).toEqual(before);
  });
});

const toSource = (text: string) => ({ path: 'papers/thing.md', text, digest: '' });
const list = parseList({ path: 'papers/index.md', text: INDEX, digest: '' }).list as List;

/** A field with its comment, in one of the forms in which it may be written. */
const word = fc.constantFrom(
  'One',
  'two  three',
  ' four',
  "it's",
  'a, b',
  '中文',
  'x\ty',
  '#5',
  'TAU',
  'neurips',
  '- z',
  'a: b',
);
const quoted = word.map((text) => `"${text.replace('\t', ' ')}"`);
const single = word.map((text) => `'${text.replace('\t', ' ').replaceAll("'", "''")}'`);
const scalar = fc.oneof(quoted, single, fc.constantFrom('Plain', 'Two  blanks', 'tel-aviv university'));
const listOf = fc
  .uniqueArray(scalar, { minLength: 1, maxLength: 3 })
  .chain((items) => fc.constantFrom(` [${items.join(', ')}]`, `\n${items.map((item) => `  - ${item}`).join('\n')}`));
const fields = fc.record(
  {
    short: scalar.map((value) => `short:  ${value}`),
    title: scalar.map((value) => `title: ${value}`),
    authors: listOf.map((value) => `authors:${value}`),
    institutions: listOf.map((value) => `institutions:${value}`),
    venue: fc
      .oneof(scalar, fc.constantFrom('CVPR 2021', '"TOG (SIGGRAPH), 2021"', "'2021 CVPR'", 'neurips’21'))
      .map((value) => `venue: ${value}`),
    year: fc.constantFrom('year: 2021', 'year: "2022"', 'year:'),
    date: fc.constantFrom('date: 2021-06', 'date: 2020'),
    arxiv: fc.constantFrom('arxiv: 2103.17249', 'arxiv: "arXiv:2103.17249v3"', 'arxiv: hep-th/9901001'),
    doi: fc.constantFrom(
      'doi: doi:10.1145/a#b',
      "doi: 'https://doi.org/10.1145/x%3Cy'",
      'doi: https://dx.doi.org/10.1145/[z]',
    ),
    links: fc.constant('links:\n  Blog: https://example.org/  # a blog\n\n'),
    topics: fc.constantFrom('topics: CLIP + GAN', 'topics: ["CLIP  + GAN"]'),
    abstract: fc.constantFrom('abstract: |\n  # one\n\n  two\n', 'abstract: >-\n  one\n  two', 'abstract: one\n  two'),
  },
  { requiredKeys: ['title', 'topics'] },
);
const comment = fc.constantFrom('', '', '# a comment\n', '\n# apart\n\n', '# two\n# lines\n');
const paper = fc
  .tuple(fields, fc.array(comment, { minLength: 13, maxLength: 13 }), fc.infiniteStream(fc.nat()))
  .map(([record, comments, order]) => {
    const lines = Object.values(record)
      .map((line) => ({ line, at: order.next().value as number }))
      .sort((left, right) => left.at - right.at)
      .map(({ line }, at) => `${comments[at]}${line}\n`);
    return `---\n${lines.join('')}${comments[12]}---\n\n## Notes\n\ntopics:  are  not  here\n`;
  });

test('fixing loses no line and no meaning, and is done at once', () => {
  let fixedCount = 0;
  fc.assert(
    fc.property(paper, (text) => {
      const source = toSource(text);
      const fixed = fixPaper(source, list);
      if (fixed === undefined) return;
      fixedCount += 1;
      const body = text.slice(text.lastIndexOf('\n---\n') + 1);
      const after = toSource(fixed.head + body);
      expect(fixPaper(after, list)).toBeUndefined();
      const lines = text.slice(0, -body.length).split('\n').length;
      const more = /^year:/m.test(fixed.head) && !/^year:/m.test(text) ? 1 : 0;
      expect(fixed.head.split('\n')).toHaveLength(lines + more);
      expect(fixed.lines).toBe(lines - 1);
      const comments = (one: string) =>
        one.split('\n').filter((line) => line.includes('#') && !/doi|'#5'|"#5"/.test(line));
      expect(comments(after.text).toSorted()).toEqual(comments(text).toSorted());
      const [was, is] = [parsePaper(source).paper, parsePaper(after).paper];
      for (const field of [
        'title',
        'short',
        'authors',
        'arxiv',
        'doi',
        'year',
        'date',
        'topics',
        'abstract',
        'links',
        'body',
      ] as const) {
        expect(is?.[field]).toEqual(was?.[field]);
      }
    }),
    { numRuns: 500 },
  );
  expect(fixedCount).toBeGreaterThan(250);
});
