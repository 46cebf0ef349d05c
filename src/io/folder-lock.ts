/** Folder lock: one build at a time writes to a folder; another waits, says so, and takes over the lock of a dead one. */
import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoint } from '../model/checkpoint.ts';
import {
  type LockSeen,
  makeLock,
  readLock,
  removeGuard,
  removeLock,
  takeLockOver,
  toLockText,
  touchLock,
} from './lock-file.ts';
import { toPrintable } from './printable.ts';
import { lifeOf } from './running-process.ts';
import { toWorldError } from './world-error.ts';

/** Milliseconds between two looks at another's lock. */
const BETWEEN = 100;
/** Milliseconds between two signs of life in one's own. */
const BEAT = 1000;
/** Milliseconds without a sign of life after which a lock is taken over if its process cannot be asked. */
const PATIENCE = 60_000;
/** The same for a file that names no process, and for a takeover that does not end: both are left by a crash in a bad moment. */
const TORN_PATIENCE = 2000;

export interface LockOptions {
  /** Rejects once the user interrupts the wait. */
  readonly checkpoint?: Checkpoint | undefined;
  /** Hears in a sentence what is waited for, and whose lock is taken over. */
  readonly say?: ((text: string) => void) | undefined;
  /** Milliseconds in place of a minute, for a lock of which nobody knows whether its process runs. */
  readonly patience?: number | undefined;
}

export interface FolderLock {
  /** False in a folder that allows no new file. */
  readonly isHeld: boolean;
  /** A sign of life now. Throws a WorldError (3) if the lock was removed or is another's by now. */
  readonly require: () => void;
  /** The same once a second at most, for long work without a pause. */
  readonly renew: () => void;
}

const NO_LOCK: FolderLock = { isHeld: false, require() {}, renew() {} };

/**
 * Does the work while no other process does such work in the folder, which is made if it does not exist; if the work
 * fails, a folder that was made is removed again as far as it is empty. Waits for the process that holds the lock. Takes
 * the lock over at once if that process is dead, and after a minute without a sign of life if it cannot be asked, as on
 * another machine.
 *
 * In a folder that allows no new file the work is done without a lock. Throws a WorldError if the folder cannot be made
 * (3) or something else stands in the lock's place (2).
 */
export async function withFolderLock<Result>(
  folder: string,
  options: LockOptions,
  work: (lock: FolderLock) => Promise<Result>,
): Promise<Result> {
  const own = toLockText();
  const made: string[] = [];
  try {
    if (!(await acquire(folder, own, made, options))) return await work(NO_LOCK);
    const beat = setInterval(() => touchQuietly(folder, own), BEAT).unref();
    try {
      return await work(createLock(folder, own));
    } finally {
      clearInterval(beat);
      removeLock(folder, own);
    }
  } catch (error) {
    removeMade(folder, made);
    throw error;
  }
}

function createLock(folder: string, own: string): FolderLock {
  let last = performance.now();
  const require = () => {
    touchLock(folder, own);
    last = performance.now();
  };
  return {
    isHeld: true,
    require,
    renew() {
      if (performance.now() - last >= BEAT) require();
    },
  };
}

/** A lost lock is reported by the work, which asks for it; a timer has nobody to tell. */
function touchQuietly(folder: string, own: string): void {
  try {
    touchLock(folder, own);
  } catch {}
}

/** True once the lock is held, false if the folder allows none. Notes each outermost folder that was made. */
async function acquire(folder: string, own: string, made: string[], options: LockOptions): Promise<boolean> {
  const { checkpoint, say = () => {}, patience = PATIENCE } = options;
  let seen: LockSeen | undefined;
  let since = 0;
  let guarded = 0;
  let isAnnounced = false;
  for (;;) {
    const outermost = makeFolder(folder);
    if (outermost !== undefined) made.push(outermost);
    const attempt = makeLock(folder, own);
    if (attempt === 'held' || attempt === 'forbidden') return attempt === 'held';
    const found = readLock(folder);
    if (found === undefined) continue;
    if (found.text !== seen?.text || found.touched !== seen.touched) since = performance.now();
    seen = found;
    const life = found.holder === undefined ? 'unknown' : lifeOf(found.holder);
    const limit = found.holder === undefined ? Math.min(TORN_PATIENCE, patience) : patience;
    if (life === 'dead' || (life === 'unknown' && performance.now() - since > limit)) {
      const attempt = takeLockOver(folder, found.text, own);
      if (attempt === 'held') say(toTakeover(folder, found));
      if (attempt === 'held' || attempt === 'forbidden') return attempt === 'held';
      guarded += BETWEEN;
      if (guarded > TORN_PATIENCE) removeGuard(folder);
    } else if (!isAnnounced) {
      say(toWaiting(folder, found, life === 'unknown' ? limit : undefined));
      isAnnounced = true;
    }
    await sleep(BETWEEN);
    await checkpoint?.(0, 1);
  }
}

function toWaiting(folder: string, seen: LockSeen, limit: number | undefined): string {
  const end =
    limit === undefined
      ? ''
      : ` It cannot be asked from here: without a sign of life this build goes on in ${Math.ceil(limit / 1000)} s.`;
  return `Another build${nameHolder(seen)} is writing to \`${toPrintable(folder)}\`; this one waits.${end}`;
}

function toTakeover(folder: string, seen: LockSeen): string {
  return `An earlier build${nameHolder(seen)} was cut off while it wrote to \`${toPrintable(folder)}\`; this one takes its place.`;
}

/** ` (process 123 on x)` */
function nameHolder({ holder }: LockSeen): string {
  return holder === undefined ? '' : ` (process ${holder.pid} on \`${toPrintable(holder.host)}\`)`;
}

/** The outermost folder that was made, `undefined` if all were there. */
function makeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toWorldError(error, 'make the folder', folder);
  }
}

/** Removes the folder and those around it that were made for it, as long as they are empty. */
function removeMade(folder: string, made: readonly string[]): void {
  const outermost = Math.min(...made.map((path) => path.length));
  try {
    for (let path = resolve(folder); path.length >= outermost; path = dirname(path)) rmdirSync(path);
  } catch {
    // An error is already on its way.
  }
}
