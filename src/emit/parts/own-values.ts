/** Own values: what a paper says in a field that its list declares, as pages show it. */
import type { Facet } from '../../model/facets.ts';
import type { OwnField } from '../../model/own-field.ts';
import type { UrlPath } from '../../model/url-path.ts';
import { type BylineCard, toValueLinks } from './byline.ts';

/** Text, which may lead somewhere. */
export interface ValueView {
  readonly text: string;
  readonly href?: string;
}

/** The values on the page at `path`: those of a facet lead to their pages, an address to where it says. */
export function toOwnValues(
  card: BylineCard,
  { name, type }: Pick<OwnField, 'name' | 'type'>,
  facets: readonly Facet[],
  path: UrlPath,
): readonly ValueView[] {
  const facet = facets.find(({ kind }) => kind === name);
  if (facet !== undefined) return toValueLinks(card, facet, path).map(({ label, href }) => ({ text: label, href }));
  const values = card.own?.[name] ?? [];
  if (type === 'url') return values.map((href) => ({ text: toShownAddress(href), href }));
  if (type === 'flag') return values.map((value) => ({ text: value === 'yes' ? 'Yes' : 'No' }));
  return values.map((text) => ({ text }));
}

/** Without what all addresses have in common. */
function toShownAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
