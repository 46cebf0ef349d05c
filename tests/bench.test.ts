/** `npm run bench`: what a cold build may find, verdicts that can go either way, and the report of a run. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createListFolder } from './bench/compare/list-folder.mjs';
import { holds, judge } from './bench/compare/promises.mjs';
import type { Result } from './bench/compare/results.mjs';
import { papershelf as tool } from './bench/compare/tools.mjs';
import { runBench } from './support/bench.ts';
import { createFolder } from './support/papershelf.ts';

test('a cold build finds neither a site nor a cache', () => {
  const { folder, prepare } = createListFolder(tool, join(createFolder(), 'list'), 3, 1);
  const remains = ['dist', 'node_modules/.cache/papershelf'].map((path) => join(folder, path));
  for (const path of remains) {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'file'), '');
  }
  prepare.nothing(0);
  expect(remains.map((path) => existsSync(path))).toEqual([true, true]);
  prepare.cold(0);
  expect(remains.map((path) => existsSync(path))).toEqual([false, false]);
});

describe('a promise', () => {
  const result = (tool: string, name: string, wall: number, more: Partial<Result> = {}): Result => ({
    papers: 10_000,
    tool,
    name,
    wall,
    cpu: wall * 2,
    peak: 100,
    others: 0,
    ...more,
  });
  const find = (results: readonly Result[], text: string) => {
    const judged = judge(results, [10_000]).find((promise) => promise.text === text);
    if (judged === undefined) throw new Error(`No promise: ${text}`);
    return { ...judged, verdicts: judged.values.map((value) => value !== undefined && holds(judged, value)) };
  };
  const word = 'one word in notes, faster than Eleventy';
  const cold = 'cold, against Eleventy';

  test('to be faster is judged by the medians, and by each clock on its own', () => {
    const own = [1, 9, 1].map((wall) => result('papershelf', 'word', wall));
    const { values, verdicts } = find([...own, result('eleventy', 'word', 23, { cpu: 43 })], word);
    expect(values).toEqual([23, 21.5]);
    expect(verdicts).toEqual([true, false]);
  });

  test('not to cost more fails above its limit', () => {
    const peer = result('eleventy', 'cold', 10);
    expect(find([peer, result('papershelf', 'cold', 18)], cold).verdicts).toEqual([true, true]);
    expect(find([peer, result('papershelf', 'cold', 18.1)], cold).verdicts).toEqual([false, false]);
  });

  test('about a size takes the largest', () => {
    const built = [849, 851].map((mib) => result('papershelf', 'cold', 1, { mib }));
    expect(find(built, 'size of the site')).toMatchObject({ values: [851], verdicts: [false] });
  });

  test('has no verdict without the peer, nor after a failure', () => {
    expect(find([result('papershelf', 'word', 1)], word).values).toEqual([]);
    const failed = [result('papershelf', 'word', 1), result('eleventy', 'word', 30, { failure: 'out of memory' })];
    expect(find(failed, word).values).toEqual([]);
  });
});

test('a run prints its tables and writes every measurement', { timeout: 180_000 }, () => {
  const file = join(createFolder(), 'results.json');
  const run = runBench([
    '--sizes',
    '12',
    '--rounds',
    '1',
    '--tools',
    'papershelf',
    '--cases',
    'cold,word',
    '--json',
    file,
  ]);
  expect(run.stderr).not.toContain('failed');
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^\| 12 \| Papershelf \| [\d.]+ \(\S+\) \| – \| [\d.]+ \(\S+\) \| – \| – \|/m);
  const { results } = JSON.parse(readFileSync(file, 'utf8')) as { readonly results: readonly Result[] };
  expect(results.map(({ tool, name }) => `${tool} ${name}`)).toEqual([
    'papershelf cold',
    'papershelf word',
    'node hash',
  ]);
  expect(results[0]).toMatchObject({ papers: 12, files: expect.any(Number), mib: expect.any(Number) });
});

test.each([
  ['--tools', 'jekyll', '--tools does not know jekyll.'],
  ['--sizes', '1e9.5', 'Sizes and rounds are whole numbers above 0.'],
])('%s %s is refused', (option, value, message) => {
  const { code, stderr } = runBench([option, value]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
