/** Storage: what a reader's browser keeps for this list; nothing of it leaves the browser. */
import type { Kept } from './kept.ts';

/** Never throws; a browser that keeps nothing, or lets nobody ask, is one in which nothing is kept. */
export interface Storage {
  /** What is kept, as far as it can be believed; undefined if there is none. */
  readonly read: <T>(kept: Kept<T>) => T | undefined;
  /** Keeps a text; forgets it if the text is undefined. False if the browser keeps nothing, or has no room left. */
  readonly write: (kept: Kept<unknown>, text: string | undefined) => boolean;
  /** Calls back when another page may have changed what is kept: in another window, or while this page was left. */
  readonly watch: (kept: Kept<unknown>, changed: () => void) => void;
}

/** Names are told apart by the site's own path, since several lists may share a host. */
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
        // The page works on without memory.
        return false;
      }
    },
    watch(kept, changed) {
      window.addEventListener('storage', ({ key }) => {
        // Without a key all of it was forgotten.
        if (key === null || key === toKey(kept)) changed();
      });
      // A page that comes back as it was left has heard of nothing.
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted) changed();
      });
    },
  };
}
