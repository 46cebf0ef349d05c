/** Show match: marks what was searched for in the notes of the page, and goes there. */
import { markMatches } from './matches.ts';

/** Marks these terms in all notes of the page, opens those they stand in, and scrolls to the first. */
export function showMatch(terms: readonly string[]): void {
  showMatchIn(document.querySelectorAll('.notes'), terms);
}

/** The same for some notes. */
export function showMatchIn(notes: Iterable<Element>, terms: readonly string[]): void {
  const marks = markMatches(notes, new Set(terms));
  for (const mark of marks) {
    for (
      let around = mark.closest('details');
      around !== null;
      around = around.parentElement?.closest('details') ?? null
    ) {
      around.open = true;
    }
  }
  marks[0]?.scrollIntoView({ block: 'center' });
}
