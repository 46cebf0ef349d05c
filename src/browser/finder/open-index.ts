/** Open index: a packed index becomes one that can be searched. */
import MiniSearch from 'minisearch';
import type { PackedIndex } from '../../model/search-data.ts';
import { type Postings, unpackTerms } from '../../text/packed-index.ts';

/**
 * What MiniSearch 7.2 keeps inside. Its own way in, `loadJS`, wants an object for every term and takes it apart again,
 * which makes a reader of a long list wait for seconds; the version is pinned, and a test holds the two equal.
 */
interface Inside {
  readonly _index: { readonly set: (term: string, postings: Postings) => void };
  readonly _documentIds: Map<number, number>;
  readonly _idToShortId: Map<number, number>;
  readonly _fieldLength: Map<number, number[]>;
  _documentCount: number;
  _nextId: number;
  _avgFieldLength: number[];
}

export function openIndex(packed: PackedIndex): MiniSearch {
  const { count, fields } = packed;
  const search = new MiniSearch({ fields: [...fields] });
  const inside = search as unknown as Inside;
  // MiniSearch takes the number of different terms of a field for its length.
  const lengths = Array.from({ length: count }, () => fields.map(() => 0));
  unpackTerms(packed, (term, postings) => {
    inside._index.set(term, postings);
    for (const [field, documents] of postings) {
      for (const id of documents.keys()) (lengths[id] as number[])[field] = (lengths[id]?.[field] ?? 0) + 1;
    }
  });
  for (const [id, own] of lengths.entries()) {
    inside._documentIds.set(id, id);
    inside._idToShortId.set(id, id);
    inside._fieldLength.set(id, own);
  }
  inside._documentCount = count;
  inside._nextId = count;
  inside._avgFieldLength = fields.map((_, field) => toAverage(lengths.map((own) => own[field] as number)));
  return search;
}

function toAverage(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(numbers.length, 1);
}
