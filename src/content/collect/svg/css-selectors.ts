/** CSS selectors: which elements a rule can apply to, as far as the cost of a figure needs it. */
import { type CSSToken, TokenType } from '@csstools/css-tokenizer';

/** What an element must have, among other things, for a selector to apply to it; empty if nothing is known. */
export interface Selector {
  readonly tag?: string;
  readonly id?: string;
  readonly className?: string;
}

/** Matches like any selector. */
export const ALL_ELEMENTS: readonly Selector[] = [{}];

/**
 * The last compound of each selector before a `{`: `.a > path.b, #c` gives `path.b` and `#c`. Anything beyond names,
 * classes, ids and combinators counts as a selector of all elements: never fewer than a browser finds.
 */
export function toSelectors(prelude: readonly CSSToken[]): readonly Selector[] {
  const selectors: Selector[] = [];
  let selector: { tag?: string; id?: string; className?: string } = {};
  let isEnded = false;
  let isClass = false;
  for (const token of prelude) {
    const [type] = token;
    if (type === TokenType.Comment || type === TokenType.OpenCurly) continue;
    if (type === TokenType.Whitespace) {
      isEnded = true;
      continue;
    }
    if (type === TokenType.Comma) {
      selectors.push(selector);
      selector = {};
      isEnded = false;
      continue;
    }
    if (isEnded) selector = {};
    isEnded = false;
    if (type === TokenType.Hash) selector.id = token[4].value;
    else if (type === TokenType.Ident && isClass) selector.className = token[4].value;
    else if (type === TokenType.Ident) selector.tag = token[4].value;
    else if (type === TokenType.Delim && /^[>+~]$/.test(token[4].value)) isEnded = true;
    else if (!(type === TokenType.Delim && /^[.*]$/.test(token[4].value))) return ALL_ELEMENTS;
    isClass = type === TokenType.Delim && token[4].value === '.';
  }
  return [...selectors, selector];
}
