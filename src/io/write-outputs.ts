/** Makes the out folder hold the outputs of this build, and what others put there, and nothing of an earlier build. */
import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Output } from '../model/output.ts';
import type { UrlPath } from '../model/url-path.ts';
import { inspectOutFolder, readBytes, statEntry } from './inspect-out.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { moveTemporary, removeAbandoned, removeTemporary, writeTemporary } from './temporary-file.ts';
import { systemCode, toWorldError } from './world-error.ts';

/** How many files of each kind there were. */
export interface WriteCount {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Writes the outputs, each file replaced atomically and only where its bytes differ; then removes the files of the
 * build before that are no longer outputs. Never touches a file that Papershelf did not write, and never leaves the
 * folder through a link.
 *
 * Everything is written beside its place before the first file is replaced, so a full disk leaves the old site whole.
 * The manifest names a file before it exists, so an interrupted build forgets none. Throws a WorldError where a
 * foreign file is in the way (2, nothing written) or the system refuses (3); an Error where two outputs are one file.
 */
export async function writeOutputs(outputs: readonly Output[], outFolder: string): Promise<WriteCount> {
  requireDistinct(outputs);
  const owned = readManifest(outFolder);
  const wanted = new Set(outputs.map((output) => output.path));
  for (const folder of new Set(['.', ...[...owned, ...wanted].map((path) => dirname(path))])) {
    if (isRealFolder(outFolder, folder)) removeAbandoned(join(outFolder, folder));
  }
  const { changed, inTheWay } = inspectOutFolder(outputs, owned, outFolder);
  makeFolder(outFolder);
  writeManifest(outFolder, new Set([...owned, ...wanted]));
  let removed = removeFiles(inTheWay, outFolder);
  const staged = stage(changed, outFolder);
  place(staged);
  removed += removeFiles(
    [...owned].filter((path) => !wanted.has(path) && !inTheWay.has(path)),
    outFolder,
  );
  writeManifest(outFolder, wanted);
  return { written: changed.length, unchanged: outputs.length - changed.length, removed };
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

/** Writes the bytes of each output beside its place; where one fails, takes all of them back. */
function stage(outputs: readonly Output[], outFolder: string): { temporary: string; file: string }[] {
  const staged: { temporary: string; file: string }[] = [];
  const made: string[] = [];
  const folders = new Set<string>();
  try {
    for (const output of outputs) {
      const file = join(outFolder, output.path);
      const folder = dirname(output.path);
      if (!folders.has(folder) && makeFolder(dirname(file)) !== undefined) made.push(folder);
      folders.add(folder);
      staged.push({ temporary: writeTemporary(file, readBytes(output)), file });
    }
  } catch (error) {
    for (const { temporary } of staged) removeTemporary(temporary);
    for (const folder of made.reverse()) removeEmptyFolders(outFolder, folder);
    throw error;
  }
  return staged;
}

function place(staged: readonly { temporary: string; file: string }[]): void {
  let placed = 0;
  try {
    for (const { temporary, file } of staged) {
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
function removeFiles(paths: Iterable<UrlPath>, outFolder: string): number {
  let removed = 0;
  for (const path of paths) {
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
