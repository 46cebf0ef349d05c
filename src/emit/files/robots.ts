/** Robots: `robots.txt` (RFC 9309), which allows everything and names the sitemap. */
import { toUrlPath, type UrlPath } from '../../model/url-path.ts';
import type { Press } from '../press.ts';

export function planRobots(): { path: UrlPath; kind: 'robots'; parts: Record<string, never> } {
  return { path: toUrlPath('robots.txt'), kind: 'robots', parts: {} };
}

export function printRobots(_: Record<string, never>, { data }: Press): string {
  const sitemap = data.url === undefined ? '' : `\nSitemap: ${data.url}sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
