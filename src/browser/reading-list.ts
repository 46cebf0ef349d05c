/** Reading list: the marks "to read", "reading" and "read" that a reader gives papers, kept only in the browser. */
import { READING } from './kept.ts';
import type { Mark } from './marks.ts';
import type { Storage } from './storage.ts';

export interface ReadingList {
  readonly get: (slug: string) => Mark | undefined;
  /** False if the browser does not keep it beyond this page. */
  readonly set: (slug: string, mark: Mark | undefined) => boolean;
  /** Adds to the existing marks; returns false as above. */
  readonly add: (added: ReadonlyMap<string, Mark>) => boolean;
  /** Every marked paper. */
  readonly all: () => ReadonlyMap<string, Mark>;
  /** Calls back whenever a mark changes, in this window or another. */
  readonly watch: (changed: () => void) => void;
}

export function createReadingList(storage: Storage): ReadingList {
  const watchers: (() => void)[] = [];
  const read = () => new Map(storage.read(READING));
  let marks = read();
  const notify = () => {
    for (const changed of watchers) changed();
  };
  const keep = () => {
    const isKept = storage.write(READING, marks.size === 0 ? undefined : JSON.stringify(Object.fromEntries(marks)));
    notify();
    return isKept;
  };
  storage.watch(READING, () => {
    marks = read();
    notify();
  });
  return {
    get: (slug) => marks.get(slug),
    set(slug, mark) {
      if (mark === undefined) marks.delete(slug);
      else marks.set(slug, mark);
      return keep();
    },
    add(added) {
      marks = new Map([...marks, ...added]);
      return keep();
    },
    all: () => marks,
    watch: (changed) => watchers.push(changed),
  };
}
