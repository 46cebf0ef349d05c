/** Worker pool: every job is answered once or lost by name, and a thread that hangs or drowns takes no other job with it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOutOfMemory, type Loss, runPooled } from '../../../src/io/worker-pool.ts';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

/** Answers each number with its double; does not answer -1 to -3. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.on('message', (batch) => {
  for (const [number, job] of batch) {
    if (job === -1) for (;;);
    if (job === -2) for (const all = []; ; ) all.push(new Array(1000).fill(number));
    if (job === -3) throw new Error('a bug');
    parentPort.postMessage({ number, result: workerData.data.factor * job });
  }
});
parentPort.postMessage('ready');
`;

async function run(jobs: readonly number[], take?: () => void) {
  const folder = makeTemporaryFolder();
  writeFiles(folder, { 'program.cjs': PROGRAM });
  const results = new Map<number, number>();
  const losses = new Map<number, Loss>();
  const options = { role: 'double', data: { factor: 2 }, threads: 2, patience: 300, lastPatience: 600, memory: 32 };
  await runPooled<number, number>(
    jobs,
    { ...options, program: join(folder, 'program.cjs') },
    (number, result) => {
      take?.();
      expect(results.has(number)).toBe(false);
      results.set(number, result);
    },
    (number, loss) => losses.set(number, loss),
  );
  return { results, losses };
}

test('each job is answered once, whatever hangs or needs too much memory; that is lost by name', async () => {
  const jobs = Array.from({ length: 100 }, (_, index) => index);
  jobs[3] = -1;
  jobs[40] = -2;
  jobs[99] = -1;
  const { results, losses } = await run(jobs);
  expect([...losses].toSorted()).toEqual([
    [3, 'time'],
    [40, 'memory'],
    [99, 'time'],
  ]);
  expect(results.size).toBe(97);
  for (const [number, result] of results) expect(result).toBe(2 * (jobs[number] as number));
});

test('no jobs need no thread', async () => {
  expect(await run([])).toEqual({ results: new Map(), losses: new Map() });
});

test('a program that needs too much memory to begin is told from one with an error', async () => {
  const folder = makeTemporaryFolder();
  writeFiles(folder, { 'program.cjs': 'for (const all = []; ; ) all.push(new Array(1000).fill(all.length));' });
  const options = { program: join(folder, 'program.cjs'), role: '', data: {}, threads: 2, memory: 32 };
  const failure = await runPooled(
    [1, 2],
    { ...options, patience: 300, lastPatience: 300 },
    () => {},
    () => {},
  ).catch((error: unknown) => error);
  expect(isOutOfMemory(failure)).toBe(true);
  expect(isOutOfMemory(new Error('a bug'))).toBe(false);
});

test('an error in a thread, or in what takes the results, ends all of it', async () => {
  await expect(run([1, -3, 2])).rejects.toThrow('a bug');
  const take = () => {
    throw new Error('a full disk');
  };
  await expect(run([1, 2, 3], take)).rejects.toThrow('a full disk');
});
