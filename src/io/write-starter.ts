/** Writes the files with which a new list begins, and replaces none that is there. */
import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toPrintable } from './printable.ts';
import type { StarterFile } from './read-starter.ts';
import { moveTemporary, removeTemporary, writeTemporary } from './temporary-file.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

export interface StarterWritten {
  readonly written: readonly string[];
  /** Paths of files that were there already, and `papers/` where the papers were. */
  readonly kept: readonly string[];
}

/**
 * Writes what is missing in the folder, which is made where it does not exist. A file that is there stays as it is; in a
 * folder `papers/` that holds anything nothing is added. Throws a WorldError (2) before anything is written where a
 * folder and a file would stand in one place, (3) where the system refuses.
 */
export function writeStarter(files: readonly StarterFile[], folder: string): StarterWritten {
  const hasPapers = holdsAnything(join(folder, 'papers'));
  const wanted = files.filter(({ path }) => !hasPapers || !path.startsWith('papers/'));
  for (const { path } of wanted) requirePlace(folder, path);
  const missing = wanted.filter(({ path }) => statOf(join(folder, path)) === undefined);
  const staged: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { path, text } of missing) {
      makeFolder(dirname(join(folder, path)));
      staged.push({ temporary: writeTemporary(join(folder, path), Buffer.from(text)), path });
    }
    const written = staged.filter(({ temporary, path }) => placeNew(temporary, join(folder, path)));
    const paths = new Set(written.map(({ path }) => path));
    const kept = wanted.map(({ path }) => path).filter((path) => !paths.has(path));
    return { written: [...paths], kept: hasPapers ? [...kept, 'papers/'] : kept };
  } finally {
    for (const { temporary } of staged) removeTemporary(temporary);
  }
}

/** Every folder on the way is a folder or missing, and what stands in the file's place is a file. */
function requirePlace(folder: string, path: string): void {
  for (let parent = dirname(join(folder, path)); ; parent = dirname(parent)) {
    if (existsSync(parent)) {
      if (!isFolder(parent)) throw new WorldError(`\`${toPrintable(parent)}\` is a file, not a folder.`, 2);
      break;
    }
    if (parent === dirname(parent)) break;
  }
  if (isFolder(join(folder, path))) {
    throw new WorldError(
      `\`${toPrintable(join(folder, path))}\` is a folder where a file belongs; rename it first.`,
      2,
    );
  }
}

/** A link is made only where nothing stands, so that a file which appeared meanwhile is safe too; false for one that did. */
function placeNew(temporary: string, file: string): boolean {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
  }
  // A disk that knows no hard links.
  if (statOf(file) !== undefined) return false;
  moveTemporary(temporary, file);
  return true;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toWorldError(error, 'make the folder', folder);
  }
}

function holdsAnything(folder: string): boolean {
  if (!isFolder(folder)) return false;
  try {
    return readdirSync(folder).length > 0;
  } catch (error) {
    throw toWorldError(error, 'read', folder);
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
