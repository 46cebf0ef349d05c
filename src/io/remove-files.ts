/** Remove files: removes files that Papershelf wrote, and the folders that become empty. */
import { rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UrlPath } from '../model/url-path.ts';
import type { FolderLock } from './folder-lock.ts';
import { statEntry } from './inspect-out.ts';
import { systemCode, toWorldError } from './world-error.ts';

/** Removes our files, along with folders that become empty, and counts them. What is no longer a file isn't ours. */
export function removeFiles(paths: Iterable<UrlPath>, outFolder: string, lock: FolderLock): number {
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
export function isRealFolder(outFolder: string, path: string): boolean {
  let folder = outFolder;
  if (path === '.') return true;
  return path.split('/').every((part) => {
    folder = join(folder, part);
    return statEntry(folder)?.isDirectory() ?? false;
  });
}

/** Removes the folder and its parents as long as they are empty, but never the out folder itself. */
export function removeEmptyFolders(outFolder: string, path: string): void {
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
