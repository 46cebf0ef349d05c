/** Place cards: finds for each card the facet pages that show it. */
import type { Card, PlacedCard } from '../../../model/card.ts';
import type { Facets } from '../../../model/facet.ts';
import { FACETS } from '../../../model/facets.ts';
import type { Slug } from '../../../model/slug.ts';

/** By facet, the slug of each value in the order in which the facet reads them. */
export function placeCards(cards: readonly Card[], facets: Facets): readonly PlacedCard['values'][] {
  const slugs = new Map(
    FACETS.map(({ kind }) => [
      kind,
      new Map(facets[kind]?.flatMap(({ slug, spellings }) => spellings.map((spelling) => [spelling, slug] as const))),
    ]),
  );
  return cards.map((card) =>
    Object.fromEntries(
      FACETS.map(({ kind, read }) => [kind, read(card).map((spelling) => slugs.get(kind)?.get(spelling) as Slug)]),
    ),
  );
}
