/** Read changes: asks git which files below the folder of papers differ from a revision. */
import { basename } from 'node:path';
import { quote } from '../text/quote.ts';
import { toPrintable } from './printable.ts';
import { requireFolder } from './read-sources.ts';
import { type GitRun, runGit } from './run-git.ts';
import { WorldError } from './world-error.ts';

type Git = (...args: readonly string[]) => Promise<GitRun>;

/**
 * The paths of all files below the folder that were added, edited, renamed or removed since the checked-out commit and
 * `revision` parted, committed or not, including untracked files that git does not ignore. For `HEAD` that is what has
 * not been committed, and everything as long as there is no commit. Paths are given as problems give them: relative to
 * the folder that contains `papers/`, and printable; a nested repository counts as one path. Throws a WorldError: 2 if
 * there is no git, no repository, no such revision or no commit in common, 3 if git fails.
 */
export async function readChanges(papersFolder: string, revision: string): Promise<readonly string[]> {
  requireFolder(papersFolder);
  const git: Git = async (...args) => {
    const run = await runGit(papersFolder, args);
    if (run !== undefined) return run;
    throw new WorldError('`--changed` needs git, which cannot be found. Install it, or name the files to check.', 2);
  };
  const inside = await git('rev-parse', '--is-inside-work-tree');
  if (inside.out.trim() !== 'true') {
    const reason = inside.said === '' ? '' : ` (${inside.said})`;
    throw new WorldError(
      `\`--changed\` asks git, but \`${toPrintable(papersFolder)}\` is not in the working tree of a git repository that can be read${reason}. Without git, name the files to check.`,
      2,
    );
  }
  const start = await findStart(git, revision);
  const differing =
    start === undefined
      ? await list(git, 'ls-files', '-z', '--', '.')
      : await list(git, 'diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff', start, '--', '.');
  const untracked = await list(git, 'ls-files', '-z', '--others', '--exclude-standard', '--', '.');
  const folder = basename(papersFolder);
  const paths = [...differing, ...untracked].map((path) => toPrintable(`${folder}/${path.replace(/\/$/, '')}`));
  return [...new Set(paths)].sort();
}

/** The commit to compare with; `undefined` if nothing has been committed yet. */
async function findStart(git: Git, revision: string): Promise<string | undefined> {
  const commit = await findCommit(git, revision);
  if (revision === 'HEAD') return commit;
  if (commit === undefined) {
    throw new WorldError(
      `${quote(revision)} is not a commit, branch or tag of this repository. Fetch it first if a clone is not complete, as in a workflow: \`git fetch origin main\`, then \`--changed=origin/main\`.`,
      2,
    );
  }
  const base = await git('merge-base', commit, 'HEAD');
  if (base.code === 0) return base.out.trim();
  const isShallow = (await git('rev-parse', '--is-shallow-repository')).out.trim() === 'true';
  const advice = isShallow
    ? 'This clone is shallow: fetch the rest with `git fetch --unshallow`, or with `fetch-depth: 0` in a GitHub workflow.'
    : 'Name the branch that this one was started from.';
  throw new WorldError(`${quote(revision)} and what is checked out have no commit in common. ${advice}`, 2);
}

/** The id of a commit. What begins with a hyphen would be an option for git, and `^` would exclude instead of name. */
async function findCommit(git: Git, revision: string): Promise<string | undefined> {
  if (revision === '' || revision.startsWith('-')) return undefined;
  const { out } = await git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  return /^[\da-f]{40,64}$/.exec(out.trim())?.[0];
}

/** What git lists, each entry ended by a NUL. */
async function list(git: Git, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, out, said } = await git(...args);
  if (code !== 0) throw new WorldError(`\`git ${args[0]}\` failed: ${said}`, 3);
  return out.split('\0').slice(0, -1);
}
