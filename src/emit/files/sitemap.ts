/** Sitemap: `sitemap.xml` (sitemaps.org). Its URLs must be absolute, so there isn't one if the site has no URL. */
import { toHtml } from '../../model/html.ts';
import { compareText } from '../../model/problem.ts';
import { toUrlPath, type UrlPath } from '../../model/url-path.ts';
import { toPublicPath } from '../parts/page.ts';
import type { Press } from '../press.ts';

/** The protocol allows 50,000 URLs in one file, and as many files in an index. */
const MOST = 50_000;

/** Pages, or in an index the files that list them. */
export type SitemapParts = { readonly pages: readonly UrlPath[] } | { readonly files: readonly UrlPath[] };

interface SitemapOutput {
  readonly path: UrlPath;
  readonly kind: 'sitemap';
  readonly parts: SitemapParts;
}

/**
 * Lists these pages by path, so that it changes only if one is added or removed. More than `most` are divided among
 * `sitemap.1.xml`, `sitemap.2.xml` and so on, and `sitemap.xml` is the index of these files.
 */
export function planSitemap(pages: readonly UrlPath[], most = MOST): readonly SitemapOutput[] {
  const kind = 'sitemap';
  const path = toUrlPath('sitemap.xml');
  const sorted = pages.toSorted(compareText);
  if (sorted.length <= most) return [{ path, kind, parts: { pages: sorted } }];
  const files = Array.from(
    { length: Math.ceil(sorted.length / most) },
    (_, index): SitemapOutput => ({
      path: toUrlPath(`sitemap.${index + 1}.xml`),
      kind,
      parts: { pages: sorted.slice(index * most, (index + 1) * most) },
    }),
  );
  return [{ path, kind, parts: { files: files.map((file) => file.path) } }, ...files];
}

export function printSitemap(parts: SitemapParts, { data }: Press): string {
  return 'files' in parts
    ? toXml(data, 'sitemapindex', 'sitemap', parts.files)
    : toXml(data, 'urlset', 'url', parts.pages);
}

function toXml({ url = '' }: Press['data'], root: string, element: string, paths: readonly UrlPath[]): string {
  const lines = paths.map((path) => `<${element}><loc>${toHtml(url + toPublicPath(path))}</loc></${element}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</${root}>\n`;
}
