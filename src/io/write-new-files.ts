/** Write new files: writes files that do not exist yet, all of them or none, each complete, never replacing another. */
import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { statEntry } from './inspect-out.ts';
import { toPrintable } from './printable.ts';
import { moveTemporary, removeAbandoned, removeTemporary, writeTemporary } from './temporary-file.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

export interface NewFile {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
}

/** Creates missing folders. Throws a WorldError, with nothing written, if a file already exists or the system refuses. */
export function writeNewFiles(files: readonly NewFile[]): void {
  const staged: { temporary: string; file: string }[] = [];
  const placed: string[] = [];
  try {
    for (const folder of new Set(files.map(({ file }) => dirname(file)))) {
      makeFolder(folder);
      removeAbandoned(folder);
    }
    for (const { file, text } of files) staged.push({ temporary: writeTemporary(file, Buffer.from(text)), file });
    for (const { temporary, file } of staged) {
      place(temporary, file);
      placed.push(file);
    }
  } catch (error) {
    for (const file of placed) rmSync(file, { force: true });
    throw error;
  } finally {
    for (const { temporary } of staged) removeTemporary(temporary);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toWorldError(error, 'create the folder', folder);
  }
}

/** A second name for the temporary file, which the system grants only if it isn't in use; a move would replace the file. */
function place(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') throw new WorldError(`\`${toPrintable(file)}\` already exists; nothing was written.`, 3);
    // Some file systems allow only one name per file.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw toWorldError(error, 'write', file);
    if (statEntry(file) !== undefined) {
      throw new WorldError(`\`${toPrintable(file)}\` already exists; nothing was written.`, 3);
    }
    moveTemporary(temporary, file);
  }
}
