/** Makes the out folder hold the outputs of this build, and what others put there, and nothing of an earlier build. */
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
  /** Rejects once the user interrupts, while another build is waited for too. */
  readonly checkpoint?: Checkpoint;
  /** Hears in a sentence which other build is waited for, or was cut off. */
  readonly say?: (text: string) => void;
}

/**
 * Writes the outputs, each file replaced atomically and only where its bytes differ; then removes the files of the
 * build before that are no longer outputs. Never touches a file that Papershelf did not write, and never leaves the
 * folder through a link.
 *
 * Each text is printed once and written beside its place before the first file is replaced, so a full disk, an output
 * that cannot be printed or a rejecting `checkpoint` leaves the old site whole and nothing of the new one. The manifest names
 * a file before it exists, so a killed build forgets none. Of several builds at once each waits for the one before. Throws a WorldError where a foreign file is in the way (2,
 * nothing written) or the system refuses (3); an Error where two outputs are one file.
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
  // What is in the way goes before anything can be written: by then each output must be known to print.
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

/** Two paths that differ only in case are one file on the disks of most readers' computers. */
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

/** The manifest as it was before, unless it is another build's by now. */
function takeBack(owned: ReadonlySet<UrlPath>, outFolder: string, lock: FolderLock): void {
  try {
    lock.require();
    if (owned.size > 0) writeManifest(outFolder, owned);
    else removeManifest(outFolder);
  } catch {
    // An error is already on its way; a manifest that names too many files does no harm.
  }
}

interface Staged {
  readonly temporary: string;
  readonly file: string;
}

/** Writes each output that is missing or differs beside its place; where one fails, takes all of them back. */
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
    throw toWorldError(error, 'make the folder', folder);
  }
}

/** Removes files of ours, with folders that become empty, and counts them. What is no longer a file is not ours. */
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
    // Where an interrupted build made the folder and not the file, the folder goes all the same.
    removeEmptyFolders(outFolder, dirname(path));
  }
  return removed;
}

/** True where each folder on the way exists and none is a link. */
function isRealFolder(outFolder: string, path: string): boolean {
  let folder = outFolder;
  if (path === '.') return true;
  return path.split('/').every((part) => {
    folder = join(folder, part);
    return statEntry(folder)?.isDirectory() ?? false;
  });
}

/** Removes the folder and those around it as long as they are empty, never the out folder itself. */
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
