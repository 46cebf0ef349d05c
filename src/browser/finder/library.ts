/** Library: the papers of the list as the browser knows them: their values, their orders, and the indices of their words. */
import type MiniSearch from 'minisearch';
import {
  type FacetData,
  type NotesData,
  type PapersData,
  type RowsData,
  type TextsData,
  toNumbers,
} from '../../model/search-data.ts';
import { toShard } from '../../text/shards.ts';
import { createLoader } from './load-data.ts';
import { openIndex } from './open-index.ts';

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
  /** By slug, in the order of its index page. */
  readonly values: ReadonlyMap<string, Value>;
}

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
  readonly papers: MiniSearch;
  /** The words of the notes; undefined as long as they are not here. */
  readonly notes: () => MiniSearch | undefined;
  /** Fetches the words of the notes, once. Rejects if they cannot be had. */
  readonly fetchNotes: () => Promise<void>;
  /** The notes of a paper as plain text; empty if they cannot be had. */
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
  const toYes = (label: string, papers: readonly number[]): LibraryFacet => {
    return { label, values: new Map([['yes', { slug: 'yes', name: label, papers }]]) };
  };
  let notes: MiniSearch | undefined;
  const loads = new Map<string, Promise<object>>();
  /** Loads a file once; again if it could not be had. */
  const loadOnce = <Data extends object>(name: string, file: string | undefined): Promise<Data> => {
    const promise = loads.get(name) ?? load<Data>(name, file);
    loads.set(name, promise);
    promise.catch(() => loads.delete(name));
    return promise as Promise<Data>;
  };
  const loadShard = <Shard extends object>(kind: 'rows' | 'texts', paper: number): Promise<Shard> => {
    const shard = toShard(slugs[paper] as string, files[kind].length);
    return loadOnce(`${kind}.${shard}`, files[kind][shard]);
  };
  return {
    count: slugs.length,
    slugs,
    orders,
    ranks,
    years: data.years,
    facets: new Map<string, LibraryFacet>([
      ...data.facets.map(({ parameter, label, values }) => [parameter, { label, values: toValues(values) }] as const),
      ['code', toYes('Code', data.code)],
      ['notes', toYes('Notes', data.notes)],
    ]),
    homeOf: (paper) => topics[data.homes[paper] as number] as Value,
    papers: openIndex(data.index),
    notes: () => notes,
    async fetchNotes() {
      const { index } = await loadOnce<NotesData>('notes', files.notes);
      notes ??= openIndex(index);
    },
    fetchText: (paper) =>
      loadShard<TextsData>('texts', paper).then(
        (texts) => texts[slugs[paper] as string] ?? '',
        () => '',
      ),
    fetchRows: (paper) => loadShard<RowsData>('rows', paper),
  };
}

function toValues(values: FacetData['values']): ReadonlyMap<string, Value> {
  return new Map(values.map(([slug, name, steps]) => [slug, { slug, name, papers: toNumbers(steps) }]));
}
