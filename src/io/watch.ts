/** Watch: watches folders for changes by editors, git or the owner. */
import { basename, dirname, join, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';

export interface WatchedFolder {
  /** Absolute. */
  readonly folder: string;
  /** True for the names of files and folders in it that are not watched. */
  readonly isLeftAlone?: (name: string) => boolean;
}

export interface Watching {
  /**
   * Absolute paths that were created, changed or removed since the last call, as soon as there are any; `undefined` once
   * the watching has ended.
   */
  readonly next: () => Promise<readonly string[] | undefined>;
  readonly close: () => Promise<void>;
}

/** Editors and git change several files, or one file several times, in a row: within this many milliseconds it is one change. */
const GATHERED = 15;

/**
 * Watches until it is closed or the signal aborts. A folder may be missing, be removed and come back: its parent is
 * watched too, though nothing else in there is reported. Names that begin with a dot or end in a tilde belong to editors
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
  // The library reports a file only once within 50 ms; the system's raw events, which we listen to as well, are complete.
  watcher.on('all', (_, path) => notice(path));
  watcher.on('raw', (_, name, details) => {
    const { watchedPath } = details as { watchedPath?: string };
    if (watchedPath !== undefined && !isLeftOut(join(watchedPath, name ?? ''))) notice(watchedPath);
  });
  // A folder that cannot be read is reported when it is read for the site.
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
