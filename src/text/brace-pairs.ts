/** Brace pairs: which brace closes which, found for a whole text in one pass. */

/**
 * For the offset of each `{`, the offset of the `}` that closes it, or 0 if none does; a brace that closes nothing is
 * skipped. A brace after a backslash does not count, as in TeX; with `isBibtex` it does, as in BibTeX. The pass takes
 * linear time and memory, however deep the braces nest, so a reader may look up every brace.
 */
export function pairBraces(text: string, isBibtex = false): Int32Array {
  const pairs = new Int32Array(text.length);
  // Until it is closed, an open brace holds the offset of the one around it, plus one.
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && !isBibtex) at += 1;
    else if (code === OPEN) {
      pairs[at] = open;
      open = at + 1;
    } else if (code === CLOSE && open !== 0) {
      const around = pairs[open - 1] as number;
      pairs[open - 1] = at;
      open = around;
    }
  }
  while (open !== 0) {
    const around = pairs[open - 1] as number;
    pairs[open - 1] = 0;
    open = around;
  }
  return pairs;
}

/** True if all braces are paired, counted as BibTeX counts: a brace after a backslash counts too. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
