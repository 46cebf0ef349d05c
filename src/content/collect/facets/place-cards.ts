/** Place cards: finds for each card the facet pages that show it, and the names that the list declares for its values. */
import type { Card, PlacedCard } from '../../../model/card.ts';
import type { Facets } from '../../../model/facet.ts';
import { facetsOf } from '../../../model/facets.ts';
import type { List } from '../../../model/list.ts';
import type { Slug } from '../../../model/slug.ts';
import { toNameKey } from '../../../text/name-keys.ts';

/**
 * By facet, the slug of each value in the order in which the facet reads them. A value that a paper calls by another name
 * than the declared one, `TAU` for Tel Aviv University, is shown by the declared name; a venue written with its year or a
 * remark, `TOG (SIGGRAPH)`, and an author are shown as they are written.
 */
export function placeCards(
  cards: readonly Card[],
  facets: Facets,
  list: Pick<List, 'venues' | 'institutions' | 'authors' | 'fields'>,
): readonly Pick<PlacedCard, 'values' | 'names' | 'orcids'>[] {
  const readers = facetsOf(list).map(({ kind, read, declared, identity }) => {
    const slugs = new Map<string, Slug>();
    for (const { slug, spellings } of facets[kind] ?? []) for (const spelling of spellings) slugs.set(spelling, slug);
    const names = new Map(
      ((declared === undefined || identity === 'person' ? undefined : list[declared]) ?? []).flatMap(
        ({ name, aliases }) => [name, ...aliases].map((spelling) => [toNameKey(spelling), name] as const),
      ),
    );
    return { kind, read, slugs, names };
  });
  const people = (facets.authors ?? []).filter(({ orcid }) => orcid !== undefined);
  const orcids = new Map(people.map(({ slug, orcid }) => [slug, orcid as string]));
  return cards.map((card) => {
    const values: Record<string, readonly Slug[]> = {};
    const shown: Record<string, readonly string[]> = {};
    for (const { kind, read, slugs, names } of readers) {
      const spellings = read(card);
      values[kind] = spellings.map((spelling) => slugs.get(spelling) as Slug);
      if (names.size === 0) continue;
      const own = spellings.map((spelling) => names.get(toNameKey(spelling)) ?? spelling);
      if (own.some((name, at) => name !== spellings[at])) shown[kind] = own;
    }
    const ids = (values.authors ?? []).flatMap((slug, at) => {
      const orcid = orcids.get(slug);
      return orcid === undefined ? [] : [[at, orcid] as const];
    });
    return {
      values,
      ...(Object.keys(shown).length === 0 ? {} : { names: shown }),
      ...(ids.length === 0 ? {} : { orcids: Object.fromEntries(ids) }),
    };
  });
}
