/** Library: the papers of the list as the browser knows them: their values, their orders, and the indices of their words. */
import type MiniSearch from 'minisearch';
import {
  type FacetData,
  type FacetValuesData,
  FIELD_WEIGHTS,
  NOTES_FIELD,
  type PapersData,
  type RowsData,
  type TextsData,
  toNumbers,
  type WordsData,
} from '../../model/search-data.ts';
import { toShard } from '../../text/shards.ts';
import { createLoader } from './load-data.ts';
import { addTerms, openIndex } from './open-index.ts';

export interface Value {
  readonly slug: string;
  readonly name: string;
  /** Ascending. */
  readonly papers: readonly number[];
}

/** A facet whose values a reader chooses. */
interface LibraryFacet {
  /** Its heading among the filters. */
  readonly label: string;
  /** By slug, in the order of its index page; empty until fetched if there are many. */
  readonly values: ReadonlyMap<string, Value>;
}

/** Words that join the search after its first answer. */
type Words = 'names' | 'notes';

export interface Library {
  readonly count: number;
  readonly slugs: readonly string[];
  readonly orders: PapersData['orders'];
  /** The place of each paper in the list. */
  readonly ranks: readonly number[];
  readonly years: readonly number[];
  /** By the name in addresses: topics first, code and notes last, which have the one value `yes`. */
  readonly facets: ReadonlyMap<string, LibraryFacet>;
  /** The topic in which a paper is at home. */
  readonly homeOf: (paper: number) => Value;
  /** Fetches the values of these facets, as far as they are not here. Rejects if they cannot be had. */
  readonly fetchValues: (facets: readonly string[]) => Promise<unknown>;
  readonly papers: MiniSearch;
  /** The words of abstracts and notes. */
  readonly notes: MiniSearch;
  /** The words that are not here, in the order in which they are to join. */
  readonly missing: readonly Words[];
  /** Fetches the first of those that are missing. Rejects if they cannot be had. */
  readonly fetchWords: (words: Words) => Promise<void>;
  /** Notes and abstract of a paper as plain text, a form feed between them; empty if they cannot be had. */
  readonly fetchText: (paper: number) => Promise<string>;
  /** Entries of some papers by slug, this one's among them. Rejects if they cannot be had. */
  readonly fetchRows: (paper: number) => Promise<RowsData>;
}

/** Fetches what every search and every filter needs. Rejects if it cannot be had. */
export async function openLibrary(site: URL): Promise<Library> {
  const load = createLoader(site);
  const data = await load<PapersData>('papers');
  const { slugs, orders, files } = data;
  const ranks = new Array<number>(slugs.length);
  for (const [rank, paper] of orders.list.entries()) ranks[paper] = rank;
  const topics = [...toValues(data.facets[0]?.values ?? []).values()];
  const facets = new Map(
    data.facets.map(({ parameter, label, values }) => [parameter, { label, values: toValues(values) }]),
  );
  const papers = openIndex(slugs.length, Object.keys(FIELD_WEIGHTS));
  const notes = openIndex(slugs.length, [NOTES_FIELD]);
  addTerms(papers, data.index);
  const missing: Words[] = ['names', 'notes'];
  const loadShard = <Shard extends object>(kind: 'rows' | 'texts', paper: number): Promise<Shard> => {
    const shard = toShard(slugs[paper] as string, files[kind].length);
    return load(`${kind}.${shard}`, files[kind][shard]);
  };
  return {
    count: slugs.length,
    slugs,
    orders,
    ranks,
    years: data.years,
    facets,
    homeOf: (paper) => topics[data.homes[paper] as number] as Value,
    fetchValues: (names) =>
      Promise.all(
        names.map(async (name) => {
          const file = files.values[name];
          if (file === undefined) return;
          const { values } = await load<FacetValuesData>(`values.${name}`, file);
          for (const [slug, value] of toValues(values)) facets.get(name)?.values.set(slug, value);
        }),
      ),
    papers,
    notes,
    missing,
    async fetchWords(words) {
      const { index } = await load<WordsData>(words, files[words]);
      // They may have been asked for more than once.
      if (words === missing[0]) addTerms(missing.shift() === 'notes' ? notes : papers, index);
    },
    fetchText: (paper) =>
      loadShard<TextsData>('texts', paper).then(
        (texts) => texts[slugs[paper] as string] ?? '',
        () => '',
      ),
    fetchRows: (paper) => loadShard<RowsData>('rows', paper),
  };
}

function toValues(values: FacetData['values']): Map<string, Value> {
  return new Map(values.map(([slug, name, steps]) => [slug, { slug, name, papers: toNumbers(steps) }]));
}
