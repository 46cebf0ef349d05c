/** Sitemap: `sitemap.xml` (sitemaps.org). Its URLs must be absolute, so there isn't one if the site has no URL. */
import { toHtml } from '../../model/html.ts';
import { compareText } from '../../model/problem.ts';
import { toUrlPath, type UrlPath } from '../../model/url-path.ts';
import { toPublicPath } from '../parts/page.ts';
import type { Press } from '../press.ts';

/** The protocol allows 50,000 URLs in one file. */
const MOST = 50_000;

export interface SitemapParts {
  readonly pages: readonly UrlPath[];
}

/** Lists these pages by path, so that it changes only if one is added or removed. */
export function planSitemap(pages: readonly UrlPath[]): { path: UrlPath; kind: 'sitemap'; parts: SitemapParts } {
  return {
    path: toUrlPath('sitemap.xml'),
    kind: 'sitemap',
    parts: { pages: pages.toSorted(compareText).slice(0, MOST) },
  };
}

export function printSitemap({ pages }: SitemapParts, { data }: Press): string {
  const urls = pages.map((path) => `<url><loc>${toHtml((data.url ?? '') + toPublicPath(path))}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
