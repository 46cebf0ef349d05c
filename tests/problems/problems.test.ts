/**
 * One bad paper a rule, and the words it earns: each `.md` here is a paper, each folder a list, and the
 * `.txt` beside it the whole report. `npx vitest -u` writes the reports anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { check } from '../../src/pipeline/check.ts';
import { createFolder } from '../support/papershelf.ts';

const folder = import.meta.dirname;
const entries = readdirSync(folder, { withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map((entry) => entry.name);
const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const INDEX = '---\ntitle: CLIP\ntopics: [CLIP + GAN, CLIP + NeRF]\n---\n';

/** Everything `check` says about the list in this folder. */
async function checkFolder(list: string): Promise<readonly Problem[]> {
  return (await check({ papersFolder: join(list, 'papers'), templatesFolder: join(list, 'templates') })).problems;
}

function toText(problems: readonly Problem[], hasFiles: boolean): string {
  return problems
    .map((problem) => {
      const { severity, rule, file, line, column, endLine, endColumn, message, hint } = problem;
      const head = `${severity} ${rule} ${hasFiles ? `${file} ` : ''}${line}:${column}-${endLine}:${endColumn}`;
      return `${head}\n  ${message}\n  ${hint}\n`;
    })
    .join('');
}

test.each(files)('%s', async (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const problems = await checkFolder(createFolder({ 'papers/index.md': INDEX, 'papers/paper.md': text }));
  expect(problems.map(({ rule }) => rule)).toContain(name.split('.')[0]);
  await expect(toText(problems, false)).toMatchFileSnapshot(name.replace(/md$/, 'txt'));
});

test.each(folders)('%s/', async (name) => {
  const problems = await checkFolder(join(folder, name));
  expect(problems.map(({ rule }) => rule)).toContain(name.split('.')[0]);
  await expect(toText(problems, true)).toMatchFileSnapshot(`${name}.txt`);
});
