/** check: every problem in one run, writing nothing but what `--fix` fixes. */
import { findHints } from '../content/check/hints/hints.ts';
import { limitProblems } from '../content/report/problem-limit.ts';
import { openCache } from '../io/open-cache.ts';
import { toPrintable } from '../io/printable.ts';
import { countThreads } from '../io/worker-pool.ts';
import { hasErrors } from '../model/problem.ts';
import { check as checkList } from '../pipeline/check.ts';
import { checkLinks } from '../pipeline/check-links.ts';
import { type FixedFile, fixPapers } from '../pipeline/fix.ts';
import { gather } from '../pipeline/gather.ts';
import { leadsToLeftAlone } from '../text/left-alone.ts';
import { type Command, count, type ReportFormat, UsageError } from './command.ts';
import { cacheArg, jobsArg, papersArg, readJobs, templatesArg } from './shared-args.ts';

const FORMATS: readonly string[] = ['pretty', 'github', 'json'] satisfies ReportFormat[];

const args = {
  files: { type: 'positional', description: 'Report on these files only', valueHint: 'FILE...', required: false },
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
  async run({ _: files, papers, templates, fix, links, all: isFull, format, 'no-cache': isFresh, jobs }, world) {
    const chosen = format ?? (world.isGithub ? 'github' : 'pretty');
    if (!FORMATS.includes(chosen)) throw new UsageError(`--format takes ${FORMATS.join(', ')}, not \`${chosen}\`.`);
    const listFolder = world.resolve(`${papers}/..`);
    const toFile = (path: string) => world.resolve(`${listFolder}/${path}`);
    const papersFolder = world.resolve(papers);
    const options = {
      papersFolder,
      templatesFolder: world.resolve(templates),
      store: openCache(papersFolder, isFresh !== true),
      threads: readJobs(jobs, countThreads()),
    };
    const first = await checkList({ ...options, checkpoint: world.startCheckpoints('Preparing papers') });
    const isAlone = (file: string) => isBelowLeftAlone(world.resolve(file), options.papersFolder);
    const wanted = new Set(files.filter((file) => !isAlone(file)).map((file) => world.resolve(file)));
    const isWanted = (path: string) => files.length === 0 || wanted.has(toFile(path));
    const known = new Set(
      [...first.sources.map(({ path }) => path), ...first.problems.map(({ file }) => file)].map(toFile),
    );
    for (const file of files) {
      if (!isAlone(file) && !known.has(world.resolve(file)))
        throw new UsageError(`\`${file}\` is not a paper of this list.`);
    }
    const fixed = fix ? fixPapers(first, toFile, isWanted) : [];
    const now = fixed.some(({ changes }) => changes.length > 0) ? await gather(options) : first;
    const hints = now.list === undefined ? [] : findHints(now.list, now.cards, now.placesOf);
    const asked = links ? await checkLinks(now, isWanted, world) : undefined;
    const faults = fixed.flatMap(({ fault }) => fault ?? []);
    const all = [...now.problems, ...faults, ...hints, ...(asked?.problems ?? [])];
    const reported = limitProblems(all.filter(({ file }) => isWanted(file)));
    const lines = [
      ...fixed.map((file) => toFixedLine(file, papers)),
      ...(fix ? [toFixedCount(fixed)] : []),
      ...(asked === undefined ? [] : [`${asked.asked} addresses checked.`]),
      ...files.filter(isAlone).map((file) => `${toPrintable(file)} is left alone: it isn't part of the list.`),
      ...(reported.length === 0
        ? [`${count(files.length === 0 ? now.sources.length : wanted.size, 'file')}, no problems.`]
        : []),
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

/** True for a file among the papers that no list reads, because of its name or that of a folder around it. */
function isBelowLeftAlone(file: string, papersFolder: string): boolean {
  const below = file.startsWith(papersFolder) ? file.slice(papersFolder.length) : '';
  return /^[\\/]/.test(below) && leadsToLeftAlone(below);
}

function toFixedLine({ path, changes }: FixedFile, papers: string): string {
  const file = path.replace(/^[^/]+/, papers.replace(/\/+$/, ''));
  return changes.length === 0 ? `${file}: left alone because of its errors` : `${file}: ${changes.join(', ')}`;
}

function toFixedCount(fixed: readonly FixedFile[]): string {
  return `${count(fixed.filter(({ changes }) => changes.length > 0).length, 'file')} fixed.`;
}
