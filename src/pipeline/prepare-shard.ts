/** Prepare shard: fills the store for a share of the papers, so that several machines can prepare a long list together. */
import { limitProblems } from '../content/report/problem-limit.ts';
import { toDigest } from '../io/digest.ts';
import { readSources } from '../io/read-sources.ts';
import type { Store } from '../io/store.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import { hasErrors, type Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { findList, prepareList, toSettings } from './list-source.ts';
import { createPacker } from './pack-file.ts';
import { prepareAll } from './prepare-all.ts';

/** One of several shares, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

export interface ShardOptions {
  /** Absolute path of the folder of papers. */
  readonly papersFolder: string;
  readonly store: Store;
  readonly threads: number;
  readonly checkpoint: Checkpoint;
  readonly shard: Shard;
}

export interface ShardPrepared {
  /** Every file that was read. */
  readonly sources: readonly Source[];
  /** Those of the files in the shard, each seen by itself. */
  readonly problems: readonly Problem[];
  /** How many papers the list has, how many of them are in the shard, and how many of these were prepared now. */
  readonly papers: number;
  readonly inShard: number;
  readonly prepared: number;
  /** Keys of papers that were prepared now and should be found in the store from now on. */
  readonly added: readonly string[];
}

/** Throws a WorldError if the folder cannot be read or the store cannot be written. */
export async function prepareShard(options: ShardOptions): Promise<ShardPrepared> {
  const { papersFolder, store, threads, checkpoint, shard } = options;
  const { sources, problems: unread } = await readSources(papersFolder);
  const index = findList(sources);
  const papers = sources.filter((source) => source !== index);
  const list = prepareList(index, papersFolder);
  const settings = toSettings(list);
  const { toKey } = createPacker(settings);
  const mine = papers.filter(({ path }) => isInShard(path, shard));
  const missing = new Set(mine.map(toKey).filter((key) => store.find(key) === undefined));
  const prepared = await prepareAll(mine, { store, threads, checkpoint, inUse: papers, settings });

  const ofFiles = [...unread, ...list.problems].filter(({ file }) => isInShard(file, shard));
  const added = prepared.filter(({ key, problems }) => missing.has(key) && !hasErrors(problems)).map(({ key }) => key);
  return {
    sources,
    problems: limitProblems([...ofFiles, ...prepared.flatMap(({ problems }) => problems)]),
    papers: papers.length,
    inShard: mine.length,
    prepared: missing.size,
    added,
  };
}

/** True for the files of a share. Which share a file is in depends on its path and on how many there are. */
export function isInShard(path: string, { number, of }: Shard): boolean {
  return Number.parseInt(toDigest(path).slice(0, 12), 16) % of === number - 1;
}
