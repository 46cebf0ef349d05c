/** Library: the papers of the list as the browser knows them: their values, their orders, and the indices of their words. */
import type MiniSearch from 'minisearch';
import {
  type FilterFacet,
  type NotesData,
  type PapersData,
  TEXTS_PER_FILE,
  type TextsData,
  toNumbers,
} from '../../model/search/search-data.ts';
import { openIndex } from './open-index.ts';

interface Value {
  readonly slug: string;
  readonly name: string;
  /** Ascending. */
  readonly papers: readonly number[];
}

export interface Library {
  readonly count: number;
  readonly slugs: readonly string[];
  readonly pages: PapersData['pages'];
  readonly homes: PapersData['homes'];
  readonly years: readonly number[];
  readonly orders: PapersData['orders'];
  /** Every value of a facet, by slug, in the order of its index page. */
  readonly facets: Readonly<Record<FilterFacet | 'code' | 'notes', ReadonlyMap<string, Value>>>;
  readonly papers: MiniSearch;
  /** The words of the notes; undefined as long as they are not here. */
  readonly notes: () => MiniSearch | undefined;
  /** Fetches the words of the notes, once. Rejects where they cannot be had. */
  readonly fetchNotes: () => Promise<void>;
  /** The notes of a paper as plain text; empty where they cannot be had. */
  readonly fetchText: (paper: number) => Promise<string>;
}

/** Fetches what every search and every filter needs. Rejects where it cannot be had. */
export async function openLibrary(site: URL): Promise<Library> {
  // Asked for anew each time, answered from the cache where nothing has changed: names of these files are fixed.
  const fetchJson = async <Data>(name: string): Promise<Data> => {
    const response = await fetch(new URL(`search/${name}.json`, site), { cache: 'no-cache' });
    if (!response.ok) throw new Error(`search/${name}.json: ${response.status}`);
    return response.json();
  };
  const data = await fetchJson<PapersData>('papers');
  const toYes = (papers: readonly number[]) => new Map([['yes', { slug: 'yes', name: 'yes', papers }]]);
  const { topic, venue, institution, author, tag } = data.facets;
  const texts = new Map<number, Promise<TextsData>>();
  let notes: MiniSearch | undefined;
  let fetching: Promise<void> | undefined;
  return {
    ...data,
    count: data.slugs.length,
    facets: {
      topic: toValues(topic),
      venue: toValues(venue),
      institution: toValues(institution),
      author: toValues(author),
      tag: toValues(tag),
      code: toYes(data.code),
      notes: toYes(data.notes),
    },
    papers: openIndex(data.index),
    notes: () => notes,
    fetchNotes() {
      fetching ??= fetchJson<NotesData>('notes')
        .then(({ stamp, index }) => {
          if (stamp === data.stamp) notes = openIndex(index);
        })
        .catch((error) => {
          fetching = undefined;
          throw error;
        });
      return fetching;
    },
    async fetchText(paper) {
      const file = Math.floor(paper / TEXTS_PER_FILE);
      const promise = texts.get(file) ?? fetchJson<TextsData>(`texts.${file}`);
      texts.set(file, promise);
      try {
        const { stamp, texts: own } = await promise;
        return stamp === data.stamp ? (own[paper % TEXTS_PER_FILE] ?? '') : '';
      } catch {
        texts.delete(file);
        return '';
      }
    },
  };
}

function toValues(values: PapersData['facets'][FilterFacet]): ReadonlyMap<string, Value> {
  return new Map(values.map(([slug, name, steps]) => [slug, { slug, name, papers: toNumbers(steps) }]));
}
