/** Selection: the papers a reader has picked, kept until the window closes, so that picking can go on over several pages. */
import type { Storage } from './storage.ts';

export interface Selection {
  readonly has: (slug: string) => boolean;
  readonly set: (slug: string, isPicked: boolean) => void;
  readonly clear: () => void;
  /** In the order of picking. */
  readonly all: () => readonly string[];
  readonly watch: (changed: () => void) => void;
}

const NAME = 'selection';

export function createSelection(storage: Storage): Selection {
  const picked = new Set((storage.read(NAME, 'sessionStorage') ?? '').split(' ').filter((slug) => slug !== ''));
  const watchers: (() => void)[] = [];
  const keep = () => {
    storage.write(NAME, picked.size === 0 ? undefined : [...picked].join(' '), 'sessionStorage');
    for (const changed of watchers) changed();
  };
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
