/** Not found: `404.html`, which a host serves at any depth. */
import { FACETS } from '../../model/facets.ts';
import { toUrlPath, type UrlPath } from '../../model/url-path.ts';
import type { Pageless } from '../parts/author-pages.ts';
import { type PageParts, printPage, toAssetUrl, toLink } from '../parts/page.ts';
import { toHomePath } from '../paths.ts';
import type { Press } from '../press.ts';

export interface NotFoundParts {
  readonly page: PageParts;
  /** The facets some of whose values have no page: old addresses of those lead to the search. */
  readonly searched: readonly string[];
}

export function planNotFound(
  title: string,
  pageless: Pageless,
): { readonly path: UrlPath; kind: 'not-found'; parts: NotFoundParts } {
  const path = toUrlPath('404.html');
  const page: PageParts = {
    path,
    title: `Page not found · ${title}`,
    view: 'without-notes',
    hasMath: false,
    isIndexed: false,
    isServedAnywhere: true,
  };
  const searched = Object.keys(pageless).filter((kind) => pageless[kind]?.length);
  return { path, kind: 'not-found', parts: { page, searched } };
}

export function printNotFound({ page, searched }: NotFoundParts, { data, print, ...press }: Press): string {
  const link = toLink(data, page);
  const body = print('not-found', {
    home: link(toHomePath('without-notes', 1)),
    listTitle: data.list.title,
    script: searched.length === 0 ? '' : toAssetUrl(data, 'find-moved.js', link),
    root: data.basePath,
    searched: searched.map((kind) => `${kind}:${FACETS.find((facet) => facet.kind === kind)?.parameter}`).join(' '),
  });
  return printPage({ data, print, ...press }, page, body);
}
