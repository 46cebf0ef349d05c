/** Folder lock: one build at a time writes to a folder; others wait, say so, and take over the lock of a dead build. */
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

/** Milliseconds between two checks of another build's lock. */
const BETWEEN = 100;
/** Milliseconds between two signs of life in our own lock. */
const BEAT = 1000;
/** Milliseconds without a sign of life after which a lock is taken over if its process cannot be checked. */
const PATIENCE = 60_000;
/** The same for a lock that names no process, and for an unfinished takeover: both are left by a crash at a bad moment. */
const TORN_PATIENCE = 2000;

export interface LockOptions {
  /** Rejects once the user interrupts the wait. */
  readonly checkpoint?: Checkpoint | undefined;
  /** Called with a sentence that says which build this one waits for, or whose lock it takes over. */
  readonly say?: ((text: string) => void) | undefined;
  /** Milliseconds instead of a minute, for a lock whose process may or may not be running. */
  readonly patience?: number | undefined;
}

export interface FolderLock {
  /** False in a folder where no file can be created. */
  readonly isHeld: boolean;
  /** Gives a sign of life now. Throws a WorldError (3) if the lock was removed or belongs to another build by now. */
  readonly require: () => void;
  /** The same at most once a second, for long work without a pause. */
  readonly renew: () => void;
}

const NO_LOCK: FolderLock = { isHeld: false, require() {}, renew() {} };

/**
 * Does the work while no other process does such work in the folder, which is created if it does not exist; if the work
 * fails, created folders are removed again if they are empty. Waits for the process that holds the lock. Takes the lock
 * over at once if that process is dead, and after a minute without a sign of life if it cannot be checked, for example
 * because it runs on another machine.
 *
 * In a folder where no file can be created, the work is done without a lock. Throws a WorldError if the folder cannot be
 * created (3) or something else is in the lock's place (2).
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

/** The work checks for a lost lock and reports it; a timer has nobody to report to. */
function touchQuietly(folder: string, own: string): void {
  try {
    touchLock(folder, own);
  } catch {}
}

/** True once the lock is held, false if the folder allows none. Adds each outermost folder that was created to `made`. */
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
      : ` It cannot be checked from here; if it shows no sign of life, this build goes on in ${Math.ceil(limit / 1000)} s.`;
  return `Another build${nameHolder(seen)} is writing to \`${toPrintable(folder)}\`; this one waits.${end}`;
}

function toTakeover(folder: string, seen: LockSeen): string {
  return `An earlier build${nameHolder(seen)} was interrupted while writing to \`${toPrintable(folder)}\`; this one takes its place.`;
}

/** ` (process 123 on x)` */
function nameHolder({ holder }: LockSeen): string {
  return holder === undefined ? '' : ` (process ${holder.pid} on \`${toPrintable(holder.host)}\`)`;
}

/** The outermost folder that was created, `undefined` if all existed. */
function makeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toWorldError(error, 'create the folder', folder);
  }
}

/** Removes the folder and the parents that were created for it, as long as they are empty. */
function removeMade(folder: string, made: readonly string[]): void {
  const outermost = Math.min(...made.map((path) => path.length));
  try {
    for (let path = resolve(folder); path.length >= outermost; path = dirname(path)) rmdirSync(path);
  } catch {
    // An error is already on its way.
  }
}
