/** Several builds into one folder: real processes that wait, or are stopped, killed or interrupted. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ended, start } from './support/dev-server.ts';
import { createFolder, INDEX, papershelf, readTree, toPaper } from './support/papershelf.ts';

const toList = (name: string, papers: number): string => {
  const files = Array.from({ length: papers }, (_, at) => [
    `papers/${name}-${at}.md`,
    toPaper(
      [`title: ${name} ${at}`, `authors: [${name} Author${at}]`, 'topics: [CLIP + GAN]'],
      '## Summary\n\nWords.\n',
    ),
  ]);
  return createFolder({ 'papers/index.md': INDEX, ...Object.fromEntries(files) });
};
const one = toList('one', 40);
const other = toList('other', 25);
const treeOf = (folder: string) =>
  Object.fromEntries([...readTree(folder)].map(([path, bytes]) => [path, bytes.toString('base64')]));
const toClean = (list: string) => {
  const out = join(createFolder(), 'dist');
  expect(papershelf(list, ['build', '--out', out])).toMatchObject({ code: 0 });
  return treeOf(out);
};
const [cleanOne, cleanOther] = [toClean(one), toClean(other)];

const build = (list: string, out: string) => {
  const { child, told } = start(list, ['build', '--out', out]);
  return { child, told, end: ended(child) };
};

/** The text of the lock, empty for none. */
const readLock = (out: string) =>
  existsSync(join(out, '.papershelf.lock')) ? readFileSync(join(out, '.papershelf.lock'), 'utf8') : '';

/** A build that holds the lock and does not go on until it is told. */
async function stopWhileWriting(list: string, out: string) {
  for (;;) {
    const started = build(list, out);
    while (started.child.exitCode === null && readLock(out) === '') await new Promise(setImmediate);
    started.child.kill('SIGSTOP');
    if (started.child.exitCode === null && readLock(out) !== '') return started;
    // It was done before it could be stopped.
    started.child.kill('SIGCONT');
    await started.end;
  }
}

/** Runs until the words are told. */
const waitFor = (told: () => string, words: string) =>
  vi.waitFor(() => expect(told()).toContain(words), { timeout: 30_000, interval: 20 });

test('at once, round after round: the folder holds the site of the last one, and nothing of the others', async () => {
  const out = join(createFolder(), 'dist');
  for (let round = 0; round < 3; round += 1) {
    const builds = [one, other, one].map((list) => build(list, out));
    expect(await Promise.all(builds.map(({ end }) => end)), builds.map(({ told }) => told()).join()).toEqual([0, 0, 0]);
    expect([cleanOne, cleanOther]).toContainEqual(treeOf(out));
  }
  await build(other, out).end;
  expect(treeOf(out)).toEqual(cleanOther);
});

test('the second waits for the first, says so, and then replaces all of it', async () => {
  const out = join(createFolder(), 'dist');
  const first = await stopWhileWriting(one, out);
  const second = build(other, out);
  await waitFor(second.told, `Another build (process ${first.child.pid} on `);
  expect(existsSync(join(out, 'papers/other-1.html'))).toBe(false);
  first.child.kill('SIGCONT');
  expect(await Promise.all([first.end, second.end])).toEqual([0, 0]);
  expect(second.told().match(/Another build/g)).toHaveLength(1);
  expect(treeOf(out)).toEqual(cleanOther);
});

test('the lock of a killed build is taken over at once, and its half-written files go', async () => {
  const out = join(createFolder(), 'dist');
  const killed = await stopWhileWriting(one, out);
  killed.child.kill('SIGKILL');
  expect(await killed.end).toBe('SIGKILL');
  const run = papershelf(other, ['build', '--out', out]);
  expect(run).toMatchObject({ code: 0, stdout: '' });
  expect(run.stderr).toContain(`An earlier build (process ${killed.child.pid} on `);
  expect(treeOf(out)).toEqual(cleanOther);
});

test('a dead process whose number another has by now is dead', async ({ skip }) => {
  if (process.platform !== 'linux') skip('the start of a process is known on Linux alone');
  const out = join(createFolder(), 'dist');
  const killed = await stopWhileWriting(one, out);
  killed.child.kill('SIGKILL');
  await killed.end;
  const lock = JSON.parse(readLock(out));
  writeFileSync(join(out, '.papershelf.lock'), JSON.stringify({ ...lock, pid: process.pid }));
  expect(papershelf(other, ['build', '--out', out]).stderr).toContain(`An earlier build (process ${process.pid} on `);
  expect(treeOf(out)).toEqual(cleanOther);
});

test('Ctrl-C ends the wait, and leaves the lock and the site to the other', async () => {
  const out = join(createFolder(), 'dist');
  const first = await stopWhileWriting(one, out);
  const lock = readLock(out);
  const second = build(other, out);
  await waitFor(second.told, 'this one waits');
  second.child.kill('SIGINT');
  expect(await second.end).toBe('SIGINT');
  expect(readLock(out)).toBe(lock);
  first.child.kill('SIGCONT');
  expect(await first.end).toBe(0);
  expect(treeOf(out)).toEqual(cleanOne);
});

test('Ctrl-C while writing leaves no lock, and the site whole', async () => {
  const out = join(createFolder(), 'dist');
  await build(other, out).end;
  const first = await stopWhileWriting(one, out);
  first.child.kill('SIGINT');
  first.child.kill('SIGCONT');
  const end = await first.end;
  // What was staged when the signal came is put in its place before the signal is heard.
  expect(treeOf(out)).toEqual(end === 'SIGINT' ? cleanOther : cleanOne);
});

test('a lock that says nothing is taken over, anything else in its place is refused', () => {
  const out = join(createFolder({ 'dist/.papershelf.lock': '' }), 'dist');
  expect(papershelf(one, ['build', '--out', out])).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(
      /Another build is writing to .*if it shows no sign of life, this build goes on in 2 s/,
    ),
  });
  expect(treeOf(out)).toEqual(cleanOne);
  mkdirSync(join(out, '.papershelf.lock'));
  expect(papershelf(other, ['build', '--out', out])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('.papershelf.lock` is not a file that Papershelf wrote.'),
  });
  expect(treeOf(out)).toEqual(cleanOne);
});
