/** Facet words: what pages call each facet, in the order in which the rail names them. */
import type { FacetKind } from '../model/facet.ts';

export interface FacetWords {
  /** The name of the facet and of its index. */
  readonly label: string;
  /** The name of the facet in the addresses of searches: `author` in `?author=or-patashnik`. */
  readonly parameter: string;
  /** Between "2 papers" and the name of a value: `by`. */
  readonly relation: string;
  /** The heading of what else the papers of a value have, and the facet it is from. */
  readonly near: { readonly label: string; readonly kind: FacetKind };
}

export const FACET_WORDS: Readonly<Record<FacetKind, FacetWords>> = {
  authors: {
    label: 'Authors',
    parameter: 'author',
    relation: 'by',
    near: { label: 'Co-authors in this list', kind: 'authors' },
  },
  institutions: {
    label: 'Institutions',
    parameter: 'institution',
    relation: 'from',
    near: { label: 'Together with', kind: 'institutions' },
  },
  venues: {
    label: 'Venues',
    parameter: 'venue',
    relation: 'at',
    near: { label: 'Years of these papers', kind: 'years' },
  },
  years: {
    label: 'Years',
    parameter: 'year',
    relation: 'of',
    near: { label: 'Venues of these papers', kind: 'venues' },
  },
  tags: { label: 'Tags', parameter: 'tag', relation: 'about', near: { label: 'Together with', kind: 'tags' } },
};

export const FACET_KINDS = Object.keys(FACET_WORDS) as readonly FacetKind[];
