/** Redirect: a page at each former name of a paper, which leads to the current one. */
import type { Site } from '../../model/site.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { toPaperPath } from '../paths.ts';
import type { Press } from '../press.ts';

export interface RedirectParts {
  readonly path: UrlPath;
  readonly target: UrlPath;
  readonly title: string;
}

export function planRedirects({ cards }: Site): { path: UrlPath; kind: 'redirect'; parts: RedirectParts }[] {
  return cards.flatMap(({ slug, short, aliases }) =>
    aliases.map((alias) => {
      const path = toPaperPath(alias);
      return { path, kind: 'redirect', parts: { path, target: toPaperPath(slug), title: short ?? 'This paper' } };
    }),
  );
}

export function printRedirect({ path, target, title }: RedirectParts, { data, print }: Press): string {
  return print('redirect', {
    lang: data.list.language,
    href: toRelativeUrl(path, target),
    canonical: data.url === undefined ? '' : data.url + target,
    title,
  });
}
