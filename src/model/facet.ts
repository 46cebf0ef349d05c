/** Facet values: the authors, venues, tags and so on of a list, each with its papers. */
import type { Slug } from './slug.ts';

/** One author, one institution, one venue, one year, one tag. */
export interface FacetValue {
  /** The name of its page, unique within the facet. */
  readonly slug: Slug;
  /** The name shown: the declared name, else the spelling that most papers use. */
  readonly name: string;
  /** The name written out, if the list declares one: `Tel Aviv University` for `TAU`. */
  readonly full?: string;
  /** Of a person, if the list declares them: the ORCID iD, and the address of the person's own page. */
  readonly orcid?: string;
  readonly url?: string;
  /** Every spelling in the papers that leads to this page, `name` among them if a paper uses it. */
  readonly spellings: readonly string[];
  /** The papers that have it, by their place in the list, newest first, each once; at least one. */
  readonly papers: readonly number[];
}

/**
 * The values of every facet, keyed by its kind and sorted by name, digits as numbers, letters without case and accents;
 * years newest first.
 */
export type Facets = Readonly<Record<string, readonly FacetValue[]>>;
