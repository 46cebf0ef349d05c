/** Paginate: lays groups of rows on pages, so that no page holds more than a reader or a phone can take. */
import type { View } from '../paths.ts';

/** Entries on a page of a list: with the notes themselves fewer than without. */
export const PAGE_SIZE: Readonly<Record<View, number>> = { 'without-notes': 500, 'with-notes': 50 };

export interface Group<Head, Row> {
  readonly head: Head;
  readonly rows: readonly Row[];
  /** True if the group began on the page before. */
  readonly isContinued: boolean;
}

/** Numbers of pages on either side of the current one that a pager names, besides the first and the last. */
const PAGES_AROUND = 2;

/** The pages a pager names; a number more than one beyond the one before it follows a gap. */
export function toPageNumbers(current: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === count || Math.abs(number - current) <= PAGES_AROUND,
  );
}

/** Fills pages in order; a group that does not fit goes on over the next pages. At least one page, perhaps empty. */
export function paginate<Head, Row>(
  groups: readonly { readonly head: Head; readonly rows: readonly Row[] }[],
  size: number,
): readonly (readonly Group<Head, Row>[])[] {
  const pages: Group<Head, Row>[][] = [[]];
  let room = size;
  for (const { head, rows } of groups) {
    for (let from = 0; from === 0 || from < rows.length; ) {
      if (room === 0) {
        pages.push([]);
        room = size;
      }
      const taken = rows.slice(from, from + room);
      pages.at(-1)?.push({ head, rows: taken, isContinued: from > 0 });
      room -= taken.length;
      from += Math.max(taken.length, 1);
    }
  }
  return pages;
}
