/** init: starts a list in a folder. */
import { paperJsonSchema } from '../content/parse/front-matter/json-schema.ts';
import { parseList } from '../content/parse/parse-list.ts';
import { packageFolder } from '../io/package-folder.ts';
import { readGitBranch } from '../io/read-git-branch.ts';
import { readSource } from '../io/read-source.ts';
import { readStarter } from '../io/read-starter.ts';
import { writeStarter } from '../io/write-starter.ts';
import type { List } from '../model/list.ts';
import { DEFAULT_BRANCH, isBranchName } from '../text/branch-name.ts';
import { type Command, count, UsageError } from './command.ts';
import { choosePackage, toPackageNotes } from './package-choice.ts';

const args = {
  folder: {
    type: 'positional',
    description: 'The folder for the new list; the current folder by default',
    valueHint: 'DIR',
    required: false,
  },
  package: {
    type: 'string',
    description: 'Where npm gets Papershelf from: a version, a tarball, a folder or the address of a git repository',
    valueHint: 'SPEC',
  },
} as const;

/** Writes what a new list needs and the folder does not have yet; replaces nothing. */
export const init: Command<typeof args> = {
  meta: { name: 'init', description: 'Start a list: a sample paper, a README, editor settings, workflows' },
  args,
  async run({ _: folders, package: asked }, world) {
    const [folder = '.', extra] = folders;
    if (extra !== undefined)
      throw new UsageError(`\`papershelf init\` takes one folder, but \`${extra}\` is a second one.`);
    const listFolder = world.resolve(folder);
    const source = readSource(world.resolve(`${folder}/papers/index.md`), 'papers/index.md')?.source;
    const list = source === undefined ? undefined : parseList(source).list;
    const chosen = await choosePackage(asked, listFolder, world);
    const values = {
      ...toBranchValues(findBranch(listFolder, list)),
      today: world.today,
      package: toJsonText(chosen?.spec ?? ''),
    };
    const starter = readStarter(packageFolder(), values, toSchema(list));
    const { written, kept } = writeStarter([...starter, ...(chosen?.files ?? [])], listFolder);
    const lines = [
      ...written.map((path) => `wrote  ${toShown(folder, path)}`),
      ...kept.map((path) => `kept   ${toShown(folder, path)} (already there)`),
      ...toPackageNotes(chosen, listFolder, written),
      written.length === 0 ? 'Nothing was missing.' : toNext(folder, written),
    ];
    return {
      exitCode: 0,
      problems: [],
      sources: [],
      listFolder,
      format: 'pretty',
      isAnswer: false,
      summary: lines.join('\n'),
    };
  },
};

/** As it stands between the quotes of a JSON text. */
function toJsonText(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The branch that a list in the folder already names, or else the main branch of the repository. */
function findBranch(folder: string, list: List | undefined): string {
  if (list?.places.branch !== undefined) return list.branch;
  const branch = readGitBranch(folder) ?? DEFAULT_BRANCH;
  return isBranchName(branch) ? branch : DEFAULT_BRANCH;
}

/** What editors are told of the papers of an existing list with fields of its own. */
function toSchema(list: List | undefined): string | undefined {
  if (list === undefined || list.fields.length === 0) return undefined;
  return `${JSON.stringify(paperJsonSchema(list.fields), null, 2)}\n`;
}

/** The branch as the files of a new list write it. */
function toBranchValues(branch: string): Record<string, string> {
  return {
    branch,
    'branch-field': branch === DEFAULT_BRANCH ? `# branch: ${branch}` : `branch: ${JSON.stringify(branch)}`,
    // A branch filter of a workflow is a pattern: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions
    'branch-pattern': JSON.stringify(branch.replace(/[+!\]]/g, '\\$&')),
    'branch-quoted': branch.replaceAll("'", "''"),
  };
}

function toShown(folder: string, path: string): string {
  return folder === '.' ? path : `${folder.replace(/\/+$/, '')}/${path}`;
}

function toNext(folder: string, written: readonly string[]): string {
  const next = written.includes('README.md') ? ` ${toShown(folder, 'README.md')} explains the first steps.` : '';
  return `${count(written.length, 'file')} written.${next}`;
}
