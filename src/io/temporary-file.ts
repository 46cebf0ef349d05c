/** Temporary file: lets a file appear complete or not at all. */
import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode, toWorldError } from './world-error.ts';

const NAME = /^\.papershelf-(\d+)-[0-9a-f]+\.tmp$/;

/** A path next to `file` that nothing has yet, and that shows which process it belongs to. */
export function toTemporary(file: string): string {
  return join(dirname(file), `.papershelf-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes the bytes next to `file` and returns the temporary path; leaves nothing behind if it throws a WorldError. */
export function writeTemporary(file: string, bytes: Uint8Array): string {
  const temporary = toTemporary(file);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
  } catch (error) {
    removeTemporary(temporary);
    throw toWorldError(error, 'write', file);
  }
  return temporary;
}

/** Moves a temporary file into place, atomically for every reader. */
export function moveTemporary(temporary: string, file: string): void {
  try {
    renameSync(temporary, file);
  } catch (error) {
    removeTemporary(temporary);
    throw toWorldError(error, 'write', file);
  }
}

/** Removes a temporary file if it exists; stays silent if it cannot, since an error is already being thrown. */
export function removeTemporary(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The next build removes it.
  }
}

/**
 * Removes the temporary files of finished builds from this one folder. Call it before writing the first. If the folder is
 * locked, nobody else writes there, so a running process with the same id cannot be the one that wrote them.
 */
export function removeAbandoned(folder: string, isLocked = false): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const pid = NAME.exec(entry.name)?.[1];
      if (pid === undefined || !entry.isFile()) continue;
      if (isLocked || !isAlive(Number(pid))) rmSync(join(folder, entry.name), { force: true });
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return;
    throw toWorldError(error, 'clean', folder);
  }
}

/** Our own id means an earlier build that had the same one, as the first process in a container always does. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
