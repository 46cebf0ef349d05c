/** Redirects: a page at each old name of a paper, which leads to the new one. */
import type { Output } from '../model/output.ts';
import { toRelativeUrl } from '../model/url-path.ts';
import type { Workshop } from './frame.ts';
import { toPaperPath } from './paths.ts';

export function emitRedirects({ shelf, print, site }: Workshop): readonly Output[] {
  return site.papers.flatMap(({ paper }) => {
    const target = toPaperPath(paper.slug);
    return paper.aliases.map((alias) => {
      const path = toPaperPath(alias);
      const printRedirect = () =>
        print('redirect', {
          lang: site.list.language,
          href: toRelativeUrl(path, target),
          canonical: shelf.url === undefined ? '' : shelf.url + target,
          title: paper.short ?? 'This paper',
        });
      return { path, print: printRedirect };
    });
  });
}
