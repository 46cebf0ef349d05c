/** Pager: the links between the pages of a long list. */
import { toPageNumbers } from './paginate.ts';

export interface PagerView {
  /** Empty if one page holds everything. */
  readonly pages: readonly {
    readonly number: number;
    readonly href: string;
    readonly isCurrent: boolean;
    readonly isAfterGap: boolean;
  }[];
  /** Empty on the first page. */
  readonly previous: string;
  /** Empty on the last page. */
  readonly next: string;
}

/** The pager of page `current` of `count`. */
export function toPager(current: number, count: number, link: (page: number) => string): PagerView {
  const numbers = count === 1 ? [] : toPageNumbers(current, count);
  return {
    pages: numbers.map((number, index) => ({
      number,
      href: link(number),
      isCurrent: number === current,
      isAfterGap: number - (numbers[index - 1] ?? 0) > 1,
    })),
    previous: current > 1 ? link(current - 1) : '',
    next: current < count ? link(current + 1) : '',
  };
}
