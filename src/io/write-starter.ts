/** Write starter: writes the files that a new list begins with, replacing none that exist. */
import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toPrintable } from './printable.ts';
import type { StarterFile } from './read-starter.ts';
import { moveTemporary, removeTemporary, writeTemporary } from './temporary-file.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

export interface StarterWritten {
  readonly written: readonly string[];
  /** Paths of files that already existed, and `papers/` if there were papers. */
  readonly kept: readonly string[];
}

/**
 * Writes what is missing in the folder, which is created if it does not exist. An existing file stays as it is; nothing is
 * added to a `papers/` folder that isn't empty. Throws a WorldError (2) before anything is written if a folder is in the
 * place of a file or the other way round, (3) if the system refuses.
 */
export function writeStarter(files: readonly StarterFile[], folder: string): StarterWritten {
  const hasPapers = holdsAnything(join(folder, 'papers'));
  const wanted = files.filter(({ path }) => !hasPapers || !path.startsWith('papers/'));
  for (const { path } of wanted) requirePlace(folder, path);
  const missing = wanted.filter(({ path }) => statOf(join(folder, path)) === undefined);
  const staged: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { path, content } of missing) {
      makeFolder(dirname(join(folder, path)));
      staged.push({ temporary: writeTemporary(join(folder, path), Buffer.from(content)), path });
    }
    const written = staged.filter(({ temporary, path }) => placeNew(temporary, join(folder, path)));
    const paths = new Set(written.map(({ path }) => path));
    const kept = wanted.map(({ path }) => path).filter((path) => !paths.has(path));
    return { written: [...paths], kept: hasPapers ? [...kept, 'papers/'] : kept };
  } finally {
    for (const { temporary } of staged) removeTemporary(temporary);
  }
}

/** Every folder along the path must be a folder or missing, and what is in the file's place must be a file. */
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
      `\`${toPrintable(join(folder, path))}\` is a folder, but a file belongs there; rename the folder first.`,
      2,
    );
  }
}

/** A link is created only if nothing is there, so a file that appeared meanwhile is safe; returns false for such a file. */
function placeNew(temporary: string, file: string): boolean {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
  }
  // A file system without hard links.
  if (statOf(file) !== undefined) return false;
  moveTemporary(temporary, file);
  return true;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toWorldError(error, 'create the folder', folder);
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
