/** Sitemap: `sitemap.xml` by the protocol of sitemaps.org; its URLs must be absolute, so there is none without the site's. */
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

/** Lists these pages by path, so that it changes only if one comes or goes. */
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
