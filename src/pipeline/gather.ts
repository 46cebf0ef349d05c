/** Gather: from a folder of papers to the ordered list, with every problem; no site is made yet. */
import { type Collected, collect } from '../content/collect/collect.ts';
import { limitProblems } from '../content/report/problem-limit.ts';
import { type History, readHead, readHistory } from '../io/read-history.ts';
import { readSources, type SourcesRead } from '../io/read-sources.ts';
import { openStore, type Store } from '../io/store.ts';
import type { Card } from '../model/card.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Places, PlacesOf } from '../model/entry.ts';
import type { List } from '../model/list.ts';
import type { PreparedPaper } from '../model/prepared.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import type { Prose } from '../model/prose.ts';
import type { Source } from '../model/source.ts';
import { findList, prepareList, toSettings } from './list-source.ts';
import { createPrepareAgain, type OpenPieces, openPieces } from './open-pieces.ts';
import { createPacker } from './pack-file.ts';
import { prepareAll } from './prepare-all.ts';

export interface GatherOptions {
  /** Absolute path of the folder of papers. */
  readonly papersFolder: string;
  /** Where results are kept; without it, everything is prepared again, in this thread. */
  readonly store?: Store | undefined;
  /** How many threads may prepare files. */
  readonly threads?: number | undefined;
  readonly checkpoint?: Checkpoint | undefined;
}

/** The ordered list, ready to become a site. */
export interface GatheredList {
  readonly list: List;
  readonly introduction: Prose;
  /** Every paper, including drafts. */
  readonly papers: readonly PreparedPaper[];
  readonly collected: Collected;
  readonly history?: History | undefined;
  readonly pieces: OpenPieces;
  readonly store: Store;
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
  /** When files were first committed; missing if every paper says when it was added. */
  readonly history?: History;
  /** Missing if there is an error. */
  readonly result?: GatheredList;
}

/** Reads, prepares and collects. Throws a WorldError if the folder cannot be read. */
export async function gather(options: GatherOptions): Promise<Gathered> {
  return await gatherFrom(await readSources(options.papersFolder), options);
}

/** The same from what was read. */
export async function gatherFrom(
  { sources, figures, problems: unread }: SourcesRead,
  { papersFolder, store = openStore(undefined, ''), threads, checkpoint }: GatherOptions,
): Promise<Gathered> {
  const index = findList(sources);
  const files = sources.filter((source) => source !== index);
  const read = prepareList(index, papersFolder);
  const { list, introduction, problems: ofList } = read;
  const settings = toSettings(read);
  const prepared = await prepareAll(files, { store, threads, checkpoint, settings });
  const papers = prepared.flatMap(({ paper }) => paper ?? []);
  const cards = papers.map(({ card }) => card);
  const pieces = openPieces(store.read, createPrepareAgain(files, createPacker(settings).prepare));
  // A paper with many problems asks again and again.
  let last: { readonly paper: number; readonly places: Places } | undefined;
  const placesOf = (paper: number) => {
    if (last?.paper !== paper) last = { paper, places: pieces.notes(papers[paper] as PreparedPaper).places };
    return last.places;
  };
  const history = await findHistory(cards, papersFolder);
  const common = { sources, cards, placesOf, ...(history === undefined ? {} : { history }) };

  const reported = [...unread, ...ofList, ...prepared.flatMap((file) => file.problems)];
  if (list === undefined || introduction === undefined) return { ...common, problems: limitProblems(reported) };

  const broken = files.filter((_, at) => prepared[at]?.paper === undefined).map(({ path }) => path);
  const refused = new Set(unread.map(({ file }) => file));
  const { collected, problems: crossProblems } = collect({
    list,
    introduction,
    cards,
    placesOf,
    figures,
    broken,
    refused,
  });
  const problems = limitProblems([...reported, ...crossProblems]);
  const result = hasErrors(problems)
    ? {}
    : { result: { list, introduction, papers, collected, history, pieces, store } };
  return { ...common, list, problems, ...result };
}

/** Asked only if a paper does not say itself when it was added. */
async function findHistory(cards: readonly Card[], papersFolder: string): Promise<History | undefined> {
  if (cards.every(({ added, draft }) => added !== undefined || draft)) return undefined;
  return await readHistory(papersFolder, await readHead(papersFolder));
}
