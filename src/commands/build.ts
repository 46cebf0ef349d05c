/** build: papers -> site. */
import { guardOutFolder } from '../io/guard-out.ts';
import { openCache } from '../io/open-cache.ts';
import { countThreads } from '../io/worker-pool.ts';
import { isBase } from '../pipeline/address.ts';
import { build as buildSite } from '../pipeline/build.ts';
import { type Command, count, UsageError } from './command.ts';
import { cacheArg, jobsArg, papersArg, readJobs, templatesArg } from './shared-args.ts';

const args = {
  papers: papersArg,
  templates: templatesArg,
  out: { type: 'string', description: 'The folder the site is written to', valueHint: 'DIR', default: 'dist' },
  base: {
    type: 'string',
    description: 'Where the site will be published: a URL, or a path such as /clip/',
    valueHint: 'URL',
  },
  'no-cache': cacheArg,
  jobs: jobsArg,
} as const;

/** Plans, then writes. If there is an error in the papers, nothing is written. */
export const build: Command<typeof args> = {
  meta: { name: 'build', description: 'Turn the papers into the site' },
  args,
  async run({ papers, templates, out, base, 'no-cache': isFresh, jobs }, world) {
    const threads = readJobs(jobs, countThreads());
    if (base !== undefined && !isBase(base)) {
      throw new UsageError(`--base takes a URL or a path that begins with a slash, not \`${base}\`.`);
    }
    const papersFolder = world.resolve(papers);
    const outFolder = world.resolve(out);
    const templatesFolder = world.resolve(templates);
    if (`${outFolder}/`.startsWith(`${templatesFolder}/`)) {
      throw new UsageError(`The site cannot be written to \`${out}\`: your templates are there.`);
    }
    guardOutFolder(outFolder, papersFolder, world.homeFolder);
    const { startCheckpoints } = world;
    const common = { listFolder: world.resolve(`${papers}/..`), isAnswer: false } as const;
    const {
      problems,
      sources,
      count: counts,
    } = await buildSite({
      papersFolder,
      templatesFolder,
      outFolder,
      base: base || undefined,
      store: openCache(papersFolder, isFresh !== true),
      threads,
      startCheckpoints,
      say: (summary) => world.report({ ...common, format: 'pretty', problems: [], sources: [], summary }),
    });
    const format = world.isGithub ? 'github' : 'pretty';
    if (counts === undefined) {
      return {
        ...common,
        problems,
        sources,
        format,
        exitCode: 1,
        summary: `Nothing was written; ${out} is unchanged.`,
      };
    }
    const files = `${counts.written} written, ${counts.unchanged} unchanged, ${counts.removed} removed`;
    return {
      ...common,
      problems,
      sources,
      format,
      exitCode: 0,
      summary: `${count(counts.papers, 'paper')} in ${out}: ${files}.`,
    };
  },
};
