/** Suggest: finds the known word that someone probably meant. */

/** Longer words are compared only by their letters, so that the work stays small. */
const LONGEST = 100;

/**
 * The candidate nearest to the word, or `undefined` if none is near. Candidates that differ only in case,
 * spacing, accents or punctuation win; then the smallest Damerau-Levenshtein distance, at most a third of the word.
 * Ties go to the earlier candidate.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = toLetters(word);
  if (plain === '' || word.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = toLetters(candidate);
    if (other === plain) return candidate;
    if (other.length > LONGEST || Math.abs(other.length - plain.length) >= bestDistance) continue;
    const found = distance(plain, other);
    if (found < bestDistance && found < other.length) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** Letters and digits only, lower-case, accents folded. */
function toLetters(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');
}

/** Damerau-Levenshtein distance (optimal string alignment): insert, delete, replace, swap of neighbours. */
export function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] as number) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] as number;
}
