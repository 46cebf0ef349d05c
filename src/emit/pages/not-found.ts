/** Not found: `404.html`, which a host serves at any depth. */
import { toUrlPath, type UrlPath } from '../../model/url-path.ts';
import { type PageParts, printPage, toLink } from '../parts/page.ts';
import { toHomePath } from '../paths.ts';
import type { Press } from '../press.ts';

export interface NotFoundParts {
  readonly page: PageParts;
}

export function planNotFound(title: string): { readonly path: UrlPath; kind: 'not-found'; parts: NotFoundParts } {
  const path = toUrlPath('404.html');
  const page: PageParts = {
    path,
    title: `Page not found · ${title}`,
    view: 'without-notes',
    hasMath: false,
    isIndexed: false,
    isServedAnywhere: true,
  };
  return { path, kind: 'not-found', parts: { page } };
}

export function printNotFound({ page }: NotFoundParts, press: Press): string {
  const home = toLink(press.data, page)(toHomePath('without-notes', 1));
  return printPage(press, page, press.print('not-found', { home, listTitle: press.data.list.title }));
}
