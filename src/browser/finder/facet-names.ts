/** Facet names: what readers call the facets and their values. */
import { MARK_NAMES, type Mark } from '../marks.ts';
import type { Holdings } from './filter.ts';
import type { Library } from './library.ts';
import { FACETS, type Facet, placeValue, type Query } from './query.ts';

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  topic: 'Topic',
  venue: 'Venue',
  institution: 'Institution',
  author: 'Author',
  tag: 'Tag',
  code: 'Code',
  notes: 'Notes',
  mark: 'Reading list',
};

/** A value of a facet as it is offered. */
export interface Offer {
  readonly slug: string;
  readonly name: string;
}

/** The values of a facet, those with most papers first; marks in their order. */
export function listOffers(library: Library, facet: Facet): readonly Offer[] {
  if (facet === 'mark') return Object.entries(MARK_NAMES).map(([slug, name]) => ({ slug, name }));
  if (facet === 'code') return [{ slug: 'yes', name: 'Code' }];
  if (facet === 'notes') return [{ slug: 'yes', name: 'Notes' }];
  const values = [...library.facets[facet].values()];
  if (facet === 'topic') return values;
  return values.sort((left, right) => right.papers.length - left.papers.length);
}

/** A query from an address, without the values that are none of the list, or no longer. */
export function keepKnown(library: Library, query: Query): Query {
  let known = query;
  for (const facet of FACETS) {
    const { chosen = [], shut = [] } = query.choices[facet] ?? {};
    for (const slug of [...chosen, ...shut]) {
      const isKnown = facet === 'mark' ? Object.hasOwn(MARK_NAMES, slug) : library.facets[facet].has(slug);
      if (!isKnown) known = placeValue(known, facet, slug, 'free');
    }
  }
  return known;
}

/** The papers of each value; those of marks follow the reader. */
export function createHoldings(library: Library, marks: () => ReadonlyMap<string, Mark>): Holdings {
  return (facet, slug) => {
    if (facet !== 'mark') return library.facets[facet].get(slug)?.papers ?? [];
    const all = marks();
    return library.slugs.flatMap((paper, number) => (all.get(paper) === slug ? [number] : []));
  };
}

/** What stands on the chip of a choice: `CVPR`, `not arXiv`, `with code`, `without notes`. */
export function toChipName(library: Library, facet: Facet, slug: string, isShut: boolean): string {
  if (facet === 'code' || facet === 'notes') return `${isShut ? 'without' : 'with'} ${facet}`;
  const name = facet === 'mark' ? MARK_NAMES[slug as Mark] : library.facets[facet].get(slug)?.name;
  return `${isShut ? 'not ' : ''}${name ?? slug}`;
}

/** `since 2021`, `until 2022`, `2021 to 2023`, `2021`; undefined where any year will do. */
export function toYearsName({ years: [from, to] }: Query): string | undefined {
  if (from === 0 && to === 0) return undefined;
  if (from === to) return String(from);
  if (to === 0) return `since ${from}`;
  return from === 0 ? `until ${to}` : `${from} to ${to}`;
}
