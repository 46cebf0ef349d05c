/** Stage outputs: writes new files next to their places, then moves all of them there. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Output, PrintAll, PrintedOutput } from '../model/output.ts';
import type { UrlPath } from '../model/url-path.ts';
import type { FolderLock } from './folder-lock.ts';
import { hasBytes } from './inspect-out.ts';
import { readCopied } from './read-output.ts';
import { removeEmptyFolders } from './remove-files.ts';
import { moveTemporary, removeTemporary, writeTemporary } from './temporary-file.ts';
import { toWorldError } from './world-error.ts';

export interface StagedFile {
  readonly path: UrlPath;
  readonly temporary: string;
  readonly file: string;
}

export interface Staged {
  readonly files: readonly StagedFile[];
  /** The sizes in bytes of all that was printed, whether or not its bytes differ. */
  readonly sizes: ReadonlyMap<UrlPath, number>;
}

/** Writes each output that is missing or differs next to its place; if one fails, removes all of them again. */
export async function stageOutputs(
  outputs: readonly Output[],
  printAll: PrintAll,
  outFolder: string,
  checkpoint: Checkpoint,
): Promise<Staged> {
  const files: StagedFile[] = [];
  const sizes = new Map<UrlPath, number>();
  const made: string[] = [];
  const folders = new Set<string>();
  let isOver = false;
  const take = async ({ path }: Output, bytes: Uint8Array) => {
    await checkpoint(sizes.size, outputs.length);
    // Texts may still arrive when one of them could not be printed.
    if (isOver) return;
    sizes.set(path, bytes.length);
    const file = join(outFolder, path);
    if (hasBytes(file, bytes)) return;
    const folder = dirname(path);
    if (!folders.has(folder) && makeFolder(dirname(file)) !== undefined) made.push(folder);
    folders.add(folder);
    files.push({ path, temporary: writeTemporary(file, bytes), file });
  };
  try {
    const printed: PrintedOutput[] = [];
    for (const output of outputs) {
      if ('kind' in output) printed.push(output);
      else await take(output, readCopied(output));
    }
    await printAll(printed, take);
    await checkpoint(outputs.length, outputs.length);
  } catch (error) {
    isOver = true;
    for (const { temporary } of files) removeTemporary(temporary);
    for (const folder of made.reverse()) removeEmptyFolders(outFolder, folder);
    throw error;
  }
  return { files, sizes };
}

/** Throws a WorldError if the system refuses or the lock is lost; then nothing is left of what was not moved yet. */
export function moveIntoPlace(files: readonly StagedFile[], lock: FolderLock): void {
  let placed = 0;
  try {
    lock.require();
    for (const { temporary, file } of files) {
      lock.renew();
      moveTemporary(temporary, file);
      placed += 1;
    }
  } catch (error) {
    for (const { temporary } of files.slice(placed)) removeTemporary(temporary);
    throw error;
  }
}

function makeFolder(folder: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toWorldError(error, 'create the folder', folder);
  }
}
