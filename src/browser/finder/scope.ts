/** Scope: the part of the list that a page shows. */
import type { Holdings } from './filter.ts';
import type { Library } from './library.ts';

export interface Scope {
  /** What the page is called, and its papers; missing where it is the whole list. */
  readonly name?: string;
  readonly papers?: readonly number[];
  /** How the papers stand on the page. */
  readonly order: 'list' | 'newest' | 'added';
}

/** From what the template says of the page: `topic:clip-nerf`, `year:2021`, `added`. */
export function readScope(form: HTMLElement, { years }: Library, holdings: Holdings): Scope {
  const { scope, scopeName } = form.dataset;
  if (scope === 'added') return { order: scope };
  if (scope === undefined || scopeName === undefined) return { order: 'list' };
  const [facet = '', slug = ''] = scope.split(':');
  const papers =
    facet === 'year' ? years.flatMap((year, paper) => (String(year) === slug ? [paper] : [])) : holdings(facet, slug);
  return { name: scopeName, papers, order: facet === 'topic' ? 'list' : 'newest' };
}
