/** Paginate: distributes groups of rows over pages, so that no page is too long for a reader or a phone. */
import type { View } from '../paths.ts';

/** Entries on a page of a list: fewer if it shows the notes. */
export const PAGE_SIZE: Readonly<Record<View, number>> = { 'without-notes': 500, 'with-notes': 40 };

/** Rows on a page of the table of all papers. */
export const TABLE_PAGE_SIZE = 1000;

export interface Group<Head, Row> {
  readonly head: Head;
  readonly rows: readonly Row[];
  /** True if the group began on an earlier page. */
  readonly isContinued: boolean;
}

/** How many pages a pager names on either side of the current one, besides the first and the last. */
const PAGES_AROUND = 2;

/** The pages that a pager names; a number more than one above its predecessor follows a gap. */
export function toPageNumbers(current: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === count || Math.abs(number - current) <= PAGES_AROUND,
  );
}

/** Fills pages in order; a group that does not fit continues on the next pages. At least one page, which may be empty. */
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
