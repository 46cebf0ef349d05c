/** Author pages: which authors of a long list have no page of their own, and where their names lead instead. */
import type { PlacedCard } from '../../model/card.ts';
import { FACETS } from '../../model/facets.ts';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { toFacetPath, toHomePath } from '../paths.ts';

/** In a list with more papers, an author with a single paper has no page: most pages of the site would be theirs. */
export const MOST_WITH_ALL_AUTHORS = 2000;

/** The facets whose values may have no page. */
const PEOPLE = FACETS.filter(({ identity }) => identity === 'person');

/** By facet, the values without a page. */
export type Pageless = Readonly<Record<string, readonly Slug[]>>;

/** Empty unless the list is long. */
export function findPageless({ cards, facets }: Site): Pageless {
  if (cards.length <= MOST_WITH_ALL_AUTHORS) return {};
  return Object.fromEntries(
    PEOPLE.map(({ kind }) => [
      kind,
      (facets[kind] ?? []).filter(({ papers }) => papers.length === 1).map(({ slug }) => slug),
    ]),
  );
}

/** The site, its cards naming those of their values that have no page. */
export function markPageless(site: Site, pageless: Pageless): Site {
  const sets = Object.entries(pageless).map(([kind, slugs]) => [kind, new Set(slugs)] as const);
  const mark = (card: PlacedCard): PlacedCard => {
    const own = sets.map(
      ([kind, slugs]) => [kind, (card.values[kind] ?? []).filter((slug) => slugs.has(slug))] as const,
    );
    if (own.every(([, slugs]) => slugs.length === 0)) return card;
    return { ...card, pageless: Object.fromEntries(own), digest: `${card.digest} ${JSON.stringify(own)}` };
  };
  return sets.length === 0 ? site : { ...site, cards: site.cards.map(mark) };
}

/** The address of a value on the page at `path`: its own page, or else the search for it. */
export function toFacetUrl(path: UrlPath, kind: string, slug: Slug, isPageless: boolean): string {
  if (!isPageless) return toRelativeUrl(path, toFacetPath(kind, slug, 1));
  const parameter = FACETS.find((facet) => facet.kind === kind)?.parameter;
  return `${toRelativeUrl(path, toHomePath('without-notes', 1))}?${parameter}=${slug}`;
}
