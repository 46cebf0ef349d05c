/** Storage: what a reader's browser keeps for this list; none of it leaves the browser. */
import type { Kept } from './kept.ts';

/** Never throws; if the browser keeps nothing or denies access, it counts as empty. */
export interface Storage {
  /** The valid part of the stored value; undefined if nothing is stored. */
  readonly read: <T>(kept: Kept<T>) => T | undefined;
  /** Keeps a text, or forgets it if the text is undefined. False if the browser keeps nothing or has no space left. */
  readonly write: (kept: Kept<unknown>, text: string | undefined) => boolean;
  /** Calls back when another page may have changed what is kept: in another window, or while the reader was away. */
  readonly watch: (kept: Kept<unknown>, changed: () => void) => void;
}

/** Names include the path of the site, since several lists may share a host. */
export function createStorage(site: URL): Storage {
  const toKey = ({ name }: Kept<unknown>) => `papershelf:${site.pathname}:${name}`;
  return {
    read(kept) {
      try {
        const text = window[kept.keeper].getItem(toKey(kept));
        return text === null ? undefined : kept.parse(text);
      } catch {
        return undefined;
      }
    },
    write(kept, text) {
      try {
        if (text === undefined) window[kept.keeper].removeItem(toKey(kept));
        else window[kept.keeper].setItem(toKey(kept), text);
        return true;
      } catch {
        // The page works without it.
        return false;
      }
    },
    watch(kept, changed) {
      window.addEventListener('storage', ({ key }) => {
        // Without a key, everything was cleared.
        if (key === null || key === toKey(kept)) changed();
      });
      // A page restored from the cache has missed all changes.
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted) changed();
      });
    },
  };
}
