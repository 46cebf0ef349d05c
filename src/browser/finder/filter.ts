/** Filter: which papers a query lets through, and how many each value would leave. */
import type { Library } from './library.ts';
import type { Choice, Query } from './query.ts';

/** Papers by the value of a facet: those of the library, and the reader's own marks. */
export type Holdings = (facet: string, slug: string) => readonly number[];

export interface Filtered {
  /** True for each paper that all facets let through. */
  readonly passes: (paper: number) => boolean;
  /** How many of some papers a value of a facet would leave, the choices within that facet left aside. */
  readonly count: (facet: string, papers: readonly number[]) => number;
}

/** `matched` holds the papers that the words of the query find, and is missing where it has none. */
export function filterPapers(
  library: Library,
  holdings: Holdings,
  query: Query,
  scope: readonly number[] | undefined,
  matched: ReadonlySet<number> | undefined,
): Filtered {
  const { count } = library;
  /** How many of the facets shut each paper out, and, where it is one alone, which. */
  const refusals = new Uint8Array(count);
  const refusers = new Int8Array(count);
  const inScope = scope && new Set(scope);
  const [from, to] = query.years;
  const isOutOfYears = (year: number) => (from > 0 && year < from) || (to > 0 && (year > to || year === 0));
  for (let paper = 0; paper < count; paper += 1) {
    const isOutside = inScope?.has(paper) === false || matched?.has(paper) === false;
    // Two, so that no facet alone is what keeps it out.
    if (isOutside || isOutOfYears(library.years[paper] as number)) refusals[paper] = 2;
  }
  const facets = Object.keys(query.choices);
  facets.forEach((facet, number) => {
    const choice = query.choices[facet] as Choice;
    const hold = (slugs: readonly string[]) => new Set(slugs.flatMap((slug) => holdings(facet, slug)));
    const chosen = choice.chosen.length === 0 ? undefined : hold(choice.chosen);
    const shut = hold(choice.shut);
    for (let paper = 0; paper < count; paper += 1) {
      if (chosen?.has(paper) === false || shut.has(paper)) {
        (refusals[paper] as number) += 1;
        refusers[paper] = number;
      }
    }
  });
  return {
    passes: (paper) => refusals[paper] === 0,
    count(facet, papers) {
      const number = facets.indexOf(facet);
      return papers.filter((paper) => refusals[paper] === 0 || (refusals[paper] === 1 && refusers[paper] === number))
        .length;
    },
  };
}
