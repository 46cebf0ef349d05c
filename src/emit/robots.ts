/** Robots: `robots.txt` by RFC 9309, which lets everybody in and names the sitemap. */
import type { Output } from '../model/output.ts';
import { toUrlPath } from '../model/url-path.ts';
import type { Workshop } from './frame.ts';

export function emitRobots({ shelf }: Workshop): readonly Output[] {
  const sitemap = shelf.url === undefined ? '' : `\nSitemap: ${shelf.url}sitemap.xml\n`;
  return [{ path: toUrlPath('robots.txt'), print: () => `User-agent: *\nAllow: /\n${sitemap}` }];
}
