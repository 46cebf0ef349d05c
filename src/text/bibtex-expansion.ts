/** BibTeX expansion: how much macros and `crossref` may add to what a file says itself. */

/** Characters that they may add to one record. */
export const MOST_EXPANDED = 64 * 1024;

/** Of honest files even those of tiny records and long names of venues do not triple. */
const GROWTH = 8;

/** What is left for the record that is being read and for the whole file, in UTF-16 units. */
export interface Expansion {
  record: number;
  file: number;
}

/**
 * For a file of this length: MOST_EXPANDED for each record, and for all of them eight times the length and MOST_EXPANDED
 * on top. Without a bound nine lines, each of which repeats the macro before it eight times, are a gigabyte.
 */
export function createExpansion(length: number): Expansion {
  return { record: MOST_EXPANDED, file: MOST_EXPANDED + GROWTH * length };
}

/** Takes this many characters; false if they are more than what is left. */
export function spend(expansion: Expansion, length: number): boolean {
  expansion.record -= length;
  expansion.file -= length;
  return expansion.record >= 0 && expansion.file >= 0;
}
