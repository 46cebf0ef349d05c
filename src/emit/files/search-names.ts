/** Search names: the names of authors and institutions, which join the search after its first answer, and their values, which filters offer. */
import { type FacetValuesData, NAME_FIELDS, type WordsData } from '../../model/search-data.ts';
import { type Document, packIndex } from '../../text/packed-index.ts';
import { toTerms } from '../../text/words.ts';
import { isOfNames, type SearchedFacet, toValuesData } from '../parts/searched-facets.ts';
import { countTerms, toSearchScript } from './search-papers.ts';

export interface SearchNamesParts {
  /** The number of papers in the list. */
  readonly count: number;
  readonly facets: readonly SearchedFacet[];
}

export interface SearchValuesParts {
  /** The name under which the script passes its data. */
  readonly name: string;
  readonly values: SearchedFacet['values'];
}

interface NamesPart {
  readonly kind: 'search-names';
  readonly parts: SearchNamesParts;
}

interface ValuesPart {
  readonly kind: 'search-values';
  readonly parts: SearchValuesParts;
}

/** The index of all names, and the values of each facet that has any. */
export function planSearchNames(
  facets: readonly SearchedFacet[],
  count: number,
): { readonly names: NamesPart; readonly values: readonly (readonly [parameter: string, part: ValuesPart])[] } {
  const named = facets.filter(isOfNames);
  const filled = named.filter(({ isFilter, values }) => isFilter && values.length > 0);
  return {
    names: { kind: 'search-names', parts: { count, facets: named } },
    values: filled.map(({ parameter, values }) => [
      parameter,
      { kind: 'search-values', parts: { name: `values.${parameter}`, values } },
    ]),
  };
}

export function printSearchNames({ count, facets }: SearchNamesParts): string {
  const documents: readonly Document[] = toWords(count, facets);
  return toSearchScript('names', { index: packIndex(documents, NAME_FIELDS) } satisfies WordsData);
}

export function printSearchValues({ name, values }: SearchValuesParts): string {
  return toSearchScript(name, { values: toValuesData(values) } satisfies FacetValuesData);
}

/** The terms of each paper's names, by field; a value adds those of all its names, each once. */
function toWords(count: number, facets: readonly SearchedFacet[]): readonly Document[] {
  const words = Array.from({ length: count }, () => NAME_FIELDS.map((): string[] => []));
  for (const { searched, values } of facets) {
    const field = (NAME_FIELDS as readonly string[]).indexOf(searched);
    for (const { name, others, papers } of values) {
      const terms = toTerms([...new Set([name, ...others])].join('\n'));
      for (const paper of papers) words[paper]?.[field]?.push(...(others.length === 0 ? terms : new Set(terms)));
    }
  }
  return words.map((fields) => fields.map(countTerms));
}
