/** Facet paths: from what a paper says of itself to the page of that author, institution, venue, year or tag. */
import type { FacetKind, Facets } from '../model/facet.ts';
import type { UrlPath } from '../model/url-path.ts';
import { FACET_KINDS } from './facet-words.ts';
import { toFacetPath } from './paths.ts';

/** The page of a value, by a spelling that a paper uses. Throws a RangeError where no value has it. */
export type FacetPathOf = (kind: FacetKind, spelling: string) => UrlPath;

/** Looks every spelling up once. */
export function createFacetPaths(facets: Facets): FacetPathOf {
  const bySpelling = new Map(
    FACET_KINDS.flatMap((kind) =>
      facets[kind].flatMap(({ slug, spellings }) => {
        const path = toFacetPath(kind, slug, 1);
        return spellings.map((spelling) => [`${kind} ${spelling}`, path] as const);
      }),
    ),
  );
  return (kind, spelling) => {
    const path = bySpelling.get(`${kind} ${spelling}`);
    if (path === undefined) throw new RangeError(`No value of ${kind} is spelled ${JSON.stringify(spelling)}`);
    return path;
  };
}
