/** Entries: the entry of any paper as an element, taken from this page or from the files of the search, both printed by the templates. */
import type { Services } from '../load-finder.ts';
import type { Library } from './library.ts';
import { resetFold } from './remote-notes.ts';

export interface Entries {
  /** True if the entries of all these papers are here. */
  readonly has: (papers: readonly number[]) => boolean;
  /** Fetches these entries as far as they are not here; false if one cannot be had. Never rejects. */
  readonly fetch: (papers: readonly number[]) => Promise<boolean>;
  /** A new copy of the entry; undefined if it is not here. */
  readonly copy: (paper: number) => HTMLElement | undefined;
}

export function createEntries(
  library: Library,
  { site, isWithNotes }: Pick<Services, 'site' | 'isWithNotes'>,
): Entries {
  const template = document.createElement('template');

  const toCopy = (entry: HTMLElement): HTMLElement => {
    const copy = entry.cloneNode(true) as HTMLElement;
    const fold = copy.querySelector<HTMLElement>('.fold.remote');
    if (fold !== null) resetFold(fold);
    return copy;
  };

  /** Rows are printed for the top of the site, and with a fold for those who read with notes. */
  const toRow = (html: string): HTMLElement => {
    template.innerHTML = html;
    const row = template.content.firstElementChild as HTMLElement;
    for (const link of row.querySelectorAll('a')) link.href = new URL(link.getAttribute('href') ?? '', site).href;
    if (!isWithNotes) for (const part of row.querySelectorAll('.tldr, .fold')) part.remove();
    return row;
  };

  /** By the id of the entry. */
  const copiers = new Map<string, () => HTMLElement>();
  for (const entry of document.querySelectorAll<HTMLElement>('article.entry'))
    copiers.set(entry.id, () => toCopy(entry));
  const toId = (paper: number) => `paper-${library.slugs[paper]}`;
  const isHere = (paper: number) => copiers.has(toId(paper));

  return {
    has: (papers) => papers.every(isHere),
    async fetch(papers) {
      const fetches = papers.map(async (paper) => {
        if (isHere(paper)) return;
        for (const [slug, html] of Object.entries(await library.fetchRows(paper))) {
          const id = `paper-${slug}`;
          if (!copiers.has(id)) copiers.set(id, () => toRow(html));
        }
      });
      return (await Promise.allSettled(fetches)).every(({ status }) => status === 'fulfilled');
    },
    copy: (paper) => copiers.get(toId(paper))?.(),
  };
}
