/** Watching: what is left alone in a folder wakes nobody, and the same name elsewhere does. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watch } from '../../../src/io/watch.ts';
import { isLeftAlone } from '../../../src/text/left-alone.ts';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

test('names that are left alone are not told', async () => {
  const folder = makeTemporaryFolder();
  const [papers, templates] = [join(folder, 'papers'), join(folder, 'templates')];
  for (const path of [papers, templates]) mkdirSync(path);
  writeFiles(papers, { 'a.md': 'a', '_drafts/b.md': 'b', 'README.md': 'c' });
  writeFiles(templates, { '_part.eta': 'x' });
  const watching = await watch([{ folder: papers, isLeftAlone }, { folder: templates }], new AbortController().signal);
  const told: string[] = [];
  const listen = async () => {
    for (let paths = await watching.next(); paths !== undefined; paths = await watching.next()) told.push(...paths);
  };
  const listening = listen();
  const write = (path: string) => writeFileSync(join(folder, path), 'new');
  for (const path of ['papers/_drafts/b.md', 'papers/_new.md', 'papers/README.md', 'papers/readme.md']) write(path);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toEqual([]);
  write('papers/a.md');
  write('templates/_part.eta');
  await expect.poll(() => told, { timeout: 10_000 }).toContain(join(templates, '_part.eta'));
  await expect.poll(() => told, { timeout: 10_000 }).toContain(join(papers, 'a.md'));
  await watching.close();
  await listening;
});
