/** Term columns: the terms of many papers as typed arrays, which are stored and read back without decoding a single row. */

/** Counted terms, a row for each paper: row `n` begins at `starts[n]` and ends before `starts[n + 1]`. */
export interface TermTable {
  readonly starts: Uint32Array;
  /** Terms by their place in the vocabulary, each once within a row, in the order in which the paper has them. */
  readonly terms: Uint32Array;
  readonly counts: Uint32Array;
}

/** The words of papers, as `Terms` has those of one. */
export interface TermColumns {
  /** Each term once, in no particular order, perhaps with some that no paper has any more; nothing may depend on it. */
  readonly vocabulary: readonly string[];
  readonly keywords: TermTable;
  readonly notes: TermTable;
}
