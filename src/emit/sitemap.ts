/** Sitemap: `sitemap.xml` by the protocol of sitemaps.org; its URLs must be absolute, so there is none without the site's. */
import { toHtml } from '../model/html.ts';
import type { Output } from '../model/output.ts';
import { toUrlPath, type UrlPath } from '../model/url-path.ts';
import { toPublicPath, type Workshop } from './frame.ts';

/** The protocol allows 50,000 URLs in one file. */
const MOST = 50_000;

/** Lists the pages emitted so far, in their order; those no search engine may show come later in the table of outputs. */
export function emitSitemap({ shelf }: Workshop, before: readonly Output[]): readonly Output[] {
  const { url } = shelf;
  if (url === undefined) return [];
  const pages = before.map(({ path }) => path).filter((path) => path.endsWith('.html'));
  return [{ path: toUrlPath('sitemap.xml'), print: () => printSitemap(url, pages.slice(0, MOST)) }];
}

function printSitemap(url: string, pages: readonly UrlPath[]): string {
  const urls = pages.map((path) => `<url><loc>${toHtml(url + toPublicPath(path))}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
