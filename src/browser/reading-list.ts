/** Reading list: the marks "to read", "reading" and "read" that a reader gives to papers, kept in the browser alone. */
import type { Storage } from './storage.ts';

export type Mark = 'to-read' | 'reading' | 'read';

export const MARK_NAMES: Readonly<Record<Mark, string>> = { 'to-read': 'To read', reading: 'Reading', read: 'Read' };

const MARKS = Object.keys(MARK_NAMES) as readonly Mark[];

export interface ReadingList {
  readonly get: (slug: string) => Mark | undefined;
  readonly set: (slug: string, mark: Mark | undefined) => void;
  /** Every marked paper. */
  readonly all: () => ReadonlyMap<string, Mark>;
  /** As a file: JSON that {@link ReadingList.take} reads. */
  readonly toFile: () => string;
  /** Adds the marks of a file to those that are there; gives how many, or undefined where it is no such file. */
  readonly take: (text: string) => number | undefined;
  /** Calls back whenever a mark changes, in this window or another. */
  readonly watch: (changed: () => void) => void;
}

const NAME = 'reading';
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function createReadingList(storage: Storage): ReadingList {
  const watchers: (() => void)[] = [];
  const read = () => toMarks(storage.read(NAME)) ?? new Map<string, Mark>();
  let marks = read();
  const tell = () => {
    for (const changed of watchers) changed();
  };
  const keep = () => {
    storage.write(NAME, marks.size === 0 ? undefined : JSON.stringify(Object.fromEntries(marks)));
    tell();
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
      keep();
    },
    all: () => marks,
    toFile: () =>
      `${JSON.stringify({ format: 'papershelf-reading-list', marks: Object.fromEntries(marks) }, null, 2)}\n`,
    take(text) {
      const taken = toMarks(text, 'papershelf-reading-list');
      if (taken === undefined) return undefined;
      marks = new Map([...marks, ...taken]);
      keep();
      return taken.size;
    },
    watch: (changed) => watchers.push(changed),
  };
}

/** Marks from JSON, whatever does not belong there left out; undefined where it is something else altogether. */
function toMarks(text: string | undefined, format?: string): Map<string, Mark> | undefined {
  try {
    const value = JSON.parse(text ?? '{}');
    if (format !== undefined && value.format !== format) return undefined;
    const entries = Object.entries((format === undefined ? value : value.marks) ?? {});
    return new Map(
      entries.filter((entry): entry is [string, Mark] => SLUG.test(entry[0]) && MARKS.includes(entry[1] as Mark)),
    );
  } catch {
    return undefined;
  }
}

/** The mark after this one: none, to read, reading, read, none. */
export function toNextMark(mark: Mark | undefined): Mark | undefined {
  return MARKS[mark === undefined ? 0 : MARKS.indexOf(mark) + 1];
}
