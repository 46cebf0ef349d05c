/**
 * One bad paper a rule, and the words it earns: each `.md` here is a paper, each folder the papers of a list, and the
 * `.txt` beside it the whole report. `npx vitest -u` writes the reports anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../../src/content/collect.ts';
import { parseList } from '../../src/content/parse.ts';
import { compareProblems, type Problem } from '../../src/model/problem.ts';
import type { Source } from '../../src/model/source.ts';
import { prepare } from '../../src/pipeline/prepare.ts';

const folder = import.meta.dirname;
const entries = readdirSync(folder, { withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map((entry) => entry.name);
const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const INDEX = '---\ntitle: CLIP\ntopics: [CLIP + GAN, CLIP + NeRF]\n---\n';

const toSource = (path: string, text: string): Source => ({ path, text, digest: '' });

/** Everything `check` would say about these papers. */
function check(sources: readonly Source[]): readonly Problem[] {
  const index = sources.find(({ path }) => path === 'papers/index.md') ?? toSource('papers/index.md', INDEX);
  const { list, problems: listProblems } = parseList(index);
  const prepared = sources.filter((source) => source !== index).map(prepare);
  const problems = [...listProblems, ...prepared.flatMap((one) => one.problems)];
  if (list !== undefined) {
    const nothing = { sections: [], references: [], anchors: [], hasMath: false };
    const rendered = prepared.flatMap((one) => one.rendered ?? []);
    const broken = sources.filter((_, at) => prepared[at]?.rendered === undefined).map(({ path }) => path);
    problems.push(...collect(list, nothing, rendered, broken).problems);
  }
  return problems.sort(compareProblems);
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
  const problems = check([toSource('papers/paper.md', readFileSync(join(folder, name), 'utf8'))]);
  expect(problems.map(({ rule }) => rule)).toContain(name.split('.')[0]);
  await expect(toText(problems, false)).toMatchFileSnapshot(name.replace(/md$/, 'txt'));
});

test.each(folders)('%s/', async (name) => {
  const paths = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  const sources = paths
    .sort()
    .map((path) => toSource(`papers/${path}`, readFileSync(join(folder, name, path), 'utf8')));
  const problems = check(sources);
  expect(problems.map(({ rule }) => rule)).toContain(name.split('.')[0]);
  await expect(toText(problems, true)).toMatchFileSnapshot(`${name}.txt`);
});
