/** Facet: a way to part the papers by a value they share, each value with a page of its own. */
import type { Rendered } from './rendered.ts';
import type { Slug } from './slug.ts';

/** The facets that have static pages, by the name of their folder in the site. */
export type FacetKind = 'authors' | 'institutions' | 'venues' | 'years' | 'tags';

/** One author, one institution, one venue, one year, one tag. */
export interface FacetValue {
  /** The name of its page, unique within the facet. */
  readonly slug: Slug;
  /** As it is shown: the declared name, else the spelling that most papers use. */
  readonly name: string;
  /** The name written out, where the list declares one: `Tel Aviv University` for `TAU`. */
  readonly full?: string;
  /** Every spelling in the papers that leads to this page, `name` among them if a paper uses it. */
  readonly spellings: readonly string[];
  /** The papers that have it, newest first, each once; at least one. */
  readonly papers: readonly Rendered[];
}

/** The values of every facet, by name: digits as numbers, letters without case and accents; years newest first. */
export type Facets = Readonly<Record<FacetKind, readonly FacetValue[]>>;
