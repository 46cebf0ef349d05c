/** Show match: marks what was searched for in the notes of the page, and goes there. */
import { markFormulas, markMatches } from './matches.ts';

/** Marks these terms in abstract and notes of the page, opens those they stand in, and scrolls to the first. */
export function showMatch(terms: readonly string[]): void {
  showMatchIn(document.querySelectorAll('.abstract, .notes'), terms);
}

/** The same for some notes, which are opened and shown in any case. */
export function showMatchIn(notes: Iterable<Element>, terms: readonly string[]): void {
  const wanted = new Set(terms);
  const all = [...notes];
  markMatches(all, wanted);
  for (const one of all) markFormulas(one, wanted);
  // Those of an earlier time count too.
  const matches = all.flatMap((one) => [...one.querySelectorAll('.match')]);
  const shown = matches.length > 0 ? matches : all;
  for (const match of shown) {
    let around = match.closest('details');
    while (around) {
      around.open = true;
      around = around.parentElement?.closest('details') ?? null;
    }
  }
  shown[0]?.scrollIntoView({ block: matches.length > 0 ? 'center' : 'start' });
}
