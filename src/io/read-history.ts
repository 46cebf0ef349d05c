/** Read history: asks git on which day each file of a list was first committed. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { toPrintable } from './printable.ts';
import { runGit } from './run-git.ts';

/** Stands for the commit in a clone that does not have the whole history, so that nobody can say when a file was new. */
export const SHALLOW = 'shallow';

/** The days on which files below the folder of papers were first committed. */
export interface History {
  /** The commit that was asked about, or what {@link readHead} returns instead of one. */
  readonly head: string;
  /** `2021-03-31` by path, as sources have theirs; a renamed file has the day of its first name. */
  readonly days: ReadonlyMap<string, string>;
}

/** The commit that is checked out, or {@link SHALLOW}; empty if there is no git, no repository or no commit. */
export async function readHead(papersFolder: string): Promise<string> {
  if (!isInRepository(papersFolder)) return '';
  const run = await runGit(papersFolder, ['rev-parse', '--is-shallow-repository', '--verify', 'HEAD']).catch(
    () => undefined,
  );
  const [isShallow, head = ''] = run?.code === 0 ? run.out.trim().split('\n') : [];
  return isShallow === 'true' ? SHALLOW : head;
}

/** The days as of this commit; the day is the author's, in the author's time zone. Nothing if git fails. */
export async function readHistory(papersFolder: string, head: string): Promise<History> {
  const days = new Map<string, string>();
  const folder = basename(papersFolder);
  const format = [
    '--reverse',
    '-z',
    '--name-status',
    '--relative',
    '--no-ext-diff',
    '--no-textconv',
    '--format=%x01%as',
  ];
  const args = ['log', ...format, '--diff-filter=AR', '--find-renames', head, '--', '.'];
  const run = head === '' || head === SHALLOW ? undefined : await runGit(papersFolder, args).catch(() => undefined);
  const words = (run?.code === 0 ? run.out : '').split('\0');
  const toPath = (word = '') => toPrintable(`${folder}/${word}`);
  let day = '';
  for (let at = 0; at < words.length; at += 1) {
    const word = (words[at] as string).replace(/^\n/, '');
    if (word.startsWith('\u0001')) day = word.slice(1);
    else if (word.startsWith('R')) {
      const [from, to] = [toPath(words[at + 1]), toPath(words[at + 2])];
      days.set(to, days.get(from) ?? day);
      at += 2;
    } else if (word === 'A') {
      at += 1;
      const path = toPath(words[at]);
      // A file that was removed and came back is as old as it ever was.
      if (!days.has(path)) days.set(path, day);
    }
  }
  return { head, days };
}

/** Asking git takes longer than reading a small list. */
function isInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (dirname(at) === at) return false;
  }
}
