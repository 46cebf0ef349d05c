/** OpenSearch: `opensearch.xml`, by which browsers offer to search the list (OpenSearch 1.1). It holds absolute addresses. */
import type { UrlPath } from '../../model/url-path.ts';
import { toXml } from '../parts/xml.ts';
import { toAssetPath, toOpenSearchPath } from '../paths.ts';
import type { Press } from '../press.ts';

interface OpenSearchOutput {
  readonly path: UrlPath;
  readonly kind: 'opensearch';
  readonly parts: Record<string, never>;
}

/** Browsers show so many characters of a name. */
const LONGEST_NAME = 16;

export function planOpenSearch(): OpenSearchOutput {
  return { path: toOpenSearchPath(), kind: 'opensearch', parts: {} };
}

export function printOpenSearch(_: Record<string, never>, { data }: Press): string {
  const { url = '', list, assets } = data;
  const icon = assets['favicon.svg'];
  const name = Array.from(list.title).slice(0, LONGEST_NAME).join('').trim();
  const lines = [
    `<ShortName>${toXml(name)}</ShortName>`,
    `<Description>${toXml(list.description ?? list.title)}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    ...(icon === undefined ? [] : [`<Image type="image/svg+xml">${toXml(url + toAssetPath(icon))}</Image>`]),
    `<Url type="text/html" template="${toXml(url)}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${toXml(url + toOpenSearchPath())}"/>`,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n${lines.join('\n')}\n</OpenSearchDescription>\n`;
}
