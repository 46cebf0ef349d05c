/** New: `new.html`, the papers that joined the list last, by month. */
import type { Output } from '../model/output.ts';
import { compareText } from '../model/problem.ts';
import type { Rendered } from '../model/rendered.ts';
import { toRelativeUrl, type UrlPath } from '../model/url-path.ts';
import { toEntry } from './entry.ts';
import { printPage, type Workshop } from './frame.ts';
import { toHomePath, toNewPath } from './paths.ts';
import { hasNew } from './special-pages.ts';

/** Entries on the page, the newest; what joined earlier stands in the list. */
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

/** No page where no paper says when it joined. */
export function emitNew(workshop: Workshop): readonly Output[] {
  if (!hasNew(workshop.site)) return [];
  const path = toNewPath();
  return [{ path, print: () => printNew(workshop, path) }];
}

function printNew(workshop: Workshop, path: UrlPath): string {
  const { site, print } = workshop;
  const dated = site.papers
    .filter(({ paper }) => paper.added !== undefined)
    .toSorted((left, right) => compareText(addedOf(right), addedOf(left)));
  const shown = dated.slice(0, MOST);
  const months = [...new Set(shown.map(monthOf))].map((month) => ({
    id: `added-${month}`,
    name: `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
    count: dated.filter((rendered) => monthOf(rendered) === month).length,
    entries: shown
      .filter((rendered) => monthOf(rendered) === month)
      .map((rendered) => toEntry(workshop, rendered, { path, level: 3, year: undefined, hasNotes: false })),
  }));
  const body = print('new', {
    finder: { scope: 'added', name: '', order: 'By month added' },
    months,
    shown: shown.length,
    isCut: dated.length > shown.length,
    home: toRelativeUrl(path, toHomePath('without-notes', 1)),
    count: site.papers.length,
  });
  return printPage(workshop, {
    path,
    title: `Recently added · ${site.list.title}`,
    view: 'without-notes',
    hasMath: shown.some(({ hasTitleMath }) => hasTitleMath),
    body,
  });
}

function addedOf({ paper }: Rendered): string {
  return paper.added ?? '';
}

/** `2026-11` */
function monthOf(rendered: Rendered): string {
  return addedOf(rendered).slice(0, 7);
}
