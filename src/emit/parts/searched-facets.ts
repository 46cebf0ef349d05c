/** Searched facets: topics and facets as the files of the search know them. */
import { type Facet, facetsOf } from '../../model/facets.ts';
import type { DeclaredName } from '../../model/list.ts';
import { type FacetData, NAME_FIELDS, toSteps } from '../../model/search-data.ts';
import type { Site, SiteTopic } from '../../model/site.ts';
import { partMark } from '../../text/person-name.ts';
import { listGroups } from './list-layout.ts';

/** A value with its papers by number, ascending. */
interface SearchedValue {
  readonly slug: string;
  readonly name: string;
  /** Other names that find its papers. */
  readonly others: readonly string[];
  readonly papers: readonly number[];
}

export interface SearchedFacet {
  readonly parameter: string;
  readonly label: string;
  /** The field of the index that has its names; empty for topics, whose names their papers have anyway. */
  readonly searched: Facet['searched'] | '';
  readonly isFilter: boolean;
  readonly values: readonly SearchedValue[];
}

/** Topics first; `numbers` leads from the place of a paper in the list to its number in the search. */
export function listSearchedFacets(site: Site, numbers: readonly number[]): readonly SearchedFacet[] {
  const toNumbers = (places: Iterable<number>) =>
    Array.from(places, (place) => numbers[place] as number).sort((left, right) => left - right);
  const toTopic = (topic: SiteTopic): SearchedValue => {
    const places = new Set(listGroups(site, topic).flatMap((inside) => inside.papers));
    return { slug: topic.path, name: topic.name, others: [], papers: toNumbers(places) };
  };
  const topics: SearchedFacet = {
    parameter: 'topic',
    label: 'Topic',
    searched: '',
    isFilter: true,
    values: site.topics.map(toTopic).filter(({ papers }) => papers.length > 0),
  };
  return [topics, ...facetsOf(site.list).map((facet) => toSearched(site, facet, toNumbers))];
}

function toSearched(
  site: Site,
  { kind, parameter, one, filter, declared, searched }: Facet,
  toNumbers: (places: readonly number[]) => readonly number[],
): SearchedFacet {
  const aliases = new Map<string, readonly string[]>(
    ((declared === undefined ? undefined : site.list[declared]) ?? []).map((one: DeclaredName) => [
      one.slug ?? one.name,
      one.aliases,
    ]),
  );
  return {
    parameter,
    label: one,
    searched,
    isFilter: filter === 'values',
    values: (site.facets[kind] ?? []).map(({ slug, name, full, spellings, papers }) => ({
      slug,
      name,
      // Spellings of a person have the same words, those of a venue may name years that are not those of all its papers.
      others:
        declared === undefined
          ? []
          : [
              ...(isName(searched) ? spellings.map((spelling) => partMark(spelling).name) : []),
              full ?? '',
              ...(aliases.get(slug) ?? aliases.get(name) ?? []),
            ],
      papers: toNumbers(papers),
    })),
  };
}

function isName(searched: SearchedFacet['searched']): boolean {
  return NAME_FIELDS.some((field) => field === searched);
}

/** True for a facet whose names are not in the first file of the search. */
export function isOfNames({ searched }: SearchedFacet): boolean {
  return isName(searched);
}

export function toValuesData(values: SearchedFacet['values']): FacetData['values'] {
  return values.map(({ slug, name, papers }) => [slug, name, toSteps(papers)]);
}
