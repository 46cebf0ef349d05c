/** Not found: `404.html`, which a host serves at any depth; its links begin at the root of the host. */
import type { Output } from '../model/output.ts';
import { toUrlPath } from '../model/url-path.ts';
import { printPage, type Workshop } from './frame.ts';
import { toHomePath } from './paths.ts';

export function emitNotFound(workshop: Workshop): readonly Output[] {
  const { site, shelf, print } = workshop;
  const link = (to: string) => shelf.basePath + (to === 'index.html' ? '' : to);
  const path = toUrlPath('404.html');
  const printBody = () =>
    print('not-found', { home: link(toHomePath('without-notes', 1)), listTitle: site.list.title });
  const options = {
    path,
    title: `Page not found · ${site.list.title}`,
    view: 'without-notes',
    hasMath: false,
    isIndexed: false,
    link,
  } as const;
  return [{ path, print: () => printPage(workshop, { ...options, body: printBody() }) }];
}
