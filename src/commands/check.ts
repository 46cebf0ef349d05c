/** check: every problem in one run, writing nothing but what `--fix` fixes. */
import { findHints } from '../content/check/hints/hints.ts';
import { limitProblems } from '../content/report/problem-limit.ts';
import { openCache } from '../io/open-cache.ts';
import { readChanges } from '../io/read-changes.ts';
import { countThreads } from '../io/worker-pool.ts';
import { hasErrors } from '../model/problem.ts';
import { check as checkList } from '../pipeline/check.ts';
import { checkLinks } from '../pipeline/check-links.ts';
import { type FixedFile, fixPapers } from '../pipeline/fix.ts';
import { gather } from '../pipeline/gather.ts';
import { askAll, askChanged, askNamed } from './asked-files.ts';
import { type Command, count, type ReportFormat, UsageError } from './command.ts';
import { cacheArg, jobsArg, papersArg, readJobs, templatesArg } from './shared-args.ts';

const FORMATS: readonly string[] = ['pretty', 'github', 'json'] satisfies ReportFormat[];

const args = {
  files: { type: 'positional', description: 'Report on these files only', valueHint: 'FILE...', required: false },
  changed: {
    type: 'string',
    description: 'Report only on what differs from a git revision; from the last commit if none is given',
    valueHint: '[REF]',
    bare: 'HEAD',
  },
  papers: papersArg,
  templates: templatesArg,
  fix: { type: 'boolean', description: 'First fix, in place, whatever has only one possible fix' },
  links: { type: 'boolean', description: 'Also check over the network that every address in the papers works' },
  all: {
    type: 'boolean',
    description: 'Show every problem in full, without folding equal warnings or shortening a long report',
  },
  format: { type: 'string', description: 'pretty, github or json', valueHint: 'FORMAT' },
  'no-cache': cacheArg,
  jobs: jobsArg,
} as const;

/** Plans as `build` does, then reports; checks that compare papers always see the whole list. */
export const check: Command<typeof args> = {
  meta: { name: 'check', description: 'Report every problem in the papers, changing nothing without --fix' },
  args,
  async run(
    { _: files, changed, papers, templates, fix, links, all: isFull, format, 'no-cache': isFresh, jobs },
    world,
  ) {
    const chosen = format ?? (world.isGithub ? 'github' : 'pretty');
    if (!FORMATS.includes(chosen)) throw new UsageError(`--format takes ${FORMATS.join(', ')}, not \`${chosen}\`.`);
    if (changed !== undefined && files.length > 0) {
      throw new UsageError(`\`check\` takes files or \`--changed\`, not both; \`${files[0]}\` is a file.`);
    }
    const listFolder = world.resolve(`${papers}/..`);
    const toFile = (path: string) => world.resolve(`${listFolder}/${path}`);
    const papersFolder = world.resolve(papers);
    const options = {
      papersFolder,
      templatesFolder: world.resolve(templates),
      store: openCache(papersFolder, isFresh !== true),
      threads: readJobs(jobs, countThreads()),
    };
    // Before the long work, since the revision may not exist.
    const changes = changed === undefined ? [] : await readChanges(papersFolder, changed);
    const first = await checkList({ ...options, checkpoint: world.startCheckpoints('Preparing papers') });
    const listPath = `${papersFolder.split(/[\\/]/).at(-1)}/index.md`;
    const { isAsked, isReported, remarks, allClear } =
      changed !== undefined
        ? askChanged(changes, changed, first, listPath)
        : files.length > 0
          ? askNamed(files, first, papersFolder, world.resolve, toFile)
          : askAll(first);
    const fixed = fix ? fixPapers(first, toFile, isAsked) : [];
    const now = fixed.some(({ changes }) => changes.length > 0) ? await gather(options) : first;
    const hints = now.list === undefined ? [] : findHints(now.list, now.cards, now.placesOf);
    const reached = links ? await checkLinks(now, isAsked, world) : undefined;
    const faults = fixed.flatMap(({ fault }) => fault ?? []);
    const all = [...now.problems, ...faults, ...hints, ...(reached?.problems ?? [])];
    const reported = limitProblems(all.filter(isReported));
    const lines = [
      ...fixed.map((file) => toFixedLine(file, papers)),
      ...(fix ? [toFixedCount(fixed)] : []),
      ...(reached === undefined ? [] : [`${reached.asked} addresses checked.`]),
      ...remarks,
      ...(reported.length === 0 ? [allClear] : []),
    ];
    return {
      exitCode: hasErrors(reported) ? 1 : 0,
      problems: reported,
      sources: now.sources,
      listFolder,
      format: chosen as ReportFormat,
      isFull: isFull === true,
      isAnswer: true,
      summary: lines.join('\n'),
    };
  },
};

function toFixedLine({ path, changes }: FixedFile, papers: string): string {
  const file = path.replace(/^[^/]+/, papers.replace(/\/+$/, ''));
  return changes.length === 0 ? `${file}: left alone because of its errors` : `${file}: ${changes.join(', ')}`;
}

function toFixedCount(fixed: readonly FixedFile[]): string {
  return `${count(fixed.filter(({ changes }) => changes.length > 0).length, 'file')} fixed.`;
}
