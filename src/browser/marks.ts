/** Marks: how a reader can mark a paper. */

export type Mark = 'to-read' | 'reading' | 'read';

export const MARK_NAMES: Readonly<Record<Mark, string>> = { 'to-read': 'To read', reading: 'Reading', read: 'Read' };

const MARKS = Object.keys(MARK_NAMES) as readonly Mark[];

export function isMark(value: unknown): value is Mark {
  return MARKS.includes(value as Mark);
}

/** The mark after this one: none, to read, reading, read, none. */
export function toNextMark(mark: Mark | undefined): Mark | undefined {
  return MARKS[mark === undefined ? 0 : MARKS.indexOf(mark) + 1];
}
