/** check: every problem in one run, writing nothing but what `--fix` fixes. */
import { limitProblems } from '../content/report/problem-limit.ts';
import { openCache } from '../io/open-cache.ts';
import { readChanges } from '../io/read-changes.ts';
import { countThreads } from '../io/worker-pool.ts';
import { hasErrors } from '../model/problem.ts';
import { type Checked, check as checkList } from '../pipeline/check.ts';
import type { FixedFile } from '../pipeline/fix.ts';
import { askAll, askChanged, askNamed } from './asked-files.ts';
import { type Command, count, UsageError, type World } from './command.ts';
import { allArg, cacheArg, formatArg, jobsArg, papersArg, readFormat, readJobs, templatesArg } from './shared-args.ts';

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
  all: allArg,
  format: formatArg,
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
    const chosen = readFormat(format, world.isGithub);
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
    const checkpoint = world.startCheckpoints('Preparing papers');
    const listPath = `${papersFolder.split(/[\\/]/).at(-1)}/index.md`;
    const needsPapers = fix === true || links === true || changes.length > 0;
    const first = await checkList({ ...options, needsPapers, checkpoint });
    const { isAsked, isReported, remarks, allClear } =
      changed !== undefined
        ? await askChanged(changes, changed, first, listPath)
        : files.length > 0
          ? askNamed(files, first, papersFolder, world.resolve, toFile)
          : askAll(first);
    const fixed = fix ? await fixFiles(first, toFile, isAsked) : [];
    const isFixed = fixed.some(({ changes }) => changes.length > 0);
    const now = isFixed ? await checkList({ ...options, needsPapers }) : first;
    const reached = links ? await followLinks(now, isAsked, world) : undefined;
    const faults = fixed.flatMap(({ fault }) => fault ?? []);
    const all = [...now.problems, ...faults, ...now.hints, ...(reached?.problems ?? [])];
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
      format: chosen,
      isFull: isFull === true,
      isAnswer: true,
      summary: lines.join('\n'),
    };
  },
};

async function fixFiles({ gathered }: Checked, toFile: (path: string) => string, isAsked: (path: string) => boolean) {
  const { fixPapers } = await import('../pipeline/fix.ts');
  return gathered === undefined ? [] : fixPapers(gathered, toFile, isAsked);
}

async function followLinks({ gathered }: Checked, isAsked: (path: string) => boolean, world: World) {
  const { checkLinks } = await import('../pipeline/check-links.ts');
  return gathered === undefined ? undefined : await checkLinks(gathered, isAsked, world);
}

function toFixedLine({ path, changes }: FixedFile, papers: string): string {
  const file = path.replace(/^[^/]+/, papers.replace(/\/+$/, ''));
  return changes.length === 0 ? `${file}: left alone because of its errors` : `${file}: ${changes.join(', ')}`;
}

function toFixedCount(fixed: readonly FixedFile[]): string {
  return `${count(fixed.filter(({ changes }) => changes.length > 0).length, 'file')} fixed.`;
}
