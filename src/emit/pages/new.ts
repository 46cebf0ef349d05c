/** New: `new.html`, the papers added to the list most recently, by month. */
import type { PlacedCard } from '../../model/card.ts';
import { compareText } from '../../model/problem.ts';
import type { Site } from '../../model/site.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { toEntry } from '../parts/entry.ts';
import { type PageParts, printPage, withFeed } from '../parts/page.ts';
import { toFeedPath, toHomePath, toNewPath } from '../paths.ts';
import type { Press } from '../press.ts';
import { hasNew } from '../special-pages.ts';

/** The number of entries on the page, the newest; papers added earlier are in the list. */
const MOST = 200;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export interface NewParts {
  readonly page: PageParts;
  readonly months: readonly {
    /** `2026-11` */
    readonly month: string;
    readonly count: number;
    readonly cards: readonly PlacedCard[];
  }[];
  /** The number of papers in the list, if not all of them are here. */
  readonly total?: number;
}

/** No page if no paper says when it was added. */
export function planNew(
  { list, cards }: Site,
  feeds: ReadonlySet<UrlPath>,
): { path: UrlPath; kind: 'new'; parts: NewParts }[] {
  if (!hasNew(cards)) return [];
  const path = toNewPath();
  const dated = cards
    .filter(({ added }) => added !== undefined)
    .toSorted((left, right) => compareText(right.added ?? '', left.added ?? ''));
  const shown = dated.slice(0, MOST);
  const page: PageParts = {
    path,
    title: `Recently added · ${list.title}`,
    view: 'without-notes',
    hasMath: shown.some(({ hasTitleMath }) => hasTitleMath),
    ...withFeed(toFeedPath('xml'), list.title, feeds),
  };
  const months = [...new Set(shown.map(monthOf))].map((month) => ({
    month,
    count: dated.filter((card) => monthOf(card) === month).length,
    cards: shown.filter((card) => monthOf(card) === month),
  }));
  const total = dated.length > shown.length ? { total: cards.length } : {};
  return [{ path, kind: 'new', parts: { page, months, ...total } }];
}

/** `2026-11` */
function monthOf({ added }: PlacedCard): string {
  return added?.slice(0, 7) ?? '';
}

export function printNew({ page, months, total }: NewParts, press: Press): string {
  const { path } = page;
  const body = press.print('new', {
    finder: { scope: 'added', name: '', order: 'By month added' },
    months: months.map(({ month, count, cards }) => ({
      id: `added-${month}`,
      name: `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
      count,
      entries: cards.map((card) => toEntry(card, { path, facets: press.facets, level: 3 })),
    })),
    shown: months.reduce((sum, { cards }) => sum + cards.length, 0),
    isCut: total !== undefined,
    home: toRelativeUrl(path, toHomePath('without-notes', 1)),
    feed: page.feed === undefined ? '' : toRelativeUrl(path, page.feed.path),
    count: total ?? '',
  });
  return printPage(press, page, body);
}
