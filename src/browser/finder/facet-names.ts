/** Facet names: what readers call the facets and their values. */
import { isMark, MARK_NAMES, type Mark } from '../marks.ts';
import type { Holdings } from './filter.ts';
import type { Library } from './library.ts';
import { isYesOrNo, MARK, placeValue, type Query } from './query.ts';

/** The facets that a reader may choose from, by their names in addresses, in the order of the filters. */
export function listFacets({ facets }: Library): readonly string[] {
  return [...facets.keys(), MARK];
}

/** What a facet is called among the filters. */
export function toFacetName({ facets }: Library, facet: string): string {
  return facet === MARK ? 'Reading list' : (facets.get(facet)?.label ?? facet);
}

/** A value of a facet as it is offered. */
export interface Offer {
  readonly slug: string;
  readonly name: string;
}

/** The values of a facet, those with most papers first; topics and marks in their order. */
export function listOffers({ facets }: Library, facet: string): readonly Offer[] {
  if (facet === MARK) return Object.entries(MARK_NAMES).map(([slug, name]) => ({ slug, name }));
  const values = [...(facets.get(facet)?.values.values() ?? [])];
  return facet === 'topic' ? values : values.sort((left, right) => right.papers.length - left.papers.length);
}

/** A query from an address, without the values that are none of the list, or no longer. */
export function keepKnown(library: Library, query: Query): Query {
  let known = query;
  for (const [facet, { chosen, shut }] of Object.entries(query.choices)) {
    for (const slug of [...chosen, ...shut]) {
      const isKnown = facet === MARK ? isMark(slug) : library.facets.get(facet)?.values.has(slug);
      if (!isKnown) known = placeValue(known, facet, slug, 'free');
    }
  }
  return known;
}

/** The papers of each value; those of marks follow the reader. */
export function createHoldings({ facets, slugs }: Library, marks: () => ReadonlyMap<string, Mark>): Holdings {
  return (facet, slug) => {
    if (facet !== MARK) return facets.get(facet)?.values.get(slug)?.papers ?? [];
    const all = marks();
    return slugs.flatMap((paper, number) => (all.get(paper) === slug ? [number] : []));
  };
}

/** The text on the chip of a choice: `CVPR`, `not arXiv`, `with code`, `without notes`. */
export function toChipName({ facets }: Library, facet: string, slug: string, isShut: boolean): string {
  if (isYesOrNo(facet)) return `${isShut ? 'without' : 'with'} ${facet}`;
  const name = facet === MARK ? MARK_NAMES[slug as Mark] : facets.get(facet)?.values.get(slug)?.name;
  return `${isShut ? 'not ' : ''}${name ?? slug}`;
}

/** `since 2021`, `until 2022`, `2021 to 2023`, `2021`; undefined if any year will do. */
export function toYearsName({ years: [from, to] }: Query): string | undefined {
  if (from === 0 && to === 0) return undefined;
  if (from === to) return String(from);
  if (to === 0) return `since ${from}`;
  return from === 0 ? `until ${to}` : `${from} to ${to}`;
}
