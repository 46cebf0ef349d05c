/** BibTeX expansion: limits how much macros and `crossref` may add to what a file says itself. */

/** The most characters that they may add to one record. */
export const MOST_EXPANDED = 64 * 1024;

/** Even honest files with tiny records and long venue names do not triple. */
const GROWTH = 8;

/** What is left for the record being read and for the whole file, in UTF-16 units. */
export interface Expansion {
  record: number;
  file: number;
}

/**
 * For a file of this length: MOST_EXPANDED for each record, and eight times the length plus MOST_EXPANDED for all of them
 * together. Without a bound, nine lines that each repeat the macro before them eight times make a gigabyte.
 */
export function createExpansion(length: number): Expansion {
  return { record: MOST_EXPANDED, file: MOST_EXPANDED + GROWTH * length };
}

/** Uses up this many characters; false if that is more than what is left. */
export function spend(expansion: Expansion, length: number): boolean {
  expansion.record -= length;
  expansion.file -= length;
  return expansion.record >= 0 && expansion.file >= 0;
}
