/** Watches folders for changes by anybody: editors, git, the owner. */
import { basename, dirname, join, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';

export interface WatchedFolder {
  /** Absolute. */
  readonly folder: string;
  /** Tells the names of files and folders in it that nobody watches. */
  readonly isLeftAlone?: (name: string) => boolean;
}

export interface Watching {
  /**
   * Absolute paths that were made, changed or removed since the last call, as soon as there are any; `undefined` once
   * nobody watches any more.
   */
  readonly next: () => Promise<readonly string[] | undefined>;
  readonly close: () => Promise<void>;
}

/** Editors and git change several files, and one file several times, at once: what happens within so many milliseconds is one change. */
const GATHERED = 15;

/**
 * Watches until it is closed or the signal says so. A folder may be missing, be removed and come back: the folder around
 * each is watched too, though nothing else in it is told. Names that begin with a dot or end in a tilde are editors' own
 * and are left out.
 */
export async function watch(watched: readonly WatchedFolder[], signal: AbortSignal): Promise<Watching> {
  const folders = watched.map(({ folder }) => folder);
  const isLeftOut = (path: string) =>
    isEditors(path) ||
    watched.some(
      ({ folder, isLeftAlone }) =>
        isLeftAlone !== undefined &&
        path.startsWith(folder + sep) &&
        path
          .slice(folder.length + sep.length)
          .split(sep)
          .some(isLeftAlone),
    );
  const isInside = (path: string) => folders.some((folder) => path === folder || path.startsWith(folder + sep));
  const around = new Set(folders.map((folder) => dirname(folder)));
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let wake = () => {};
  const settle = () => {
    timer = undefined;
    wake();
  };
  const notice = (path: string) => {
    if (!isInside(path) || isLeftOut(path)) return;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(settle, GATHERED);
  };
  const watcher = watchFiles([...around], {
    ignored: (path) => !around.has(path) && (!isInside(path) || isLeftOut(path)),
    ignoreInitial: true,
    atomic: false,
  });
  // What it tells of a file twice within 50 ms it tells once: the system's own events, told beside, are all of them.
  watcher.on('all', (_, path) => notice(path));
  watcher.on('raw', (_, name, details) => {
    const { watchedPath } = details as { watchedPath?: string };
    if (watchedPath !== undefined && !isLeftOut(join(watchedPath, name ?? ''))) notice(watchedPath);
  });
  // A folder that may not be read is told when it is read for the site.
  watcher.on('error', () => notice(folders[0] as string));
  await new Promise<void>((resolve) => watcher.on('ready', resolve));
  const end = () => {
    isOver = true;
    clearTimeout(timer);
    settle();
  };
  signal.addEventListener('abort', end);
  return {
    async next() {
      while (!isOver && (changed.size === 0 || timer !== undefined)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const paths = isOver ? undefined : [...changed].sort();
      changed.clear();
      return paths;
    },
    async close() {
      signal.removeEventListener('abort', end);
      end();
      await watcher.close();
    },
  };
}

function isEditors(path: string): boolean {
  const name = basename(path);
  return name.startsWith('.') || name.endsWith('~');
}
