/** check: every problem, in one run, writing nothing. */
import { findHints } from '../content/hints/hints.ts';
import { compareProblems, hasErrors } from '../model/problem.ts';
import { plan } from '../pipeline/plan.ts';
import { type Command, count, type ReportFormat, UsageError } from './command.ts';
import { papersArg, templatesArg } from './folders.ts';

const FORMATS: readonly string[] = ['pretty', 'github', 'json'] satisfies ReportFormat[];

const args = {
  files: { type: 'positional', description: 'Report on these files only', valueHint: 'FILE...', required: false },
  papers: papersArg,
  templates: templatesArg,
  format: { type: 'string', description: 'pretty, github or json', valueHint: 'FORMAT' },
} as const;

/** Plans as `build` does, then reports; checks between papers always see the whole list. */
export const check: Command<typeof args> = {
  meta: { name: 'check', description: 'Report every problem in the papers, writing nothing' },
  args,
  async run({ _: files, papers, templates, format }, world) {
    const chosen = format ?? (world.isGithub ? 'github' : 'pretty');
    if (!FORMATS.includes(chosen)) throw new UsageError(`--format takes ${FORMATS.join(', ')}, not \`${chosen}\`.`);
    const listFolder = world.resolve(`${papers}/..`);
    const options = { papersFolder: world.resolve(papers), templatesFolder: world.resolve(templates) };
    const { problems: found, sources, list, papers: read } = await plan(options);
    const hints = list === undefined ? [] : findHints(list, read);
    const problems = [...found, ...hints].sort(compareProblems);
    const wanted = new Set(files.map((file) => world.resolve(file)));
    const known = new Set(
      [...sources, ...problems.map(({ file }) => ({ path: file }))].map(({ path }) =>
        world.resolve(`${listFolder}/${path}`),
      ),
    );
    for (const file of files) {
      if (!known.has(world.resolve(file))) throw new UsageError(`\`${file}\` is not a paper of this list.`);
    }
    const told = problems.filter(({ file }) => wanted.size === 0 || wanted.has(world.resolve(`${listFolder}/${file}`)));
    return {
      exitCode: hasErrors(told) ? 1 : 0,
      problems: told,
      sources,
      listFolder,
      format: chosen as ReportFormat,
      isAnswer: true,
      summary: told.length === 0 ? `${count(wanted.size || sources.length, 'file')}, no problem.` : '',
    };
  },
};
