/** Temporary files, which let a file appear whole or not at all. */
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode, toWorldError } from './world-error.ts';

const NAME = /^\.papershelf-(\d+)-\d+\.tmp$/;
let count = 0;

/** Writes the bytes beside `file` and returns the temporary path; leaves nothing behind where it throws a WorldError. */
export function writeTemporary(file: string, bytes: Uint8Array): string {
  count += 1;
  const temporary = join(dirname(file), `.papershelf-${process.pid}-${count}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
  } catch (error) {
    removeTemporary(temporary);
    throw toWorldError(error, 'write', file);
  }
  return temporary;
}

/** Puts a temporary file in its place, at once for every reader. */
export function moveTemporary(temporary: string, file: string): void {
  try {
    renameSync(temporary, file);
  } catch (error) {
    removeTemporary(temporary);
    throw toWorldError(error, 'write', file);
  }
}

/** Removes a temporary file if it is there; says nothing if it cannot, since an error is already on its way. */
export function removeTemporary(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The next build removes it.
  }
}

/**
 * Removes temporary files of builds that are no more from this one folder. Call it before writing the first. If the
 * folder is locked, nobody else writes there, and a living process of that number is not the one that wrote.
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

/** Our own number means a build before us that had it, as the first process of a container always has. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
