/** Write outputs: writes the outputs of this build to the out folder and removes those of earlier builds, nothing else. */
import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Output, Print } from '../model/output.ts';
import type { UrlPath } from '../model/url-path.ts';
import { type FolderLock, withFolderLock } from './folder-lock.ts';
import { hasBytes, inspectOutFolder, statEntry } from './inspect-out.ts';
import { readManifest, removeManifest, writeManifest } from './manifest.ts';
import { readOutput } from './read-output.ts';
import { moveTemporary, removeAbandoned, removeTemporary, writeTemporary } from './temporary-file.ts';
import { systemCode, toWorldError } from './world-error.ts';

/** How many files of each kind there were. */
export interface WriteCount {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface WriteOptions {
  /** Rejects once the user interrupts, even while waiting for another build. */
  readonly checkpoint?: Checkpoint;
  /** Called with a sentence that says which build this one waits for, or which was interrupted. */
  readonly say?: (text: string) => void;
}

/**
 * Writes the outputs, replacing each file atomically and only if its bytes differ; then removes the files of the previous
 * build that are no longer outputs. Never touches a file that Papershelf did not write, and never leaves the folder
 * through a link.
 *
 * Each text is printed once and written next to its place before the first file is replaced, so a full disk, an output
 * that cannot be printed or a rejecting `checkpoint` leaves the old site intact and nothing of the new one. The manifest
 * names a file before it exists, so a killed build forgets none. Builds that run at once wait for each other. Throws a
 * WorldError if a foreign file is in the way (2, nothing written) or the system refuses (3); an Error if two outputs are
 * one file.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  print: Print,
  outFolder: string,
  { checkpoint, say }: WriteOptions = {},
): Promise<WriteCount> {
  requireDistinct(outputs);
  return await withFolderLock(outFolder, { checkpoint, say }, (lock) => {
    const renewing: Checkpoint = async (done, total) => {
      lock.renew();
      await checkpoint?.(done, total);
    };
    return writeAlone(outputs, print, outFolder, renewing, lock);
  });
}

async function writeAlone(
  outputs: readonly Output[],
  print: Print,
  outFolder: string,
  checkpoint: Checkpoint,
  lock: FolderLock,
): Promise<WriteCount> {
  const owned = readManifest(outFolder);
  const wanted = new Set(outputs.map((output) => output.path));
  for (const folder of new Set(['.', ...[...owned, ...wanted].map((path) => dirname(path))])) {
    if (isRealFolder(outFolder, folder)) removeAbandoned(join(outFolder, folder), lock.isHeld);
  }
  const inTheWay = inspectOutFolder(outputs, print, owned, outFolder);
  // What is in the way is removed before anything is written; by then every output must have been printed.
  if (inTheWay.size > 0) for (const output of outputs) readOutput(output, print);
  writeManifest(outFolder, new Set([...owned, ...wanted]));
  let removed = removeFiles(inTheWay, outFolder, lock);
  const staged = await stage(outputs, print, outFolder, checkpoint).catch((error: unknown) => {
    if (inTheWay.size === 0) takeBack(owned, outFolder, lock);
    throw error;
  });
  place(staged, lock);
  const stale = [...owned].filter((path) => !wanted.has(path) && !inTheWay.has(path));
  removed += removeFiles(stale, outFolder, lock);
  lock.require();
  writeManifest(outFolder, wanted);
  return { written: staged.length, unchanged: outputs.length - staged.length, removed };
}

/** Two paths that differ only in case are the same file on most readers' computers. */
function requireDistinct(outputs: readonly Output[]): void {
  const paths = new Map<string, string>();
  for (const { path } of outputs) {
    const key = path.toLowerCase();
    const twin = paths.get(key);
    if (twin !== undefined) throw new Error(`Two outputs are one file: ${twin} and ${path}`);
    if (/(?:^|\/)\.papershelf[^/]*$/.test(key)) throw new Error(`An output has a name that is reserved: ${path}`);
    paths.set(key, path);
  }
  for (const [key, path] of paths) {
    for (let slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
      const file = paths.get(key.slice(0, slash));
      if (file !== undefined) throw new Error(`An output is a file and a folder: ${file} and ${path}`);
    }
  }
}

/** Restores the manifest, unless it belongs to another build by now. */
function takeBack(owned: ReadonlySet<UrlPath>, outFolder: string, lock: FolderLock): void {
  try {
    lock.require();
    if (owned.size > 0) writeManifest(outFolder, owned);
    else removeManifest(outFolder);
  } catch {
    // An error is already being thrown; a manifest that names too many files does no harm.
  }
}

interface Staged {
  readonly temporary: string;
  readonly file: string;
}

/** Writes each output that is missing or differs next to its place; if one fails, removes all of them again. */
async function stage(
  outputs: readonly Output[],
  print: Print,
  outFolder: string,
  checkpoint: Checkpoint | undefined,
): Promise<Staged[]> {
  const staged: Staged[] = [];
  const made: string[] = [];
  const folders = new Set<string>();
  try {
    for (const [index, output] of outputs.entries()) {
      await checkpoint?.(index, outputs.length);
      const file = join(outFolder, output.path);
      const bytes = readOutput(output, print);
      if (hasBytes(file, bytes)) continue;
      const folder = dirname(output.path);
      if (!folders.has(folder) && makeFolder(dirname(file)) !== undefined) made.push(folder);
      folders.add(folder);
      staged.push({ temporary: writeTemporary(file, bytes), file });
    }
    await checkpoint?.(outputs.length, outputs.length);
  } catch (error) {
    for (const { temporary } of staged) removeTemporary(temporary);
    for (const folder of made.reverse()) removeEmptyFolders(outFolder, folder);
    throw error;
  }
  return staged;
}

function place(staged: readonly Staged[], lock: FolderLock): void {
  let placed = 0;
  try {
    lock.require();
    for (const { temporary, file } of staged) {
      lock.renew();
      moveTemporary(temporary, file);
      placed += 1;
    }
  } catch (error) {
    for (const { temporary } of staged.slice(placed)) removeTemporary(temporary);
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

/** Removes our files, along with folders that become empty, and counts them. What is no longer a file isn't ours. */
function removeFiles(paths: Iterable<UrlPath>, outFolder: string, lock: FolderLock): number {
  let removed = 0;
  for (const path of paths) {
    lock.renew();
    const file = join(outFolder, path);
    if (isRealFolder(outFolder, dirname(path)) && statEntry(file)?.isFile()) {
      try {
        rmSync(file);
      } catch (error) {
        throw toWorldError(error, 'remove', file);
      }
      removed += 1;
    }
    // If an interrupted build created the folder but not the file, the folder is still removed.
    removeEmptyFolders(outFolder, dirname(path));
  }
  return removed;
}

/** True if each folder along the path exists and none is a link. */
function isRealFolder(outFolder: string, path: string): boolean {
  let folder = outFolder;
  if (path === '.') return true;
  return path.split('/').every((part) => {
    folder = join(folder, part);
    return statEntry(folder)?.isDirectory() ?? false;
  });
}

/** Removes the folder and its parents as long as they are empty, but never the out folder itself. */
function removeEmptyFolders(outFolder: string, path: string): void {
  for (let empty = path; empty !== '.'; empty = dirname(empty)) {
    if (!isRealFolder(outFolder, empty)) continue;
    try {
      rmdirSync(join(outFolder, empty));
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return;
    }
  }
}
