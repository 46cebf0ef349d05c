/** Whole-list steps: what takes all papers together, and is taken from the store if nothing that it depends on has changed. */
import { findNearest } from '../content/collect/nearest.ts';
import { type Weights, weighTerms } from '../content/collect/term-weights.ts';
import { toDigest } from '../io/digest.ts';
import type { Store } from '../io/store.ts';
import type { PlacedCard } from '../model/card.ts';
import type { PreparedPaper } from '../model/prepared.ts';
import type { SiteTopic } from '../model/site.ts';
import type { TermColumns, TermTable } from '../model/term-columns.ts';
import { changeTermColumns, NO_COLUMNS } from '../text/term-columns.ts';
import type { OpenPieces } from './open-pieces.ts';

/** The terms of papers, a row for each paper. */
export interface PaperTerms {
  readonly columns: TermColumns;
  /** The digest of the terms in each row. */
  readonly digests: readonly string[];
}

/** The terms of these papers, in this order: old rows are copied, those of new and changed papers read. */
export function collectTerms(papers: readonly PreparedPaper[], pieces: OpenPieces, store: Store): PaperTerms {
  const digests = papers.map((paper) => paper.digests.terms);
  const old = recallTerms(store);
  const rows = new Map(old.digests.map((digest, row) => [digest, row]));
  if (old.digests.length === digests.length && digests.every((digest, row) => digest === old.digests[row])) return old;
  const columns = changeTermColumns(
    old.columns,
    papers.map((paper) => rows.get(paper.digests.terms) ?? pieces.terms(paper)),
  );
  const { vocabulary, keywords, notes } = columns;
  store.keep('terms', {
    key: '',
    value: { digests, vocabulary },
    bytes: [keywords, notes].flatMap(({ starts, terms, counts }) => [starts, terms, counts].map(toBytes)),
  });
  return { columns, digests };
}

/** Rows of these terms, in the order of these digests. */
export function pickTerms({ columns, digests: known }: PaperTerms, digests: readonly string[]): TermColumns {
  const rows = new Map(known.map((digest, row) => [digest, row]));
  return changeTermColumns(
    columns,
    digests.map((digest) => rows.get(digest) as number),
  );
}

function recallTerms(store: Store): PaperTerms {
  const kept = store.recall('terms');
  if (kept === undefined) return { columns: NO_COLUMNS, digests: [] };
  const { digests, vocabulary } = kept.value as { digests: readonly string[]; vocabulary: readonly string[] };
  const [a, b, c, d, e, f] = kept.bytes.map(toNumbers) as [Uint32Array, ...Uint32Array[]];
  const toTable = (...[starts, terms, counts]: (Uint32Array | undefined)[]) => ({ starts, terms, counts }) as TermTable;
  return { columns: { vocabulary, keywords: toTable(a, b, c), notes: toTable(d, e, f) }, digests };
}

/** For each paper the related ones, the nearest first, by their place in the list. */
export function relate(
  cards: readonly PlacedCard[],
  { columns }: PaperTerms,
  topics: readonly SiteTopic[],
  store: Store,
): readonly (readonly number[])[] {
  const weights = weighTerms(cards, columns, topics);
  const key = toWeightsKey(weights);
  const kept = store.recall('related');
  if (kept?.key === key) return kept.value as readonly (readonly number[])[];
  const related = findNearest(weights);
  store.keep('related', { key, value: related, bytes: [] });
  return related;
}

function toWeightsKey({ starts, terms, weights, linkStarts, links }: Weights): string {
  return [starts, terms, weights, linkStarts, links].map((column) => toDigest(toBytes(column))).join(' ');
}

function toBytes({ buffer, byteOffset, byteLength }: Uint32Array | Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** A copy, since bytes that were read need not begin where a number may. */
function toNumbers(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
