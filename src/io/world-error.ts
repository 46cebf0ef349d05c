/** World error: for a failing system or an impossible request; its message is for the user, without a stack. */
import { toPrintable } from './printable.ts';

/** The expected failure of a whole command; anything else that is thrown is a bug of ours. */
export class WorldError extends Error {
  /** 2: the request is wrong (no papers folder, a refused `--out`). 3: the system failed (disk full, no permission). */
  readonly exitCode: 2 | 3;

  constructor(message: string, exitCode: 2 | 3) {
    super(message);
    this.name = 'WorldError';
    this.exitCode = exitCode;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something else is already there',
  EFBIG: 'it would be larger than this system allows',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symbolic link',
  EMFILE: 'too many files are open; raise the limit (`ulimit -n`)',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open on this system',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full; free some space and run this again',
  ENOTDIR: 'a part of the path is not a folder',
  EPERM: 'the operation is not permitted',
  EROFS: 'the disk is read-only',
  ETXTBSY: 'it is in use',
};

/** The code of an error of the operating system (`ENOENT`), `undefined` for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('errno' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * An error of the operating system as a WorldError that names the path, which the system itself leaves out of some
 * (ENOSPC). Any other error is returned as it is.
 */
export function toWorldError(error: unknown, verb: string, path: string): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const reason = REASONS[code];
  const cause = reason === undefined ? code : `${reason} (${code})`;
  return new WorldError(`Cannot ${verb} \`${toPrintable(path)}\`: ${cause}.`, 3);
}
