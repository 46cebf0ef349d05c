/** List source: which file of a folder declares the list, and what is told where none does. */
import { FILE_START, type Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';

/** `papers/index.md`, and no `index.md` further down. */
export function findList(sources: readonly Source[]): Source | undefined {
  return sources.find(({ path }) => path.split('/').length === 2 && path.endsWith('/index.md'));
}

/** The problem of a folder without `index.md`. */
export function missingList(papersFolder: string): Problem {
  const file = `${papersFolder.split(/[\\/]/).at(-1)}/index.md`;
  const message = `The list itself is missing: there is no ${file}.`;
  const hint = 'It declares the title and the topics, for instance: --- / title: CLIP / topics: [CLIP + GAN] / ---';
  return { rule: 'list-missing', severity: 'error', message, hint, file, ...FILE_START };
}
