/** check: every problem, in one run, writing nothing. */
import type { Output } from '../model/output.ts';
import type { Pace } from '../model/pace.ts';
import { hasErrors } from '../model/problem.ts';
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

/** Prints every page for nobody: a template may fail on a single one of them. */
async function tryPages(outputs: readonly Output[], pace: Pace): Promise<void> {
  for (const [index, output] of outputs.entries()) {
    if ('print' in output) output.print();
    await pace(index + 1, outputs.length);
  }
}

/** Plans as `build` does, then reports; checks between papers always see the whole list. */
export const check: Command<typeof args> = {
  meta: { name: 'check', description: 'Report every problem in the papers, writing nothing' },
  args,
  async run({ _: files, papers, templates, format }, world) {
    const chosen = format ?? (world.isGithub ? 'github' : 'pretty');
    if (!FORMATS.includes(chosen)) throw new UsageError(`--format takes ${FORMATS.join(', ')}, not \`${chosen}\`.`);
    const listFolder = world.resolve(`${papers}/..`);
    const options = { papersFolder: world.resolve(papers), templatesFolder: world.resolve(templates) };
    const { problems, sources, result } = await plan({ ...options, pace: world.startPace('Preparing papers') });
    await tryPages(result?.emit() ?? [], world.startPace('Printing pages'));
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
