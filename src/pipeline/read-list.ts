/** Read list: the list and its papers as given in their files, without rendering anything or making a site. */

import { createPaperParser } from '../content/parse/parse.ts';
import { guard } from '../content/report/fault.ts';
import { limitProblems } from '../content/report/problem-limit.ts';
import { readSources } from '../io/read-sources.ts';
import type { List } from '../model/list.ts';
import type { Paper } from '../model/paper.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { findList, readListSource } from './list-source.ts';

export interface ListRead {
  readonly sources: readonly Source[];
  /** Missing if `index.md` is missing or cannot be parsed; the problems say why. */
  readonly list: List | undefined;
  /** Those that could be parsed, including drafts, by path. */
  readonly papers: readonly Paper[];
  /** Problems of the list alone; those of papers are for `check`. */
  readonly problems: readonly Problem[];
}

/** Throws a WorldError if the folder cannot be read. */
export async function readList(papersFolder: string): Promise<ListRead> {
  const { sources } = await readSources(papersFolder);
  const index = findList(sources);
  const { list, rules, problems } = readListSource(index, papersFolder);
  const parse = createPaperParser(rules);
  const papers = sources
    .filter((source) => source !== index)
    .flatMap((source) => guard(source.path, () => parse(source).paper).result ?? []);
  return { sources, list, papers, problems: limitProblems(problems) };
}
