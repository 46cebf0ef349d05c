/** Architecture: which rooms may import which: imports only go down the floors, and `node:*` stays in io/ and cli/. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '..', 'src');
const FLOORS: Readonly<Record<string, number>> = {
  model: 1,
  text: 2,
  content: 3,
  emit: 3,
  exchange: 3,
  io: 3,
  browser: 3,
  pipeline: 4,
  'browser/add': 5,
  commands: 5,
  cli: 6,
};
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const roomOf = (file: string): string =>
  file.startsWith('browser/add/') ? 'browser/add' : (file.split('/')[0] as string);

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => (match[1] ?? match[2] ?? match[3]) as string,
  );
}

test('every file stands in a room of the house', () => {
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => FLOORS[roomOf(file)] === undefined)).toEqual([]);
});

test.each(files)('%s imports downwards only', (file) => {
  for (const name of importsOf(file)) {
    if (name.startsWith('node:')) expect(['io', 'cli'], `${file} imports ${name}`).toContain(roomOf(file));
    if (!name.startsWith('.')) {
      expect(roomOf(file), `${file} imports ${name}`).not.toBe('model');
      continue;
    }
    const target = roomOf(posix.join(posix.dirname(file), name));
    const isBelow = (FLOORS[target] as number) < (FLOORS[roomOf(file)] as number);
    expect(target === roomOf(file) || isBelow, `${file} imports ${name}`).toBe(true);
  }
});

test('the script of the add page takes prepare.ts alone from the pipeline, and reaches nothing of the machine', () => {
  const reached = new Set(files.filter((file) => roomOf(file) === 'browser/add'));
  expect(reached.size).toBeGreaterThan(5);
  for (const file of reached) {
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) reached.add(posix.join(posix.dirname(file), name));
    }
  }
  const rooms = [...reached].map(roomOf);
  expect(rooms).not.toContain('io');
  expect(rooms).not.toContain('commands');
  expect([...reached].filter((file) => roomOf(file) === 'pipeline')).toEqual(['pipeline/prepare.ts']);
});

test('no import goes in a circle', () => {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]) => {
    expect(path, [...path, file].join(' -> ')).not.toContain(file);
    if (done.has(file)) return;
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) walk(posix.join(posix.dirname(file), name), [...path, file]);
    }
    done.add(file);
  };
  for (const file of files) walk(file, []);
});

test('stages are pure: no clock, no randomness, no environment, no locale of the machine', () => {
  const impure = /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|performance\.|localeCompare|toLocale\w+)/;
  const pure = files.filter((file) => ['model', 'content', 'emit'].includes(roomOf(file)));
  expect(pure.filter((file) => impure.test(readFileSync(join(src, file), 'utf8')))).toEqual([]);
});

test('one file prints, so that all that is printed is disarmed there', () => {
  const prints = /\bprocess\.(?:stdout|stderr)\b|\bconsole\.(?:log|error|warn|info)\(/;
  const printing = files.filter(
    (file) => roomOf(file) !== 'browser' && prints.test(readFileSync(join(src, file), 'utf8')),
  );
  // The choice of a topic is drawn on a terminal, and nowhere else.
  expect(printing).toEqual(['cli/papershelf.ts', 'io/ask-choice.ts']);
});

test('data are plain: nothing hidden beside a value, nothing computed on access', () => {
  // Names in comments count too: what is not there need not be spoken of.
  const hidden =
    /\bWeakMap\b|\bWeakRef\b|\bdefineProperty\b|\bdefineProperties\b|__defineGetter__|\b[gs]et\s+(?:\w+|\[[^\]]*\]|'[^']*')\s*\(/;
  expect(files.filter((file) => hidden.test(readFileSync(join(src, file), 'utf8')))).toEqual([]);
});

test('stages keep nothing between two calls: no variable and no empty collection at the top of a file', () => {
  const kept =
    /^(?:export )?(?:let|var)\b|^(?:export )?const \w+(?:: [^=]+)? = (?:new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|\[\]|\{\});/m;
  const stages = files.filter((file) => !['browser', 'browser/add', 'io'].includes(roomOf(file)));
  expect(stages.filter((file) => kept.test(readFileSync(join(src, file), 'utf8')))).toEqual([]);
});

test('no source file is longer than 250 lines', () => {
  const long = files.filter((file) => readFileSync(join(src, file), 'utf8').trimEnd().split('\n').length > 250);
  expect(long).toEqual([]);
});
