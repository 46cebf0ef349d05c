/** Views: remembers whether the reader wants lists with or without notes, and goes there. */
import { VIEW } from './kept.ts';
import type { Storage } from './storage.ts';

/** What the page says about itself, if it is a page of a list. */
export interface ViewPlace {
  readonly view: string | undefined;
  /** The same page in the other view, relative. */
  readonly other: string | undefined;
}

/**
 * If a reader arrives at a list in one view but last chose the other, goes on to that one. Not for links to an entry, and
 * not after Back: a page once shown stays reachable.
 */
export function followView(storage: Storage, { view, other }: ViewPlace): void {
  const wanted = storage.read(VIEW);
  if (view === undefined || other === undefined || wanted === undefined || wanted === view) return;
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (location.hash !== '' || entry?.type !== 'navigate') return;
  location.replace(new URL(other.split('#')[0] + location.search, location.href));
}

/** Keeps the choice when the switch is used, and carries the query over. */
export function bindViews(storage: Storage, { view }: ViewPlace): void {
  document.querySelector('.views')?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a');
    if (link === null || view === undefined) return;
    const isSame = link.hasAttribute('aria-current');
    storage.write(VIEW, isSame ? view : view === 'with-notes' ? 'without-notes' : 'with-notes');
    if (!isSame && location.search !== '') link.search = location.search;
  });
}
