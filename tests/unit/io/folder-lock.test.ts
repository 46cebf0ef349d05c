import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { beforeEach, expect, test } from 'vitest';
import { withFolderLock } from '../../../src/io/folder-lock.ts';
import { lifeOf, thisProcess, toRunningProcess } from '../../../src/io/running-process.ts';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

const LOCK = '.papershelf.lock';
const dead = { ...thisProcess(), pid: spawnSync('true').pid, start: '1' };
let out = '';

beforeEach(() => {
  out = join(makeTemporaryFolder(), 'deep/dist');
});

const lockWith = (value: unknown) => writeFiles(out, { [LOCK]: JSON.stringify(value) });

/** Runs empty work under the lock, and gives how many milliseconds that took and what was said. */
async function take(patience?: number): Promise<{ took: number; said: string[] }> {
  const began = performance.now();
  const said: string[] = [];
  await withFolderLock(out, { patience, say: (text) => said.push(text) }, async () => {});
  return { took: performance.now() - began, said };
}

test('a free folder is locked for the time of the work, which knows', async () => {
  await withFolderLock(out, {}, async (lock) => {
    expect(lock.isHeld).toBe(true);
    expect(toRunningProcess(JSON.parse(readFileSync(join(out, LOCK), 'utf8')))).toEqual(thisProcess());
    lock.require();
  });
  expect(readdirSync(out)).toEqual([]);
});

test('work that fails leaves no folder that was made for it, and all others', async () => {
  const fail = () => withFolderLock(out, {}, () => Promise.reject(new Error('no')));
  await expect(fail()).rejects.toThrow('no');
  expect(existsSync(join(out, '../..'))).toBe(true);
  expect(existsSync(join(out, '..'))).toBe(false);
  writeFiles(out, { mine: '' });
  await expect(fail()).rejects.toThrow('no');
  expect(readdirSync(out)).toEqual(['mine']);
});

test('within one process too one works after the other', async () => {
  const order: string[] = [];
  const work = (name: string) =>
    withFolderLock(out, {}, async () => {
      order.push(name);
      await sleep(150);
      order.push(name);
    });
  await Promise.all([work('a'), work('b'), work('c')]);
  expect(order.filter((name, at) => at % 2 === 1 && name !== order[at - 1])).toEqual([]);
});

test('a lock of another machine is taken over once it shows no sign of life', async () => {
  lockWith({ ...dead, host: 'elsewhere' });
  const { took, said } = await take(400);
  expect(took).toBeGreaterThan(400);
  expect(said).toEqual([
    expect.stringContaining(`Another build (process ${dead.pid} on \`elsewhere\`) is writing to`),
    expect.stringContaining('was interrupted while writing'),
  ]);
});

test('signs of life of another machine, or container, are waited for as long as they come', async () => {
  lockWith({ ...dead, space: 'another' });
  let beats = 0;
  const timer = setInterval(() => {
    utimesSync(join(out, LOCK), 1000 + beats, 1000 + beats);
    beats += 1;
    if (beats === 10) clearInterval(timer);
  }, 150);
  expect((await take(2000)).took).toBeGreaterThan(3300);
});

test('whoever holds a lock for long shows signs of life', async () => {
  await withFolderLock(out, {}, async () => {
    utimesSync(join(out, LOCK), 1, 1);
    await sleep(1300);
    expect(statSync(join(out, LOCK)).mtimeMs).toBeGreaterThan(1e12);
  });
});

test('a lock that is lost stops the work, and that of another is left alone', async () => {
  const lose = (change: () => void) =>
    withFolderLock(out, {}, async (lock) => {
      change();
      lock.require();
    });
  await expect(lose(() => rmSync(join(out, LOCK)))).rejects.toMatchObject({ name: 'WorldError', exitCode: 3 });
  await expect(lose(() => lockWith(dead))).rejects.toThrow('was removed or taken over');
  expect(JSON.parse(readFileSync(join(out, LOCK), 'utf8'))).toEqual(dead);
});

test('what a crash in the middle of a takeover left is no hindrance', async () => {
  lockWith(dead);
  writeFileSync(join(out, '.papershelf.takeover'), '');
  expect((await take()).took).toBeGreaterThan(1500);
  expect(readdirSync(out)).toEqual([]);
});

test.each([
  '',
  'x',
  '[]',
  'null',
  '{"pid":0,"host":"a"}',
  '{"pid":-1,"host":"a"}',
  '{"pid":"1","host":"a"}',
  '{"pid":1.5,"host":"a"}',
  '{"pid":9e99,"host":"a"}',
  '\u0000'.repeat(10_000),
])('a lock that names no process is given up sooner: %#', async (text) => {
  writeFiles(out, { [LOCK]: text });
  expect((await take(300)).took).toBeGreaterThan(300);
});

test('a process that has ended and whose parent does not ask is dead', async ({ skip }) => {
  if (process.platform !== 'linux') skip('there is no /proc');
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [pid] = await once(parent.stdout, 'data');
    const child = { ...thisProcess(), pid: Number(pid) };
    const { start } = { start: readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(' ')[21] as string };
    expect(lifeOf({ ...child, start })).toBe('alive');
    await sleep(500);
    expect(readFileSync(`/proc/${child.pid}/stat`, 'utf8')).toContain(' Z ');
    expect(lifeOf({ ...child, start })).toBe('dead');
  } finally {
    parent.kill();
  }
});

test('of many that take over a dead lock at once each works alone', async () => {
  const program = join(out, '../program.mjs');
  await build({
    stdin: {
      contents: `
        import { openSync, closeSync, rmSync } from 'node:fs';
        import { setTimeout as sleep } from 'node:timers/promises';
        import { withFolderLock } from './folder-lock.ts';
        for (let round = 0; round < 3; round += 1) {
          await withFolderLock(process.argv[2], {}, async () => {
            closeSync(openSync(process.argv[2] + '/busy', 'wx'));
            await sleep(20);
            rmSync(process.argv[2] + '/busy');
            // Killed while it holds the lock: the next must take it over.
            if (round === 2) process.kill(process.pid, 'SIGKILL');
          });
        }`,
      resolveDir: join(import.meta.dirname, '../../../src/io'),
      loader: 'ts',
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  lockWith(dead);
  const ends = Array.from({ length: 8 }, async () => {
    const child = spawn(process.execPath, [program, out], { stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const [, signal] = await once(child, 'exit');
    return [signal, stderr];
  });
  expect(await Promise.all(ends)).toEqual(ends.map(() => ['SIGKILL', '']));
  expect((await take()).said).toEqual([expect.stringContaining('was interrupted while writing')]);
  expect(readdirSync(out)).toEqual([]);
});
