/** Read git branch: reads the name of a git repository's main branch. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The main branch of the repository whose root is this folder: the one that the remote `origin` names, or the one that is
 * checked out. `undefined` if there is no repository, or if the one that is checked out may well be a side branch.
 */
export function readGitBranch(folder: string): string | undefined {
  const git = join(folder, '.git');
  const main = readReference(join(git, 'refs/remotes/origin/HEAD'), 'refs/remotes/origin/');
  if (main !== undefined) return main;
  const current = readReference(join(git, 'HEAD'), 'refs/heads/');
  const hasRemote = existsSync(join(git, 'refs/remotes')) || existsSync(join(git, 'packed-refs'));
  return hasRemote && current !== 'main' && current !== 'master' ? undefined : current;
}

/** What follows `start` in a symbolic reference (`ref: refs/heads/main`); `undefined` for anything else. */
function readReference(file: string, start: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text.startsWith(`ref: ${start}`) ? text.slice(`ref: ${start}`.length) : undefined;
  } catch {
    return undefined;
  }
}
