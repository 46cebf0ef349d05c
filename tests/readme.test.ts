/** README: its tables name what the source knows, its paths exist, its examples are accepted. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands/commands.ts';
import { NAME_KEYS } from '../src/content/parse/front-matter/declared-names.ts';
import { listSchema, TOPIC_KEYS } from '../src/content/parse/front-matter/list-schema.ts';
import { paperSchema } from '../src/content/parse/front-matter/paper-schema.ts';
import { parseList } from '../src/content/parse/parse.ts';
import { ELEMENTS } from '../src/content/render/markdown/sanitize-schema.ts';
import { renderList } from '../src/content/render/render.ts';
import type { Problem } from '../src/model/problem.ts';
import { prepare } from '../src/pipeline/prepare.ts';
import { root } from './support/papershelf.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** What stands below a heading, up to the next of any level. */
function sectionOf(heading: string): string {
  const lines = readme.split('\n');
  const start = lines.indexOf(heading);
  expect(start, heading).toBeGreaterThan(-1);
  const length = lines.slice(start + 1).findIndex((line) => /^#{2,3} /.test(line));
  return lines.slice(start + 1, length === -1 ? undefined : start + 1 + length).join('\n');
}

/** The rows of a table that begins with this column: their cells, the head left out. */
function rowsOf(heading: string, column: string): string[][] {
  const lines = sectionOf(heading).split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${column} |`));
  expect(start, `${heading}: ${column}`).toBeGreaterThan(-1);
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const table = lines.slice(start + 2, length === -1 ? undefined : start + length);
  return table.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The texts between backticks. */
const codesOf = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);

/** The first column, one name a row. */
const namesOf = (rows: readonly string[][]): string[] => rows.map(([first]) => codesOf(first as string)[0] ?? '');

function checkPaper(text: string): readonly Problem[] {
  return prepare({ path: 'papers/example.md', text, digest: '' }).problems;
}

function checkList(text: string): readonly Problem[] {
  const { list, problems } = parseList({ path: 'papers/index.md', text, digest: '' });
  return [...problems, ...(list === undefined ? [] : renderList(list).problems)];
}

describe.each([
  ['### A paper', paperSchema.shape, checkPaper, 'title: X\ntopics: [CLIP + GAN]'],
  ['### The list: papers/index.md', listSchema.shape, checkList, 'title: X'],
] as const)('%s', (heading, shape, check, required) => {
  const rows = rowsOf(heading, 'field');

  test('has a row for each field and for nothing else', () => {
    expect(namesOf(rows).toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  test.each(rows.map((cells) => [namesOf([cells])[0] as string, cells] as const))(
    '%s is required where it says so, and its example is accepted',
    (name, [, , example, isRequired]) => {
      expect(isRequired === 'yes').toBe(!shape[name as keyof typeof shape].safeParse(undefined).success);
      const line = codesOf(example as string)[0] as string;
      expect(line).toMatch(new RegExp(`^${name}: `));
      const others = required.split('\n').filter((other) => !other.startsWith(`${name}:`));
      expect(check(`---\n${[...others, line].join('\n')}\n---\n`)).toEqual([]);
    },
  );
});

test('the keys of a topic', () => {
  expect(namesOf(rowsOf('### The list: papers/index.md', 'key of a topic'))).toEqual(TOPIC_KEYS);
});

test('the keys of a venue or an institution', () => {
  const rows = rowsOf('### Authors, venues and the like', 'key of a venue or an institution');
  expect(namesOf(rows)).toEqual(NAME_KEYS);
});

test('every example of a file is accepted without a problem', () => {
  const files = [...readme.matchAll(/^```markdown\n(---\n[\s\S]*?)^```$/gm)].map((match) => match[1] as string);
  expect(files.length).toBeGreaterThan(1);
  for (const text of files) expect((/^authors:/m.test(text) ? checkPaper : checkList)(text)).toEqual([]);
});

test('the allowed elements', () => {
  const quoted =
    sectionOf('## Writing notes')
      .match(/^> .*$/gm)
      ?.join('\n') ?? '';
  expect(codesOf(quoted)).toEqual(ELEMENTS);
});

test('the verbs', () => {
  expect(namesOf(rowsOf('## The command', 'verb'))).toEqual(commands.map(({ meta }) => meta.name));
});

test.each(commands.map((command) => [command.meta.name, command] as const))('the options of %s', (name, { args }) => {
  const options = Object.entries<{ type?: string; valueHint?: string }>(args).map(([option, { type, valueHint }]) =>
    type === 'positional' ? valueHint : `--${option}${valueHint === undefined ? '' : ` ${valueHint}`}`,
  );
  expect(namesOf(rowsOf(`### \`${name}\``, 'option')).toSorted()).toEqual(options.toSorted());
});

test('the templates', () => {
  const files = readdirSync(join(root, 'templates'));
  expect(namesOf(rowsOf('## Your own templates', 'file')).toSorted()).toEqual(files.toSorted());
});

test('every dependency is in a table, and all of them serve development alone', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const rows = ['### In the command', '### In the workshop'].flatMap((heading) => rowsOf(heading, 'package'));
  expect(namesOf(rows).toSorted()).toEqual(Object.keys(devDependencies).toSorted());
  expect(dependencies).toBeUndefined();
});

test.each(namesOf(rowsOf('### In the command', 'package')))('%s is imported by the source', (name) => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const isImported = (file: string) =>
    new RegExp(` from '${name}[/']`).test(readFileSync(join(root, 'src', file), 'utf8'));
  expect(files.some(isImported)).toBe(true);
});

test('the map has a file in every row', () => {
  const rows = rowsOf('## Where do I change …?', 'what');
  expect(rows.length).toBeGreaterThan(20);
  for (const [what, where] of rows) expect(codesOf(where as string).filter(isPath), what).not.toEqual([]);
});

test('every path that is named exists, and every link leads somewhere', () => {
  const paths = codesOf(readme.replace(/^```[\s\S]*?^```$/gm, '')).filter(isPath);
  const links = [...readme.matchAll(/\]\((?!https:|#)([^)\s]+)\)/g)].map((match) => match[1] as string);
  const targets = [...paths, ...links.filter((link) => !link.startsWith('styleclip.md') && link !== 'figure.svg')];
  expect(targets.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const anchors = [...readme.matchAll(/^#{2,3} (.+)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  const fragments = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
  expect(fragments.filter((fragment) => !anchors.includes(fragment as string))).toEqual([]);
});

/** A path of the repository; those that a list or a build brings along are not. */
function isPath(text: string): boolean {
  return /^(?:src|tests|templates|schema|papers|starter)\/[\w./-]*$|^[A-Z]+\.md$/.test(text);
}
