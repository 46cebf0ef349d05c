/** Reading list: the marks "to read", "reading" and "read" that a reader gives to papers, kept in the browser alone. */
import type { Storage } from './storage.ts';

export type Mark = 'to-read' | 'reading' | 'read';

export const MARK_NAMES: Readonly<Record<Mark, string>> = { 'to-read': 'To read', reading: 'Reading', read: 'Read' };

const MARKS = Object.keys(MARK_NAMES) as readonly Mark[];

export interface ReadingList {
  readonly get: (slug: string) => Mark | undefined;
  /** False where the browser does not keep it beyond this page. */
  readonly set: (slug: string, mark: Mark | undefined) => boolean;
  /** Adds to the marks that are there; false as above. */
  readonly add: (added: ReadonlyMap<string, Mark>) => boolean;
  /** Every marked paper. */
  readonly all: () => ReadonlyMap<string, Mark>;
  /** Calls back whenever a mark changes, in this window or another. */
  readonly watch: (changed: () => void) => void;
}

const NAME = 'reading';
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function createReadingList(storage: Storage): ReadingList {
  const watchers: (() => void)[] = [];
  const read = (): Map<string, Mark> => {
    try {
      return toMarks(JSON.parse(storage.read(NAME) ?? '{}'));
    } catch {
      return new Map();
    }
  };
  let marks = read();
  const tell = () => {
    for (const changed of watchers) changed();
  };
  const keep = () => {
    const isKept = storage.write(NAME, marks.size === 0 ? undefined : JSON.stringify(Object.fromEntries(marks)));
    tell();
    return isKept;
  };
  storage.watch(NAME, () => {
    marks = read();
    tell();
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

/** Marks from the value of a JSON text, whatever does not belong there left out. */
export function toMarks(value: object): Map<string, Mark> {
  return new Map(Object.entries(value).filter(([slug, mark]) => SLUG.test(slug) && MARKS.includes(mark)));
}

/** The mark after this one: none, to read, reading, read, none. */
export function toNextMark(mark: Mark | undefined): Mark | undefined {
  return MARKS[mark === undefined ? 0 : MARKS.indexOf(mark) + 1];
}
