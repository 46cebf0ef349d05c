/**
 * One bad paper a rule, and the words it earns: each `.md` here is a paper, each folder a list, and the
 * `.txt` beside it the whole report. `npx vitest -u` writes the reports anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../../src/content/collect.ts';
import { parseList } from '../../src/content/parse.ts';
import { renderList } from '../../src/content/render.ts';
import { readSources } from '../../src/io/read-sources.ts';
import type { Figure } from '../../src/model/figure.ts';
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
function check(sources: readonly Source[], figures: readonly Figure[] = []): readonly Problem[] {
  const index = sources.find(({ path }) => path === 'papers/index.md') ?? toSource('papers/index.md', INDEX);
  const { list, problems: listProblems } = parseList(index);
  const files = sources.filter((source) => source !== index);
  const prepared = files.map(prepare);
  const problems = [...listProblems, ...prepared.flatMap((one) => one.problems)];
  if (list !== undefined) {
    const papers = prepared.flatMap((one) => one.rendered ?? []);
    const broken = files.filter((_, at) => prepared[at]?.rendered === undefined).map(({ path }) => path);
    const { introduction } = renderList(list);
    problems.push(...collect({ list, introduction, papers, figures, broken }).problems);
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
  const { sources, figures, problems: unread } = await readSources(join(folder, name, 'papers'));
  const problems = [...unread, ...check(sources, figures)].sort(compareProblems);
  expect(problems.map(({ rule }) => rule)).toContain(name.split('.')[0]);
  await expect(toText(problems, true)).toMatchFileSnapshot(`${name}.txt`);
});
