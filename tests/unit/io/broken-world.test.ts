import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeEach, expect, test } from 'vitest';
import { readSources } from '../../../src/io/read-sources.ts';
import { writeOutputs } from '../../../src/io/write-outputs.ts';
import { makeTemporaryFolder, readFiles, writeFiles } from '../../support/temporary-folder.ts';
import { printText, toText, toTexts } from '../../support/texts.ts';

const NOBODY = 65_534;
const asNobody = ['setpriv', '--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];

/** True if a user without rights, to whom permissions apply, can do this. */
function canNobody(program: string, ...args: readonly string[]): boolean {
  const [setpriv = '', ...rest] = asNobody;
  return process.getuid?.() === 0 && spawnSync(setpriv, [...rest, program, ...args]).status === 0;
}

/** A new folder into which that user can look too, `undefined` if there is none: `TMPDIR` may be private. */
function makeOpenFolder(): string | undefined {
  if (!canNobody(process.execPath, '--version')) return undefined;
  for (const parent of [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'].filter((path) => existsSync(path))) {
    const open = makeTemporaryFolder(parent);
    chmodSync(open, 0o755);
    if (canNobody('ls', open)) return open;
  }
  return undefined;
}

const NO_OTHER_USER = 'needs root, setpriv, and a temporary folder that other users can read';

let folder = '';
beforeEach(() => {
  folder = makeTemporaryFolder();
  chmodSync(folder, 0o755);
});

/** Bundles an expression as a program that prints what became of it: `await` is allowed; `folder`, `big`, `write` and the makers of texts are given. */
async function bundleApart(expression: string): Promise<string> {
  const io = join(import.meta.dirname, '../../../src/io');
  const outfile = join(folder, 'apart.mjs');
  await build({
    stdin: {
      contents: `
        import { readSources } from './read-sources.ts';
        import { writeOutputs } from './write-outputs.ts';
        import { printText, toText, toTexts } from '../../tests/support/texts.ts';
        const folder = ${JSON.stringify(folder)};
        const big = 'x'.repeat(100_000);
        const write = (outputs, name = 'dist') => writeOutputs(outputs, printText, folder + '/' + name);
        const report = (value) => console.log(JSON.stringify(value));
        try { report(await (${expression})); }
        catch (error) { report({ name: error.name, exitCode: error.exitCode, message: error.message }); }`,
      resolveDir: io,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return outfile;
}

/** Runs the expression in a process of its own, started by the command, and returns what it printed. */
async function runApart(expression: string, command: readonly string[]): Promise<unknown> {
  const outfile = await bundleApart(expression);
  const [program = 'node', ...rest] = [...command, process.execPath, outfile];
  const { stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', cwd: '/' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test('a full disk leaves the old site whole', async ({ skip }) => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { encoding: 'utf8' });
  if (mount.status !== 0) skip(`no small disk can be mounted here: ${mount.stderr ?? mount.error}`);
  try {
    const out = join(disk, 'dist');
    const old = toTexts({ 'a.html': 'old', 'sub/b.html': 'old' });
    await writeOutputs(old, printText, out);
    const large = ['a.html', 'fresh/b.html', 'fresh/c.html', 'fresh/d.html'].map((path) =>
      toText(path, 'x'.repeat(90_000)),
    );
    await expect(writeOutputs(large, printText, out)).rejects.toMatchObject({
      name: 'WorldError',
      exitCode: 3,
      message: `Cannot write \`${join(out, 'fresh/c.html')}\`: the disk is full; free some space and run this again (ENOSPC).`,
    });
    const { '.papershelf.json': _, ...files } = readFiles(out);
    expect(files).toEqual({ 'a.html': 'old', 'sub/b.html': 'old' });
    await writeOutputs(old.slice(0, 1), printText, out);
    expect(readdirSync(out).sort()).toEqual(['.papershelf.json', 'a.html']);
  } finally {
    spawnSync('umount', [disk]);
  }
});

test('a limit on file sizes is told, and leaves no temporary file', async () => {
  const result = await runApart(`write(toTexts({ 'a.html': 'small', 'b.html': big }))`, [
    'sh',
    '-c',
    'ulimit -f 16; exec "$@"',
    'sh',
  ]);
  expect(result).toMatchObject({ name: 'WorldError', exitCode: 3, message: expect.stringContaining('(EFBIG)') });
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

test('a read-only folder is told', async ({ skip }) => {
  folder = makeOpenFolder() ?? skip(NO_OTHER_USER);
  const out = join(folder, 'dist');
  await writeOutputs([toText('a.html', 'old')], printText, out);
  chmodSync(out, 0o555);
  const write = (content: string) => runApart(`write([toText('a.html', '${content}')])`, asNobody);
  expect(await write('new')).toMatchObject({
    name: 'WorldError',
    exitCode: 3,
    message: `Cannot write \`${join(out, 'a.html')}\`: permission denied (EACCES).`,
  });
  expect(await write('old')).toEqual({ written: 0, unchanged: 1, removed: 0 });
  chmodSync(folder, 0o555);
  expect(await runApart(`write([], 'fresh')`, asNobody)).toMatchObject({
    name: 'WorldError',
    exitCode: 3,
    message: expect.stringContaining('Cannot create the folder'),
  });
});

test('a paper or folder that may not be read is a problem', async ({ skip }) => {
  folder = makeOpenFolder() ?? skip(NO_OTHER_USER);
  writeFiles(folder, { 'papers/a.md': 'a', 'papers/b.md': 'b', 'papers/closed/c.md': 'c' });
  chmodSync(join(folder, 'papers/b.md'), 0);
  chmodSync(join(folder, 'papers/closed'), 0);
  const read = () => runApart(`readSources(folder + '/papers')`, asNobody);
  expect(await read()).toMatchObject({
    sources: [{ path: 'papers/a.md' }],
    problems: [
      {
        rule: 'file-unreadable',
        file: 'papers/b.md',
        message: '`papers/b.md` cannot be read (EACCES).',
        hint: 'Allow reading it: `chmod u+rX papers/b.md`.',
      },
      { rule: 'file-unreadable', file: 'papers/closed' },
    ],
  });
  chmodSync(join(folder, 'papers'), 0);
  expect(await read()).toMatchObject({ name: 'WorldError', exitCode: 3 });
});

test('a thousand papers need no more than a few open files', async () => {
  const files = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`papers/${index}.md`, 'x']));
  writeFiles(folder, files);
  const apart = `(async () => {
    const { sources } = await readSources(folder + '/papers');
    return write(sources.map((source) => toText(source.path, source.text)));
  })()`;
  const result = await runApart(apart, ['sh', '-c', 'ulimit -n 40; exec "$@"', 'sh']);
  expect(result).toEqual({ written: 1000, unchanged: 0, removed: 0 });
});

test('a build killed at any moment leaves whole files, and the next build an exact site', async () => {
  const program = await bundleApart(`(async () => {
    for (let round = 0; ; round += 1) {
      const paths = Array.from({ length: 60 }, (_, index) => 'part-' + ((index * 7 + round) % 90) + '/page.html');
      await write(paths.map((path) => toText(path, String(round % 10).repeat(5000))));
    }
  })()`);
  const out = join(folder, 'dist');
  writeFiles(out, { 'mine.txt': 'mine' });
  for (const time of [90, 100, 110, 125, 140, 160, 185, 210]) {
    spawnSync(process.execPath, [program], { timeout: time, killSignal: 'SIGKILL' });
    for (const [path, text] of Object.entries(readFiles(out))) {
      if (path.endsWith('.html')) expect(text).toMatch(/^(\d)\1{4999}$/);
    }
  }
  await writeOutputs([toText('part-1/page.html', 'x')], printText, out);
  expect(Object.keys(readFiles(out)).sort()).toEqual(['.papershelf.json', 'mine.txt', 'part-1/page.html']);
});

test('a path of the papers folder may be relative', async () => {
  writeFiles(folder, { 'papers/a.md': 'a' });
  const before = process.cwd();
  try {
    process.chdir(folder);
    expect((await readSources('papers')).sources.map((source) => source.path)).toEqual(['papers/a.md']);
    process.chdir(join(folder, 'papers'));
    expect((await readSources('.')).sources.map((source) => source.path)).toEqual(['papers/a.md']);
  } finally {
    process.chdir(before);
  }
  expect(realpathSync(before)).toBe(realpathSync(process.cwd()));
});
