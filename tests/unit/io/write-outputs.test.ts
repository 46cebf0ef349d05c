import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { writeOutputs } from '../../../src/io/write-outputs.ts';
import type { Output, Print } from '../../../src/model/output.ts';
import { toUrlPath } from '../../../src/model/url-path.ts';
import { makeTemporaryFolder, readFiles, writeFiles } from '../../support/temporary-folder.ts';
import { printText, toText, toTexts } from '../../support/texts.ts';

const MANIFEST = '.papershelf.json';
let folder = '';
let out = '';

beforeEach(() => {
  folder = makeTemporaryFolder();
  out = join(folder, 'dist');
});

const build = (files: Readonly<Record<string, string>>) => writeOutputs(toTexts(files), printText, out);

function siteFiles(): Record<string, string> {
  const { [MANIFEST]: _, ...files } = readFiles(out);
  return files;
}

const listed = (): string[] => JSON.parse(readFileSync(join(out, MANIFEST), 'utf8')).files;

function writeManifest(files: readonly unknown[]): void {
  writeFiles(out, { [MANIFEST]: JSON.stringify({ version: 1, files }) });
}

test('writes texts and copies, and lists them', async () => {
  writeFiles(folder, { 'figure.png': Buffer.of(1, 2, 255) });
  const copy: Output = { path: toUrlPath('assets/figure.png'), copyOf: join(folder, 'figure.png') };
  const count = await writeOutputs([...toTexts({ 'index.html': 'é', 'a/b/c.html': 'c' }), copy], printText, out);
  expect(count).toEqual({ written: 3, unchanged: 0, removed: 0 });
  expect(readFileSync(join(out, 'assets/figure.png'))).toEqual(Buffer.of(1, 2, 255));
  expect(listed()).toEqual(['a/b/c.html', 'assets/figure.png', 'index.html']);
  expect(Object.keys(readFiles(out)).sort()).toEqual([MANIFEST, 'a/b/c.html', 'assets/figure.png', 'index.html']);
});

test('leaves unchanged files as they are, and the ledger if all are', async () => {
  await build({ 'a.html': 'one', 'b.html': 'b' });
  const past = new Date(1_000_000_000_000);
  for (const name of ['a.html', 'b.html', MANIFEST]) utimesSync(join(out, name), past, past);
  expect(await build({ 'a.html': 'one', 'b.html': 'b' })).toEqual({ written: 0, unchanged: 2, removed: 0 });
  for (const name of ['a.html', 'b.html', MANIFEST]) expect(statSync(join(out, name)).mtime).toEqual(past);
  expect(await build({ 'a.html': 'two', 'b.html': 'b' })).toEqual({ written: 1, unchanged: 1, removed: 0 });
  expect(statSync(join(out, 'b.html')).mtime).toEqual(past);
  expect(statSync(join(out, 'a.html')).mtime).not.toEqual(past);
});

test('prints only what is made from something else, is missing, or has another size', async () => {
  const printed: string[] = [];
  const print: Print = (output) => {
    printed.push(output.path);
    return printText(output);
  };
  const outputs = toTexts({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'c', 'd.html': 'd' });
  await writeOutputs(outputs, print, out);
  expect(printed.splice(0)).toEqual(['a.html', 'b.html', 'c.html', 'd.html']);
  rmSync(join(out, 'b.html'));
  writeFiles(out, { 'c.html': 'longer' });
  await writeOutputs([...outputs.slice(0, 3), toText('d.html', 'D')], print, out);
  expect(printed).toEqual(['b.html', 'c.html', 'd.html']);
  expect(siteFiles()).toEqual({ 'a.html': 'a', 'b.html': 'b', 'c.html': 'c', 'd.html': 'D' });
});

test('a file that is copied is read again when its size, time or inode has changed', async () => {
  const copy: Output = { path: toUrlPath('figure.png'), copyOf: join(folder, 'figure.png') };
  const past = new Date(1_000_000_000_000);
  writeFiles(folder, { 'figure.png': 'one' });
  utimesSync(join(folder, 'figure.png'), past, past);
  const write = () => writeOutputs([copy], printText, out);
  expect(await write()).toMatchObject({ written: 1 });
  expect(await write()).toMatchObject({ written: 0, unchanged: 1 });
  writeFiles(folder, { 'figure.png': 'two' });
  expect(await write()).toMatchObject({ written: 1 });
  expect(siteFiles()).toEqual({ 'figure.png': 'two' });
});

test('removes what is no longer an output, with folders that become empty, and nothing foreign', async () => {
  await build({ 'index.html': 'x', 'a/b/c.html': 'c', 'shared/d.html': 'd' });
  writeFiles(out, { CNAME: 'example.org', 'shared/mine.txt': 'mine' });
  mkdirSync(join(out, 'empty'));
  expect(await build({ 'index.html': 'x' })).toEqual({ written: 0, unchanged: 1, removed: 2 });
  expect(siteFiles()).toEqual({ 'index.html': 'x', CNAME: 'example.org', 'shared/mine.txt': 'mine', 'empty/': '' });
});

test.each([
  ['a file', { 'a.html': 'foreign' }, 'a.html'],
  ['a folder', { 'a.html/inside': 'foreign' }, 'a.html'],
  ['a file in the place of a folder', { sub: 'foreign' }, 'sub'],
])('refuses to replace %s that is foreign, and changes nothing', async (_, foreign, named) => {
  writeFiles(out, foreign);
  const before = readFiles(out);
  await expect(build({ 'a.html': 'ours', 'b.html': 'b', 'sub/c.html': 'c' })).rejects.toMatchObject({
    name: 'WorldError',
    exitCode: 2,
    message: expect.stringContaining(`\`${join(out, named)}\``),
  });
  expect(readFiles(out)).toEqual(before);
});

test('refuses an empty folder, a pipe and links in the place of a file or a folder', async () => {
  mkdirSync(join(out, 'empty.html'), { recursive: true });
  spawnSync('mkfifo', [join(out, 'pipe.html')]);
  writeFiles(folder, { 'outside/file.html': 'same' });
  symlinkSync('../outside/file.html', join(out, 'link.html'));
  symlinkSync('../outside', join(out, 'linked'));
  const outputs = { 'empty.html': '', 'pipe.html': '', 'link.html': 'same', 'linked/file.html': 'other' };
  await expect(build(outputs)).rejects.toThrow(
    /empty\.html`, .*link\.html`, .*linked`, .*pipe\.html`, which it did not write/,
  );
  expect(existsSync(join(out, MANIFEST))).toBe(false);
  expect(readFiles(join(folder, 'outside'))).toEqual({ 'file.html': 'same' });
});

test('names ten foreign files and counts the rest', async () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`file-${index}.html`, 'x']));
  writeFiles(out, files);
  await expect(build(Object.fromEntries(Object.keys(files).map((path) => [path, 'y'])))).rejects.toThrow(/and 2 more/);
});

test('takes a foreign file with the very bytes as its own', async () => {
  writeFiles(out, { 'a.html': 'same' });
  expect(await build({ 'a.html': 'same' })).toEqual({ written: 0, unchanged: 1, removed: 0 });
  expect(listed()).toEqual(['a.html']);
});

test('turns a file of its own into a folder and back', async () => {
  await build({ a: 'file', 'b/c': 'c', 'b/d/e': 'e' });
  await build({ 'a/x': 'x', b: 'file' });
  expect(siteFiles()).toEqual({ 'a/x': 'x', b: 'file' });
  writeFiles(out, { 'a/mine': 'mine' });
  await expect(build({ a: 'file', b: 'other' })).rejects.toMatchObject({ exitCode: 2 });
  expect(siteFiles()).toEqual({ 'a/x': 'x', 'a/mine': 'mine', b: 'file' });
});

test('an interrupted build forgets no file: the manifest names old and new ones before the first is written', async () => {
  await build({ 'old.html': 'old', 'both.html': 'both' });
  const copy: Output = { path: toUrlPath('z.html'), copyOf: join(folder, 'appears-later') };
  writeFiles(folder, { 'appears-later': 'z' });
  // Printing stands for whatever happens in the middle of a build.
  const seen: string[][] = [];
  const print: Print = (output) => {
    if (output.path === 'new.html') seen.push(listed());
    return printText(output);
  };
  await writeOutputs([toText('new.html', 'new'), copy, toText('both.html', 'changed')], print, out);
  expect(seen).toEqual([['both.html', 'new.html', 'old.html', 'z.html']]);
  expect(listed()).toEqual(['both.html', 'new.html', 'z.html']);
  expect(siteFiles()).toEqual({ 'both.html': 'changed', 'new.html': 'new', 'z.html': 'z' });
});

/** Cannot print the text `stop`. */
const printOrStop: Print = (output) => {
  if (printText(output) === 'stop') throw new Error('stop');
  return printText(output);
};

test.each([
  ['a page cannot be printed', () => Promise.resolve()],
  ['the user has had enough', (done: number) => (done < 2 ? Promise.resolve() : Promise.reject(new Error('stop')))],
])('where %s, the folder stays as it was', async (_, checkpoint) => {
  const outputs = toTexts({ 'a.html': 'two', 'fresh/b.html': 'b', 'c.html': 'stop' });
  await expect(writeOutputs(outputs, printOrStop, out, { checkpoint })).rejects.toThrow('stop');
  expect(existsSync(out)).toBe(false);
  await build({ 'a.html': 'one', 'old.html': 'old' });
  const before = readFiles(out);
  await expect(writeOutputs(outputs, printOrStop, out, { checkpoint })).rejects.toThrow('stop');
  expect(readFiles(out)).toEqual(before);
});

test('what is in the way stays where a page cannot be printed', async () => {
  await build({ a: 'file' });
  const before = readFiles(out);
  await expect(writeOutputs([toText('a/b.html', 'stop')], printOrStop, out)).rejects.toThrow('stop');
  expect(readFiles(out)).toEqual(before);
});

test('heals after an interrupted build: half of the files there, abandoned temporary files', async () => {
  const dead = spawnSync('true').pid;
  writeManifest(['old.html', 'new.html', 'sub/never-written.html']);
  writeFiles(out, {
    'old.html': 'old',
    'new.html': 'half of another build',
    [`.papershelf-${dead}-1.tmp`]: 'x',
    [`sub/.papershelf-${dead}-2.tmp`]: 'x',
    [`.papershelf-${process.pid}-77.tmp`]: 'x',
    '.papershelf-1-1.tmp': 'of a process whose number is another’s by now',
    '.papershelf-mine.tmp': 'foreign',
  });
  await build({ 'new.html': 'new', 'sub/x.html': 'x' });
  expect(siteFiles()).toEqual({
    'new.html': 'new',
    'sub/x.html': 'x',
    '.papershelf-mine.tmp': 'foreign',
  });
});

test('heals where an interrupted build made folders and not their files', async () => {
  writeManifest(['a/b/never.html', 'c/never.html', 'd/e/never.html']);
  for (const path of ['a/b', 'c', 'd/foreign']) mkdirSync(join(out, path), { recursive: true });
  await build({ a: 'file' });
  expect(siteFiles()).toEqual({ a: 'file', 'd/foreign/': '' });
});

test('a tampered manifest removes nothing outside the folder', async () => {
  writeFiles(folder, { x: 'outside', 'outside/y': 'outside' });
  mkdirSync(join(folder, 'outside/empty'));
  writeFiles(out, { 'a/../mine': 'mine' });
  symlinkSync('../outside', join(out, 'linked'));
  symlinkSync('../x', join(out, 'link'));
  const tampered = ['../x', join(folder, 'x'), 'linked/y', 'linked/empty/z', 'link', 'a/../mine', './mine', MANIFEST];
  writeManifest([...tampered, 7, null, '', 'linked']);
  expect(await build({ 'index.html': 'x' })).toEqual({ written: 1, unchanged: 0, removed: 0 });
  expect(readFiles(folder)).toMatchObject({
    x: 'outside',
    'outside/y': 'outside',
    'outside/empty/': '',
    'dist/mine': 'mine',
  });
  expect(siteFiles()).toMatchObject({ link: '<special>', linked: '<special>' });
  expect(listed()).toEqual(['index.html']);
});

test('refuses a link in the place of a file of its own', async () => {
  await build({ 'a.html': 'a' });
  rmSync(join(out, 'a.html'));
  writeFiles(folder, { 'outside.html': 'outside' });
  symlinkSync('../outside.html', join(out, 'a.html'));
  await expect(build({ 'a.html': 'b' })).rejects.toMatchObject({ name: 'WorldError', exitCode: 2 });
  expect(readFiles(folder)).toMatchObject({ 'outside.html': 'outside', 'dist/a.html': '<special>' });
});

test.each(['', '{', '[]', '{"version":2,"files":[]}', '{"version":1}', '<<<<<<< HEAD'])(
  'refuses the manifest %j',
  async (text) => {
    writeFiles(out, { [MANIFEST]: text, 'a.html': 'a' });
    await expect(build({ 'a.html': 'b' })).rejects.toMatchObject({ name: 'WorldError', exitCode: 2 });
    expect(siteFiles()).toEqual({ 'a.html': 'a' });
  },
);

test.each([
  [['a.html', 'A.html'], 'Two outputs are one file'],
  [['a.html', 'a.html'], 'Two outputs are one file'],
  [['a', 'A/b'], 'a file and a folder'],
  [[MANIFEST], 'reserved'],
])('takes %j for our own bug', async (paths, reason) => {
  const outputs = paths.map((path) => toText(path, ''));
  const failure = await writeOutputs(outputs, printText, out).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'Error', message: expect.stringContaining(reason) });
  expect(existsSync(out)).toBe(false);
});

test('names a file to copy that is missing, before anything is written', async () => {
  const copy: Output = { path: toUrlPath('a.png'), copyOf: join(folder, 'missing.png') };
  await expect(writeOutputs([copy], printText, out)).rejects.toMatchObject({
    name: 'WorldError',
    exitCode: 3,
    message: `Cannot read \`${join(folder, 'missing.png')}\`: it does not exist (ENOENT).`,
  });
  expect(existsSync(out)).toBe(false);
});

test('whatever was built before, the folder holds this build and foreign files', async () => {
  const part = fc.constantFrom('a', 'b', 'c', 'foreign');
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const files = fc.dictionary(path, fc.constantFrom('', 'x', 'y'), { maxKeys: 8 }).map((all) => {
    const paths = Object.keys(all);
    const isKept = (one: string) => one !== 'foreign' && !paths.some((other) => other.startsWith(`${one}/`));
    return Object.fromEntries(Object.entries(all).filter(([one]) => isKept(one)));
  });
  const foreign = { 'mine.txt': 'mine', 'foreign/mine.txt': 'mine' };
  await fc.assert(
    fc.asyncProperty(fc.array(files, { minLength: 1, maxLength: 4 }), async (builds) => {
      out = join(makeTemporaryFolder(), 'dist');
      writeFiles(out, foreign);
      for (const outputs of builds) await build(outputs);
      expect(siteFiles()).toEqual({ ...builds.at(-1), ...foreign });
      expect(listed()).toEqual(Object.keys(builds.at(-1) ?? {}).sort());
    }),
    { numRuns: 200 },
  );
});
