/** `prepare`: several machines prepare a list together, and one of them builds the site from what they made. */
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInShard } from '../src/pipeline/prepare-shard.ts';
import { copyFolder, createFolder, hashTree, INDEX, papershelf, root, toPaper } from './support/papershelf.ts';

const CACHE = 'node_modules/.cache/papershelf';
const seed = createFolder();
cpSync(join(root, 'papers'), join(seed, 'papers'), { recursive: true });

/** Each segment of a store with its bytes: a new one appears as soon as one paper is prepared. */
const segmentsOf = (folder: string) => hashTree(join(folder, CACHE)).filter((line) => line.includes('.papers '));

/** The site; the ledger beside it has times of files. */
const siteOf = (folder: string) =>
  hashTree(join(folder, 'dist')).filter((line) => !line.startsWith('.papershelf.json '));

/** `[in the shard, of all, prepared, known]` */
function readCounts(line: string): readonly number[] {
  const form = /^(\d+) papers? of (\d+) in shard \d+\/\d+: (\d+) prepared, (\d+) already in the cache\.$/;
  return (form.exec(line.trim()) ?? []).slice(1).map(Number);
}

test('four machines prepare a fourth each; from all four stores a fifth builds the bytes of a clean build, and prepares nothing', () => {
  const shards = [1, 2, 3, 4].map((number) => {
    const folder = copyFolder(seed);
    const run = papershelf(folder, ['prepare', '--shard', `${number}/4`]);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    return { folder, counts: readCounts(run.stderr) };
  });
  const sum = shards.reduce((total, { counts }) => total + (counts[0] as number), 0);
  for (const { counts } of shards) expect(counts).toEqual([counts[0], sum, counts[0], 0]);

  const builder = copyFolder(seed);
  for (const { folder } of shards) cpSync(join(folder, CACHE), join(builder, CACHE), { recursive: true });
  const merged = segmentsOf(builder);
  expect(merged).toHaveLength(4);
  expect(papershelf(builder, ['build']).stderr).toContain(`${sum} papers in dist`);
  expect(segmentsOf(builder)).toEqual(merged);

  const clean = copyFolder(seed);
  expect(papershelf(clean, ['build', '--no-cache'])).toMatchObject({ code: 0 });
  expect(siteOf(builder)).toEqual(siteOf(clean));

  // Without one of the stores the bytes are the same, but something has to be prepared.
  const poorer = copyFolder(seed);
  for (const { folder } of shards.slice(1)) cpSync(join(folder, CACHE), join(poorer, CACHE), { recursive: true });
  expect(papershelf(poorer, ['build'])).toMatchObject({ code: 0 });
  expect(segmentsOf(poorer)).toHaveLength(4);
  expect(siteOf(poorer)).toEqual(siteOf(clean));
});

test('every paper is in one share, whatever the others are, and shares are even', () => {
  const path = fc.stringMatching(/^papers\/[a-z\d-]{1,20}\.md$/);
  const sharesOf = (one: string, of: number) =>
    Array.from({ length: of }, (_, at) => at + 1).filter((number) => isInShard(one, { number, of }));
  fc.assert(fc.property(path, fc.integer({ min: 1, max: 40 }), (one, of) => sharesOf(one, of).length === 1));
  const paths = Array.from({ length: 2000 }, (_, at) => `papers/paper-${at}.md`);
  for (let number = 1; number <= 8; number += 1) {
    const share = paths.filter((one) => isInShard(one, { number, of: 8 }));
    expect(share.length).toBeGreaterThan(200);
    expect(share.length).toBeLessThan(300);
  }
});

describe('a share', () => {
  const papers = Array.from({ length: 240 }, (_, at) => [
    `papers/p${at}.md`,
    toPaper([`title: Paper ${at}`, 'topics: [CLIP + GAN]'], `Words ${at}.\n`),
  ]);
  const list = createFolder({ 'papers/index.md': INDEX, ...Object.fromEntries(papers) });

  test('leaves what is stored of the others', () => {
    const folder = copyFolder(list);
    expect(papershelf(folder, ['prepare']).stderr).toBe('240 papers: 240 prepared, 0 already in the cache.\n');
    const before = segmentsOf(folder);
    expect(readCounts(papershelf(folder, ['prepare', '--shard', '1/20']).stderr).slice(1)).toEqual([
      240,
      0,
      expect.any(Number),
    ]);
    expect(segmentsOf(folder)).toEqual(before);
    expect(papershelf(folder, ['prepare']).stderr).toBe('240 papers: 0 prepared, 240 already in the cache.\n');
  });

  test('prepares what changed since, and nothing else', () => {
    const folder = copyFolder(list);
    papershelf(folder, ['prepare']);
    writeFileSync(join(folder, 'papers/p7.md'), toPaper(['title: Another', 'topics: [CLIP + GAN]']));
    const counts = [1, 2, 3].map((number) =>
      readCounts(papershelf(folder, ['prepare', '--shard', `${number}/3`]).stderr),
    );
    expect(counts.map(([, , prepared]) => prepared).toSorted()).toEqual([0, 0, 1]);
  });

  test('is reported on by itself: each problem by one machine, with the exit code of check', () => {
    const folder = createFolder({
      'papers/index.md': INDEX.replace('title:', 'titel: x\ntitle:'),
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`papers/p${at}.md`, toPaper([`titel: Paper ${at}`])])),
      'papers/wide.markdown': 'x',
    });
    const run = (shard: string) => papershelf(folder, ['prepare', '--shard', shard, '--format', 'json']);
    const filesOf = (stdout: string) => new Set(JSON.parse(stdout).map(({ file }: { file: string }) => file));
    const shards = ['1/3', '2/3', '3/3'].map(run);
    const files = shards.map(({ stdout }) => [...filesOf(stdout)]);
    expect(files.flat().toSorted()).toEqual([
      'papers/index.md',
      ...[1, 2, 3, 4, 5, 6].map((at) => `papers/p${at}.md`),
      'papers/wide.markdown',
    ]);
    expect(shards.map(({ code }) => code)).toEqual(files.map((some) => (some.length === 0 ? 0 : 1)));
    expect(papershelf(folder, ['prepare']).stdout).toContain('papers/p1.md:2:1 error field-unknown');
  });

  test('that cannot be kept is a failure', () => {
    const folder = copyFolder(list);
    writeFileSync(join(folder, 'node_modules'), '');
    expect(papershelf(folder, ['prepare', '--shard', '1/2']).code).toBe(3);
    rmSync(join(folder, 'node_modules'));
    expect(papershelf(folder, ['prepare', '--shard', '1/2']).code).toBe(0);
  });

  test.each(['0/4', '5/4', 'x', '1/4/4', '1.5/4', '1/1001'])('%s does not exist', (shard) => {
    const run = papershelf(list, ['prepare', `--shard=${shard}`]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^papershelf: --shard takes K\/N, .*`1\/4` for the first of four shares.*\n$/);
    expect(readdirSync(list)).toEqual(['papers']);
  });
});
