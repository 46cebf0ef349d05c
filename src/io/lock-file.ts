/** Lock file: creates, reads, takes over and removes the file that says which process is writing to a folder. */
import { randomUUID } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, rmSync, utimesSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { toPrintable } from './printable.ts';
import { type RunningProcess, thisProcess, toRunningProcess } from './running-process.ts';
import { moveTemporary, writeTemporary } from './temporary-file.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

const NAME = '.papershelf.lock';
/** Exists while a lock is being taken over, so that nobody takes away what another build has just taken. */
const GUARD = '.papershelf.takeover';
/** The longest lock that we write, in bytes. */
const LONGEST = 4096;

/** The outcome of an attempt to get a lock; `forbidden` if no file can be created in the folder. */
export type Attempt = 'held' | 'taken' | 'gone' | 'forbidden';

/** A lock as found in the folder. */
export interface LockSeen {
  readonly text: string;
  /** Changes with every sign of life. */
  readonly touched: number;
  /** Missing if the file does not say. */
  readonly holder: RunningProcess | undefined;
}

/** The text of a lock of this process, different from that of any other lock. */
export function toLockText(): string {
  return `${JSON.stringify({ ...thisProcess(), token: randomUUID() })}\n`;
}

/** Creates the lock unless it exists; `gone` if the folder does not exist. Throws a WorldError (3) if the system refuses. */
export function makeLock(folder: string, text: string): Attempt {
  return makeFile(join(folder, NAME), text);
}

/** The lock in the folder, `undefined` if the folder is not locked. Throws a WorldError (2) if it isn't a file. */
export function readLock(folder: string): LockSeen | undefined {
  const file = join(folder, NAME);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) refuse(file);
    const bytes = Buffer.alloc(LONGEST);
    const text = bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, LONGEST, 0));
    return { text, touched: stats.mtimeMs, holder: parse(text) };
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return undefined;
    if (code === 'ELOOP' || code === 'ENXIO') refuse(file);
    throw toWorldError(error, 'read', file);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Replaces the lock that reads `stale`; `taken` if it is a different one by now, or is just being taken over. */
export function takeLockOver(folder: string, stale: string, text: string): Attempt {
  const guard = join(folder, GUARD);
  const attempt = makeFile(guard, '');
  if (attempt !== 'held') return attempt;
  try {
    if (readLock(folder)?.text !== stale) return 'taken';
    const file = join(folder, NAME);
    moveTemporary(writeTemporary(file, Buffer.from(text)), file);
    return 'held';
  } finally {
    rmSync(guard, { force: true });
  }
}

/** Removes what a process left behind that died while taking a lock over. */
export function removeGuard(folder: string): void {
  rmSync(join(folder, GUARD), { force: true });
}

/** Gives a sign of life. Throws a WorldError (3) if the lock is no longer this one. */
export function touchLock(folder: string, text: string): void {
  const file = join(folder, NAME);
  if (readLock(folder)?.text !== text) {
    throw new WorldError(
      `The lock \`${toPrintable(file)}\` was removed or taken over while this build was writing. Build again.`,
      3,
    );
  }
  const now = new Date();
  utimesSync(file, now, now);
}

/** Removes the lock if it is still this one. Never throws: a lock left behind is taken over once this process has ended. */
export function removeLock(folder: string, text: string): void {
  try {
    if (readLock(folder)?.text === text) rmSync(join(folder, NAME));
  } catch {
    // Whatever prevents it was already met, and reported, by the work itself.
  }
}

function makeFile(file: string, text: string): Attempt {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return 'taken';
    if (code === 'ENOENT') return 'gone';
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'forbidden';
    throw toWorldError(error, 'write', file);
  }
  try {
    writeSync(descriptor, text);
    return 'held';
  } catch (error) {
    rmSync(file, { force: true });
    throw toWorldError(error, 'write', file);
  } finally {
    closeSync(descriptor);
  }
}

function parse(text: string): RunningProcess | undefined {
  try {
    return toRunningProcess(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function refuse(file: string): never {
  throw new WorldError(
    `\`${toPrintable(file)}\` is not a file that Papershelf wrote. Nothing was changed. Delete it, or choose another folder with \`--out\`.`,
    2,
  );
}
