/** Gather: from a folder of papers to the ordered list, with every problem; no site is made yet. */
import { type Collected, collect } from '../content/collect/collect.ts';
import { limitProblems } from '../content/report/problem-limit.ts';
import { readSources } from '../io/read-sources.ts';
import type { Card } from '../model/card.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { PlacesOf, StoredEntry } from '../model/entry.ts';
import type { List } from '../model/list.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import type { Prose } from '../model/prose.ts';
import type { Source } from '../model/source.ts';
import { findList, prepareList } from './list-source.ts';
import { type KnownFiles, prepareAll, toFileKey } from './prepare-all.ts';

export interface GatherOptions {
  /** Absolute path of the folder of papers. */
  readonly papersFolder: string;
  /** The results for files in an earlier run. */
  readonly known?: KnownFiles;
  readonly checkpoint?: Checkpoint;
}

export interface Gathered {
  /** Every file that was read, for the excerpts in a report. */
  readonly sources: readonly Source[];
  /** In the order of a report; their number per file is limited, as `limitProblems` says. */
  readonly problems: readonly Problem[];
  /** Missing if the list itself cannot be parsed. */
  readonly list?: List;
  /** Every paper that could be parsed, including drafts and papers with errors of their own. */
  readonly cards: readonly Card[];
  /** The places of these papers, for problems and hints. */
  readonly placesOf: PlacesOf;
  /** The result for each paper, to be passed to the next run. */
  readonly files: KnownFiles;
  /** The ordered list; missing if there is an error. */
  readonly result?: {
    readonly list: List;
    readonly introduction: Prose;
    readonly entries: readonly StoredEntry[];
    readonly collected: Collected;
  };
}

/** Reads, prepares and collects. Throws a WorldError if the folder cannot be read. */
export async function gather({ papersFolder, known, checkpoint }: GatherOptions): Promise<Gathered> {
  const { sources, figures, problems: unread } = await readSources(papersFolder);
  const index = findList(sources);
  const papers = sources.filter((source) => source !== index);
  const prepared = await prepareAll(papers, { known, checkpoint });
  const entries = prepared.flatMap(({ entry }) => entry ?? []);
  const read = {
    sources,
    cards: entries.map(({ card }) => card),
    placesOf: (paper: number) => (entries[paper] as StoredEntry).places,
    files: new Map(papers.map((source, at) => [toFileKey(source), prepared[at] as (typeof prepared)[number]])),
  };

  const { list, introduction, problems: ofList } = prepareList(index, papersFolder);
  const reported = [...unread, ...ofList, ...prepared.flatMap((file) => file.problems)];
  if (list === undefined || introduction === undefined) return { ...read, problems: limitProblems(reported) };

  const broken = papers.filter((_, at) => prepared[at]?.entry === undefined).map(({ path }) => path);
  const refused = new Set(unread.map(({ file }) => file));
  const { collected, problems: crossProblems } = collect({
    list,
    introduction,
    cards: read.cards,
    placesOf: read.placesOf,
    figures,
    broken,
    refused,
  });
  const problems = limitProblems([...reported, ...crossProblems]);
  const result = hasErrors(problems) ? {} : { result: { list, introduction, entries, collected } };
  return { ...read, list, problems, ...result };
}
