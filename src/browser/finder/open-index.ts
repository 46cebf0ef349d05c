/** Open index: an index that can be searched, and that packed ones join field by field. */
import MiniSearch from 'minisearch';
import type { PackedIndex } from '../../model/search-data.ts';
import { type Postings, unpackTerms } from '../../text/packed-index.ts';

/**
 * What MiniSearch 7.2 keeps inside. Its own way in, `loadJS`, wants an object for every term and takes it apart again,
 * which makes a reader of a long list wait for seconds; the version is pinned, and a test holds the two equal.
 */
interface Inside {
  readonly _index: { readonly fetch: (term: string, initial: () => Postings) => Postings };
  readonly _fieldIds: Readonly<Record<string, number>>;
  readonly _fieldLength: Map<number, number[]>;
  readonly _avgFieldLength: number[];
}

/** An index of this many documents that holds no terms yet. */
export function openIndex(count: number, fields: readonly string[]): MiniSearch {
  const search = new MiniSearch({ fields: [...fields] });
  search.addAll(Array.from({ length: count }, (_, id) => ({ id })));
  return search;
}

/** Adds the terms of fields that the index knows and that hold none so far. */
export function addTerms(search: MiniSearch, packed: PackedIndex): void {
  const { _index, _fieldIds, _fieldLength, _avgFieldLength } = search as unknown as Inside;
  const ids = packed.fields.map((field) => _fieldIds[field] as number);
  unpackTerms(packed, (term, postings) => {
    const all = _index.fetch(term, () => new Map());
    for (const [field, documents] of postings) {
      const id = ids[field] as number;
      all.set(id, documents);
      // MiniSearch takes the number of different terms of a field for its length.
      _avgFieldLength[id] = (_avgFieldLength[id] ?? 0) + documents.size / packed.count;
      for (const paper of documents.keys()) {
        const lengths = _fieldLength.get(paper) ?? [];
        lengths[id] = (lengths[id] ?? 0) + 1;
        _fieldLength.set(paper, lengths);
      }
    }
  });
}
