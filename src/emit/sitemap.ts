/** Sitemap: `sitemap.xml` by the protocol of sitemaps.org, and `robots.txt` by RFC 9309; URLs must be absolute. */
import { toHtml } from '../model/html.ts';
import type { Output } from '../model/output.ts';
import { toUrlPath } from '../model/url-path.ts';
import { toPublicPath, type Workshop } from './frame.ts';

/** The protocol allows 50,000 URLs in one file. */
const MOST = 50_000;

/** Lists every page that a search engine may show, in the order in which they were emitted. */
export function emitSitemap({ shelf, site }: Workshop, pages: readonly Output[]): readonly Output[] {
  const robots = { path: toUrlPath('robots.txt') };
  if (shelf.url === undefined) return [{ ...robots, content: 'User-agent: *\nAllow: /\n' }];
  const aliases = new Set<string>(
    site.papers.flatMap(({ paper }) => paper.aliases.map((alias) => `papers/${alias}.html`)),
  );
  const urls = pages
    .filter(({ path }) => path.endsWith('.html') && path !== '404.html' && !aliases.has(path))
    .slice(0, MOST)
    .map(({ path }) => `<url><loc>${toHtml(shelf.url + toPublicPath(path))}</loc></url>\n`);
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
  return [
    { path: toUrlPath('sitemap.xml'), content },
    { ...robots, content: `User-agent: *\nAllow: /\n\nSitemap: ${shelf.url}sitemap.xml\n` },
  ];
}
