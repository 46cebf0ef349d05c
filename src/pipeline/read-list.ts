/** Read list: the list and its papers as their files give them, nothing rendered and no site made. */
import { parseList, parsePaper } from '../content/parse.ts';
import { readSources } from '../io/read-sources.ts';
import type { List } from '../model/list.ts';
import type { Paper } from '../model/paper.ts';
import { compareProblems, type Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { findList, missingList } from './list-source.ts';

export interface ListRead {
  readonly sources: readonly Source[];
  /** Missing where `index.md` is, or cannot be understood; the problems tell. */
  readonly list: List | undefined;
  /** Those that could be understood, drafts included, by path. */
  readonly papers: readonly Paper[];
  /** Of the list alone; those of papers are for `check`. */
  readonly problems: readonly Problem[];
}

/** Throws a WorldError where the folder cannot be read. */
export async function readList(papersFolder: string): Promise<ListRead> {
  const { sources } = await readSources(papersFolder);
  const index = findList(sources);
  const parsed = index === undefined ? { list: undefined, problems: [missingList(papersFolder)] } : parseList(index);
  const papers = sources.filter((source) => source !== index).flatMap((source) => parsePaper(source).paper ?? []);
  return { sources, list: parsed.list, papers, problems: parsed.problems.toSorted(compareProblems) };
}
