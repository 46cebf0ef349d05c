/** prepare: fills the cache for a share of the papers, so that several machines can prepare a long list together. */
import { openCache } from '../io/open-cache.ts';
import { countThreads } from '../io/worker-pool.ts';
import { WorldError } from '../io/world-error.ts';
import { hasErrors } from '../model/problem.ts';
import { prepareShard, type Shard } from '../pipeline/prepare-shard.ts';
import { quote } from '../text/quote.ts';
import { type Command, count, UsageError } from './command.ts';
import { allArg, formatArg, jobsArg, papersArg, readFormat, readJobs } from './shared-args.ts';

const args = {
  shard: {
    type: 'string',
    description: 'Prepare one of several shares of the papers, such as 1/4 for the first of four; by default all',
    valueHint: 'K/N',
  },
  papers: papersArg,
  all: allArg,
  format: formatArg,
  jobs: jobsArg,
} as const;

/** Writes nothing but the cache, and reports the problems that the papers of the share have by themselves. */
export const prepare: Command<typeof args> = {
  meta: { name: 'prepare', description: 'Prepare papers, or a share of them, for a later build' },
  args,
  async run({ shard: asked, papers, all: isFull, format, jobs }, world) {
    const shard = readShard(asked);
    const chosen = readFormat(format, world.isGithub);
    const papersFolder = world.resolve(papers);
    const done = await prepareShard({
      papersFolder,
      store: openCache(papersFolder, true),
      threads: readJobs(jobs, countThreads()),
      checkpoint: world.startCheckpoints('Preparing papers'),
      shard,
    });
    const kept = openCache(papersFolder, true);
    if (done.added.some((key) => kept.find(key) === undefined)) {
      throw new WorldError('What was prepared could not be kept: `node_modules/.cache` cannot be written.', 3);
    }
    const share = asked === undefined ? '' : ` of ${done.papers} in shard ${asked}`;
    return {
      exitCode: hasErrors(done.problems) ? 1 : 0,
      problems: done.problems,
      sources: done.sources,
      listFolder: world.resolve(`${papers}/..`),
      format: chosen,
      isFull: isFull === true,
      isAnswer: true,
      summary: `${count(done.inShard, 'paper')}${share}: ${done.prepared} prepared, ${done.inShard - done.prepared} already in the cache.`,
    };
  },
};

/** More shares than this are a mistake. */
const MOST_SHARDS = 1000;

/** The share that `--shard` asks for, all papers if it is missing. Throws a UsageError if there is no such share. */
function readShard(shard: string | undefined): Shard {
  if (shard === undefined) return { number: 1, of: 1 };
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(shard) ?? []).map(Number);
  if (number === undefined || of === undefined || number < 1 || number > of || of > MOST_SHARDS) {
    throw new UsageError(
      `--shard takes K/N, with K from 1 to N and N up to ${MOST_SHARDS}, as in \`1/4\` for the first of four shares, not ${quote(shard)}.`,
    );
  }
  return { number, of };
}
