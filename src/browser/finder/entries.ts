/** Entries: the entry of any paper as an element, taken from this page or from the pages of the home, so that what it shows is told once, by the templates. */
import type { Library } from './library.ts';

export interface Entries {
  /** Fetches the pages on which these papers stand, as far as they are not here; false where one cannot be had. Never rejects. */
  readonly fetch: (papers: readonly number[]) => Promise<boolean>;
  /** A new copy of the entry; undefined where its page is not here. */
  readonly copy: (paper: number) => HTMLElement | undefined;
}

const ARTICLE = /<article\b[^>]*\bid="paper-([a-z0-9-]+)"[\s\S]*?<\/article>/g;

/** `root` holds the entries of this page. */
export function createEntries(library: Library, root: ParentNode, site: URL): Entries {
  const here = new Map([...root.querySelectorAll<HTMLElement>('article.entry')].map((entry) => [entry.id, entry]));
  const fetched = new Map<string, { readonly html: string; readonly page: URL }>();
  const pages = new Map<number, Promise<void>>();
  const template = document.createElement('template');
  const hasEntry = (slug: string) => here.has(`paper-${slug}`) || fetched.has(slug);

  const fetchPage = async (number: number): Promise<void> => {
    const page = new URL(number === 1 ? 'index.html' : `index.${number}.html`, site);
    const response = await fetch(page);
    if (!response.ok) throw new Error(`${page}: ${response.status}`);
    for (const { 0: html, 1: slug = '' } of (await response.text()).matchAll(ARTICLE))
      fetched.set(slug, { html, page });
  };

  return {
    async fetch(papers) {
      const missing = papers.filter((paper) => !hasEntry(library.slugs[paper] as string));
      const numbers = new Set(missing.map((paper) => findPage(library, paper)));
      const fetches = [...numbers].map(async (number) => {
        const promise = pages.get(number) ?? fetchPage(number);
        pages.set(number, promise);
        try {
          await promise;
          return true;
        } catch {
          pages.delete(number);
          return false;
        }
      });
      return (await Promise.all(fetches)).every((isHere) => isHere);
    },
    copy(paper) {
      const slug = library.slugs[paper] as string;
      const original = here.get(`paper-${slug}`);
      if (original !== undefined) return original.cloneNode(true) as HTMLElement;
      const found = fetched.get(slug);
      if (found === undefined) return undefined;
      template.innerHTML = found.html;
      const entry = template.content.firstElementChild as HTMLElement;
      for (const link of entry.querySelectorAll('a')) {
        link.href = new URL(link.getAttribute('href') ?? '', found.page).href;
      }
      return entry;
    },
  };
}

function findPage({ pages }: Library, paper: number): number {
  return pages.findLastIndex((first) => first <= paper) + 1;
}
