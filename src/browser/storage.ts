/** Storage: what a reader's browser keeps for this list; nothing of it leaves the browser. */

/** Where it may be kept: for good, or until the window closes. */
type Keeper = 'localStorage' | 'sessionStorage';

export interface Storage {
  /** The text kept under a name; undefined where there is none, or where the browser keeps nothing. */
  readonly read: (name: string, keeper?: Keeper) => string | undefined;
  /** Keeps a text; forgets it where the text is undefined. False where the browser keeps nothing, or has no room left. */
  readonly write: (name: string, text: string | undefined, keeper?: Keeper) => boolean;
  /** Calls back when another page may have changed what is kept under a name: in another window, or while this page was left. */
  readonly watch: (name: string, changed: () => void) => void;
}

/** The name under which the add page keeps what was typed, until the window closes. */
export const DRAFT = 'draft';

/** Names are told apart by the site's own path, since several lists may share a host. */
export function createStorage(site: URL): Storage {
  const toKey = (name: string) => `papershelf:${site.pathname}:${name}`;
  return {
    read(name, keeper = 'localStorage') {
      try {
        return window[keeper].getItem(toKey(name)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(name, text, keeper = 'localStorage') {
      try {
        if (text === undefined) window[keeper].removeItem(toKey(name));
        else window[keeper].setItem(toKey(name), text);
        return true;
      } catch {
        // The page works on without memory.
        return false;
      }
    },
    watch(name, changed) {
      window.addEventListener('storage', ({ key }) => {
        // Without a key all of it was forgotten.
        if (key === null || key === toKey(name)) changed();
      });
      // A page that comes back as it was left has heard of nothing.
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted) changed();
      });
    },
  };
}
