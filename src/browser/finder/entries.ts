/** Entries: the entry of any paper as an element, taken from this page or from the files of the search, both printed by the templates. */
import type { Library } from './library.ts';

export interface Entries {
  /** Fetches these entries as far as they are not here; false if one cannot be had. Never rejects. */
  readonly fetch: (papers: readonly number[]) => Promise<boolean>;
  /** A new copy of the entry; undefined if it is not here. */
  readonly copy: (paper: number) => HTMLElement | undefined;
}

/** `root` holds the entries of this page. */
export function createEntries(library: Library, root: ParentNode, site: URL): Entries {
  const here = new Map([...root.querySelectorAll<HTMLElement>('article.entry')].map((entry) => [entry.id, entry]));
  const fetched = new Map<string, string>();
  const template = document.createElement('template');
  const slugOf = (paper: number) => library.slugs[paper] as string;
  const hasEntry = (slug: string) => here.has(`paper-${slug}`) || fetched.has(slug);

  return {
    async fetch(papers) {
      const missing = papers.filter((paper) => !hasEntry(slugOf(paper)));
      const fetches = missing.map(async (paper) => {
        try {
          for (const [slug, html] of Object.entries(await library.fetchRows(paper))) fetched.set(slug, html);
          return true;
        } catch {
          return false;
        }
      });
      return (await Promise.all(fetches)).every((isHere) => isHere);
    },
    copy(paper) {
      const slug = slugOf(paper);
      const original = here.get(`paper-${slug}`);
      if (original !== undefined) return original.cloneNode(true) as HTMLElement;
      const html = fetched.get(slug);
      if (html === undefined) return undefined;
      template.innerHTML = html;
      const entry = template.content.firstElementChild as HTMLElement;
      for (const link of entry.querySelectorAll('a')) link.href = new URL(link.getAttribute('href') ?? '', site).href;
      return entry;
    },
  };
}
