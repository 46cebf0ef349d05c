/** Open cache: where the store of a list is on disk. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { toFingerprint } from './fingerprint.ts';
import { openStore, type Store } from './store.ts';

/** The folder next to `papersFolder` in which the store of its list is. */
function toCacheFolder(papersFolder: string): string {
  return join(dirname(papersFolder), 'node_modules', '.cache', 'papershelf', basename(papersFolder));
}

/** The store of a list; in memory, for this run alone, unless `isKept`. */
export function openCache(papersFolder: string, isKept: boolean): Store {
  if (!isKept) return openStore(undefined, toFingerprint());
  const folder = toCacheFolder(papersFolder);
  hideFromGit(folder);
  return openStore(folder, toFingerprint());
}

/** Whatever the owner's `.gitignore` says, the cache is not part of the list. */
function hideFromGit(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {
    // It is there already, or nothing can be written.
  }
}
