/** Place cards: finds for each card the facet pages that show it. */
import type { Card, PlacedCard } from '../../../model/card.ts';
import type { Facets } from '../../../model/facet.ts';
import { FACETS } from '../../../model/facets.ts';
import type { Slug } from '../../../model/slug.ts';

/** By facet, the slug of each value in the order in which the facet reads them. */
export function placeCards(cards: readonly Card[], facets: Facets): readonly PlacedCard['values'][] {
  const readers = FACETS.map(({ kind, read }) => {
    const slugs = new Map<string, Slug>();
    for (const { slug, spellings } of facets[kind] ?? []) for (const spelling of spellings) slugs.set(spelling, slug);
    return { kind, toSlugs: (card: Card) => read(card).map((spelling) => slugs.get(spelling) as Slug) };
  });
  return cards.map((card) => Object.fromEntries(readers.map(({ kind, toSlugs }) => [kind, toSlugs(card)])));
}
