/** The documentation: its tables name what the source knows, its paths and links lead somewhere, its examples are accepted. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands as verbs } from '../src/commands/commands.ts';
import { OWN_FIELD_KEYS } from '../src/content/parse/front-matter/declared-fields.ts';
import { NAME_KEYS, VENUE_KEYS } from '../src/content/parse/front-matter/declared-names.ts';
import { listSchema, TOPIC_KEYS } from '../src/content/parse/front-matter/list-schema.ts';
import { paperSchema } from '../src/content/parse/front-matter/paper-schema.ts';
import { parseList } from '../src/content/parse/parse-list.ts';
import { ELEMENTS } from '../src/content/render/markdown/sanitize-schema.ts';
import { renderList } from '../src/content/render/render.ts';
import { OWN_FIELD_TYPES } from '../src/model/own-field.ts';
import type { Problem } from '../src/model/problem.ts';
import { prepare } from '../src/pipeline/prepare.ts';
import { createFolder, papershelf, root } from './support/papershelf.ts';

const FILES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const texts = new Map(FILES.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const read = (file: string): string => texts.get(file) as string;
const reference = read('docs/reference.md');
const code = read('docs/code.md');
const dependencies = read('docs/dependencies.md');

/** What stands below a heading, up to the next of any level. */
function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  expect(start, heading).toBeGreaterThan(-1);
  const length = lines.slice(start + 1).findIndex((line) => /^#{2,3} /.test(line));
  return lines.slice(start + 1, length === -1 ? undefined : start + 1 + length).join('\n');
}

/** The rows of every table that begins with this column: their cells, the head left out. */
function tablesOf(text: string, column: string): string[][] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (line.startsWith(`| ${column} |`) ? [at] : []));
  expect(starts, column).not.toEqual([]);
  const rows = starts.flatMap((start) => {
    const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
    return lines.slice(start + 2, length === -1 ? undefined : start + length);
  });
  return rows.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const rowsOf = (text: string, heading: string, column: string): string[][] =>
  tablesOf(sectionOf(text, heading), column);

/** The texts between backticks. */
const codesOf = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);

/** The first column, one name a row. */
const namesOf = (rows: readonly string[][]): string[] => rows.map(([first]) => codesOf(first as string)[0] ?? '');

const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');

function checkPaper(text: string): readonly Problem[] {
  return prepare({ path: 'papers/example.md', text, digest: '' }).problems;
}

function checkList(text: string): readonly Problem[] {
  const { list, problems } = parseList({ path: 'papers/index.md', text, digest: '' });
  return [...problems, ...(list === undefined ? [] : renderList(list).problems)];
}

/** The files that are shown in full. */
const examplesOf = (text: string): string[] =>
  [...text.matchAll(/^```markdown\n(---\n[\s\S]*?)^```$/gm)].map((match) => match[1] as string);

const isPaper = (text: string): boolean => /^authors:/m.test(text);

test('the README is for newcomers: at most 14 KiB', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(14_336);
});

describe.each([
  ['### A paper', paperSchema.shape, checkPaper, 'title: X\ntopics: [CLIP + GAN]'],
  ['### The list: papers/index.md', listSchema.shape, checkList, 'title: X'],
] as const)('%s', (heading, shape, check, required) => {
  const rows = rowsOf(reference, heading, 'field');

  test('has a row for each field and for nothing else', () => {
    expect(namesOf(rows).toSorted()).toEqual(Object.keys(shape).toSorted());
  });

  test.each(rows.map((cells) => [namesOf([cells])[0] as string, cells] as const))(
    '%s is required if the table says so, and its example is accepted',
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
  expect(namesOf(rowsOf(reference, '### The list: papers/index.md', 'key of a topic'))).toEqual(TOPIC_KEYS);
});

test('the keys of a venue or an institution', () => {
  const rows = rowsOf(reference, '### Authors, venues and the like', 'key of a venue or an institution');
  expect(namesOf(rows)).toEqual(NAME_KEYS);
  const more = rowsOf(reference, '### Authors, venues and the like', 'key of a venue alone');
  expect(namesOf(more)).toEqual(VENUE_KEYS);
});

test('the keys and types of an own field', () => {
  expect(namesOf(rowsOf(reference, '### Fields of your own', 'key of an own field'))).toEqual(OWN_FIELD_KEYS);
  const types = rowsOf(reference, '### Fields of your own', 'type of an own field');
  expect(namesOf(types)).toEqual(OWN_FIELD_TYPES);
});

test('every example of a file is accepted without a problem', () => {
  const files = FILES.flatMap((file) => examplesOf(read(file)));
  expect(files.length).toBeGreaterThan(2);
  for (const text of files) expect((isPaper(text) ? checkPaper : checkList)(text)).toEqual([]);
});

test.each(['README.md', 'docs/reference.md'])('the report in %s is what check prints', (file) => {
  const [paper, list] = [isPaper, (text: string) => !isPaper(text)].map((is) => examplesOf(read('README.md')).find(is));
  const report = /^```text\n(papers\/clip-nerf[\s\S]*?)^```$/m.exec(read(file))?.[1];
  const folder = createFolder({
    'papers/index.md': list as string,
    'papers/clip-nerf.md': (paper as string).replace('[CLIP + NeRF]', '[CLIP+NeRF]'),
  });
  const { code: exit, stdout } = papershelf(folder, ['check', '--format', 'pretty']);
  expect(exit).toBe(1);
  expect(stdout).toBe(report);
});

test('the allowed elements', () => {
  const quoted =
    sectionOf(reference, '### HTML')
      .match(/^> .*$/gm)
      ?.join('\n') ?? '';
  expect(codesOf(quoted)).toEqual(ELEMENTS);
});

const commands = await Promise.all(Object.values(verbs).map((load) => load()));

test('the verbs', () => {
  expect(namesOf(rowsOf(reference, '## The command', 'verb'))).toEqual(commands.map(({ meta }) => meta.name));
});

test.each(commands.map((command) => [command.meta.name, command] as const))('the options of %s', (name, { args }) => {
  const options = Object.entries<{ type?: string; valueHint?: string }>(args).map(([option, { type, valueHint }]) =>
    type === 'positional' ? valueHint : `--${option}${valueHint === undefined ? '' : ` ${valueHint}`}`,
  );
  expect(namesOf(rowsOf(reference, `### \`${name}\``, 'option')).toSorted()).toEqual(options.toSorted());
});

test('the templates', () => {
  // The style sheet of all pages is bundled from the pieces in its folder.
  const files = readdirSync(join(root, 'templates')).map((name) => (name === 'style' ? 'style.css' : name));
  expect(namesOf(rowsOf(reference, '## Templates', 'file')).toSorted()).toEqual(files.toSorted());
});

describe('dependencies', () => {
  const inCommand = rowsOf(dependencies, '## In the command', 'package');
  const rows = [...inCommand, ...rowsOf(dependencies, '## In development', 'package')];
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  test('every one is in a table, and all of them serve development alone', () => {
    expect(namesOf(rows).toSorted()).toEqual(Object.keys(manifest.devDependencies).toSorted());
    expect(manifest.dependencies).toBeUndefined();
  });

  test.each(namesOf(inCommand))('%s is imported by the source', (name) => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const isImported = (file: string) =>
      new RegExp(` from '${name}[/']`).test(readFileSync(join(root, 'src', file), 'utf8'));
    expect(files.filter((file) => file.endsWith('.ts')).some(isImported)).toBe(true);
  });

  test('each has the licence that its package names', () => {
    const stated = rows.map((cells) => [namesOf([cells])[0], cells[3]]);
    const named = namesOf(rows).map((name) => {
      const { license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
      return [name, license];
    });
    expect(stated).toEqual(named);
  });
});

test('the map of the code has a file in every row', () => {
  const map = code.slice(code.indexOf('\n## Where do I change …?\n'), code.indexOf('\n## How it is tested\n'));
  const rows = tablesOf(map, 'what');
  expect(rows.length).toBeGreaterThan(60);
  for (const [what, where] of rows) expect(codesOf(where as string).filter(isPath), what).not.toEqual([]);
});

test('every folder and test file at the top of tests/ is described, and so is every room of src/', () => {
  const described = new Set(codesOf(code));
  const entries = readdirSync(join(root, 'tests'), { withFileTypes: true });
  const wanted = entries
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.test.ts'))
    .map((entry) => `tests/${entry.name}${entry.isDirectory() ? '/' : ''}`);
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const missing = [...wanted, ...rooms.map(({ name }) => `src/${name}/`)].filter((path) => !described.has(path));
  expect(missing).toEqual([]);
});

test.each(FILES)('every path that %s names exists', (file) => {
  const paths = codesOf(withoutBlocks(read(file))).filter(isPath);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(FILES)('every link of %s leads to a file or a heading', (file) => {
  const prose = withoutBlocks(read(file)).replace(/`[^`\n]+`/g, '');
  const links = [...prose.matchAll(/\]\((?!https:)([^)\s]+)\)/g)].map((match) => match[1] as string);
  const dead = links.filter((link) => {
    const [path, fragment] = link.split('#') as [string, string?];
    const target = path === '' ? file : posix.join(posix.dirname(file), path);
    if (!existsSync(join(root, target))) return true;
    return fragment !== undefined && !anchorsOf(read(target)).includes(fragment);
  });
  expect(dead).toEqual([]);
});

/** The anchors that GitHub gives to the headings of a file. */
function anchorsOf(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/^#{1,4} (.+)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** A path of the repository; those that a list or a build brings along are not. */
function isPath(text: string): boolean {
  return /^(?:src|tests|templates|schema|papers|starter|docs)\/[\w./-]*$|^[A-Z]+\.md$|^biome\.json$/.test(text);
}
