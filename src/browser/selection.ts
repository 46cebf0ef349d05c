/** Selection: the papers that a reader has selected, kept until the window closes, so that it can span several pages. */
import { SELECTION } from './kept.ts';
import type { Storage } from './storage.ts';

export interface Selection {
  readonly has: (slug: string) => boolean;
  readonly set: (slug: string, isPicked: boolean) => void;
  readonly clear: () => void;
  /** In the order of selection. */
  readonly all: () => readonly string[];
  /** Calls back whenever the selection changes, on this page or on one that the reader returns from. */
  readonly watch: (changed: () => void) => void;
}

export function createSelection(storage: Storage): Selection {
  const read = () => new Set(storage.read(SELECTION));
  let picked = read();
  const watchers: (() => void)[] = [];
  const notify = () => {
    for (const changed of watchers) changed();
  };
  const keep = () => {
    storage.write(SELECTION, [...picked].join(' ') || undefined);
    notify();
  };
  storage.watch(SELECTION, () => {
    picked = read();
    notify();
  });
  return {
    has: (slug) => picked.has(slug),
    set(slug, isPicked) {
      if (isPicked) picked.add(slug);
      else picked.delete(slug);
      keep();
    },
    clear() {
      picked.clear();
      keep();
    },
    all: () => [...picked],
    watch: (changed) => watchers.push(changed),
  };
}
