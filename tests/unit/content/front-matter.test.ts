/** The front-matter's two lines, the text between them, and what must never happen to it. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../../src/content/parse/front-matter/front-matter.ts';
import { LIST_LIMITS } from '../../../src/content/parse/front-matter/limits.ts';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { parseList } from '../../../src/content/parse/parse-list.ts';
import { hasErrors } from '../../../src/model/problem.ts';

const toSource = (text: string) => ({ path: 'papers/paper.md', text, digest: '' });
const read = (text: string) => parseFrontMatter(toSource(text));
const rules = (text: string) => parsePaper(toSource(text)).problems.map(({ rule }) => rule);

describe('no code runs', () => {
  afterEach(() => {
    delete (globalThis as { __pwned?: boolean }).__pwned;
  });
  const marks = [
    'js',
    ' js',
    'JS',
    'javascript',
    'JavaScript',
    ' javascript ',
    'coffee',
    'cson',
    'json',
    'toml',
    'eval',
  ];
  const prototypeNames = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', 'prototype'];
  test.each([...marks, ...prototypeNames, ' # c', '|---', '{}'])('---%s', (mark) => {
    const text = `---${mark}\nglobalThis.__pwned = true\n---\n---js\nglobalThis.__pwned = true\n---\n`;
    expect(rules(text)).toEqual(['front-matter-language']);
    expect(globalThis).not.toHaveProperty('__pwned');
  });

  test('a second block in the body is text', () => {
    const { body } = read('---\ntitle: a\n---\n---js\nglobalThis.__pwned = true\n---\n');
    expect(body).toBe('---js\nglobalThis.__pwned = true\n---\n');
    expect(globalThis).not.toHaveProperty('__pwned');
  });

  test('gray-matter is called in one place, with its options, and never by its other doors', () => {
    const folder = new URL('../../../src/content/', import.meta.url);
    const users = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && readFileSync(new URL(name, folder), 'utf8').includes("'gray-matter'"),
    );
    expect(users).toEqual(['parse/front-matter/front-matter.ts']);
    expect(readFileSync(new URL('parse/front-matter/front-matter.ts', folder), 'utf8')).not.toMatch(
      /matter\.(?:stringify|read|test|language)/,
    );
  });
});

describe('body', () => {
  test.each([
    ['---\ntitle: a\n---\nBody.\n', 'Body.\n', 4],
    ['---\ntitle: a\n---\n\nBody.', '\nBody.', 4],
    ['---  \ntitle: a\n--- \t\nBody.', 'Body.', 4],
    ['---\ntitle: a\n---', '', 4],
    ['---\n---\nBody.', 'Body.', 3],
    ['---\n# a comment\n---\nBody.', 'Body.', 4],
    ['---\nabstract: |\n  one\n  ---\n  two\n---\nBody.\n---\n', 'Body.\n---\n', 7],
  ])('%j', (text, body, bodyLine) => {
    expect(read(text)).toMatchObject({ body, bodyLine });
    expect(
      text
        .split('\n')
        .slice(bodyLine - 1)
        .join('\n'),
    ).toBe(body);
  });
});

test('text stays as it was written', () => {
  const text =
    '---\na: 2103.17240\nb: yes\nc: 017\nd: 12:30:45\ne: 1e3\nf: 2021-03-31\ng: ~\nh: null\ni: "~"\nj:\n---\n';
  expect({ ...read(text).fields?.values }).toEqual({
    a: '2103.17240',
    b: 'yes',
    c: '017',
    d: '12:30:45',
    e: '1e3',
    f: '2021-03-31',
    g: '',
    h: '',
    i: '~',
    j: '',
  });
});

test('places are those of the values, by dotted path', () => {
  const { fields } = read(
    '---\ntitle: "A b" # why\ntopics: [x, yy]\nlinks:\n  Blog: https://a.b\nabstract: |\n  one\n  two\nvenue:\n---\n',
  );
  expect(fields?.places).toEqual({
    title: { line: 2, column: 8, endLine: 2, endColumn: 13 },
    topics: { line: 3, column: 9, endLine: 3, endColumn: 16 },
    'topics.0': { line: 3, column: 10, endLine: 3, endColumn: 11 },
    'topics.1': { line: 3, column: 13, endLine: 3, endColumn: 15 },
    links: { line: 5, column: 3, endLine: 5, endColumn: 20 },
    'links.Blog': { line: 5, column: 9, endLine: 5, endColumn: 20 },
    abstract: { line: 6, column: 11, endLine: 8, endColumn: 6 },
    venue: { line: 9, column: 1, endLine: 9, endColumn: 6 },
  });
});

test('at its limits front-matter is read, beyond them it is told', () => {
  const front = (bytes: number) => `---\ntitle: ${'é'.repeat((bytes - 8) / 2)}\n---\n`;
  expect(read(front(8192)).problems).toEqual([]);
  expect(read(front(8194)).problems.map(({ rule }) => rule)).toEqual(['front-matter-too-long']);
  const keys = (count: number) => `---\n${Array.from({ length: count }, (_, at) => `k${at}: v\n`).join('')}---\n`;
  expect(read(keys(64)).problems).toEqual([]);
  expect(read(keys(65)).problems.map(({ rule }) => rule)).toEqual(['front-matter-too-many-keys']);
  expect(parseFrontMatter(toSource(keys(1024)), LIST_LIMITS).problems).toEqual([]);
  expect(read('---\na: {b: [c]}\n---\n').problems).toEqual([]);
  expect(read('---\na: {b: [[c]]}\n---\n').problems.map(({ rule }) => rule)).toEqual(['front-matter-too-deep']);
});

test('hostile front-matter comes to an end, with few problems', () => {
  const blocks = [
    '['.repeat(8000),
    'a: '.repeat(2700),
    '\n'.repeat(8190),
    ' '.repeat(8190),
    '"'.repeat(8190),
    'a:\n'.repeat(2700),
    '- '.repeat(4000),
    "'".repeat(8190),
    '? '.repeat(4000),
    '&a '.repeat(2700),
    '*a '.repeat(2700),
    '!a '.repeat(2700),
    '{a: '.repeat(2000),
    'a: [\n'.repeat(1600),
    'a: "\n'.repeat(1600),
    'a: \t\n\tb\n'.repeat(1000),
    Array.from({ length: 1500 }, (_, at) => `${at}:\n`).join(''),
    "'".repeat(8190),
    'a: b #c\n'.repeat(1000),
    '%a\n'.repeat(2700),
    '...\n'.repeat(2000),
    '：'.repeat(2700),
    `a: ${'x '.repeat(4000)}: y`,
  ];
  for (const block of blocks) {
    const { problems } = parsePaper(toSource(`---\n${block}\n---\n`));
    expect(problems.length, block.slice(0, 20)).toBeGreaterThan(0);
    expect(problems.length, block.slice(0, 20)).toBeLessThan(100);
  }
});

describe('nothing throws', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    '\n',
    ': ',
    ':',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '*',
    '&',
    '!',
    '%',
    '@',
    '`',
    '#',
    ' ',
    '\t',
    '?',
    ',',
    '...',
    '<<',
    'title',
    'topics',
    'links',
    'year',
    'arxiv',
    '__proto__',
    'constructor',
    '\\u202E',
    '\\x',
    '\r',
    '\ufeff',
    '\u0000',
    '：',
    '\u00a0',
    '\ud800',
    '💥',
    'x',
  );
  const block = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

  test.each([
    ['any text', fc.string({ unit: 'binary' })],
    ['any front-matter', block.map((text) => `---\n${text}\n---\n`)],
    ['any beginning', block],
    [
      'any field',
      fc
        .tuple(fc.constantFrom('title', 'links', 'topics', 'url', 'doi', 'date'), block)
        .map((parts) => `---\n${parts.join(': ')}\n---\n`),
    ],
  ])('%s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        const lines = text.split('\n');
        const { paper, problems: ofPaper } = parsePaper(toSource(text));
        const { list, problems: ofList } = parseList(toSource(text));
        expect(paper !== undefined || hasErrors(ofPaper)).toBe(true);
        expect(list !== undefined || hasErrors(ofList)).toBe(true);
        for (const problems of [ofPaper, ofList]) {
          for (const { line, column, endLine, endColumn, message, hint } of problems) {
            expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 1);
            expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1] as string).length + 1);
            expect(line < endLine || (line === endLine && column <= endColumn)).toBe(true);
            expect(`${message}${hint}`).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          }
        }
      }),
      { numRuns: 700 },
    );
  });
});
