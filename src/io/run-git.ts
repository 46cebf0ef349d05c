/** Run git: runs git in a folder, never through a shell. */
import { execFile } from 'node:child_process';
import { toPrintable } from './printable.ts';
import { systemCode, toWorldError } from './world-error.ts';

/** What a run of git printed, and its exit code. */
export interface GitRun {
  readonly code: number;
  readonly out: string;
  /** What it said to people, on one line. */
  readonly said: string;
}

/** `undefined` if git is not installed. Throws a WorldError if the system refuses to run it. */
export function runGit(folder: string, args: readonly string[]): Promise<GitRun | undefined> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true } as const;
    const child = execFile('git', args, options, (error, out, told) => {
      if (systemCode(error) === 'ENOENT') {
        resolve(undefined);
      } else if (systemCode(error) !== undefined) {
        reject(toWorldError(error, 'run', 'git'));
      } else {
        const said = toPrintable(told.trim().replace(/\s+/g, ' '));
        resolve({ code: error === null ? 0 : (child.exitCode ?? 128), out, said });
      }
    });
    child.stdin?.end();
  });
}
