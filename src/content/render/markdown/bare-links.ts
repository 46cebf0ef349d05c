/** Bare links: whether notes may contain addresses that become links by themselves, for which a parser looks at every word. */

/** What such an address has, also if its marks are escaped or written as entities. */
const TRACE = /www\\?\.|https?\\?:\\?\/\\?\/|@|&[#a-z]/i;

/**
 * Addresses that belong to something else, wherever they stand: a tag, the target of a link or a picture, `<https://…>`.
 * Only the plainest forms, which Markdown cannot read in another way; `|` could end a cell of a table in their middle.
 */
const TAG = /(?<!\\)<[a-z][a-z\d]*(?: +[a-z-]+="[^"<>\\|\n]*")* *\/?>/g;
const TARGET = /(?<![\\\]])(\[[^[\]\\`<>$|^\n]+\])\([\w\-.~:/?#@!&'*+,;=%]*\)/g;
const AUTOLINK = /(?<!\\)<https?:\/\/[\w\-.~:/?#@!&'()*+,;=%]*>/g;

/** False only if no text of these notes can become a link by itself. */
export function mayHaveBareLinks(text: string): boolean {
  if (!TRACE.test(text)) return false;
  return TRACE.test(text.replace(TAG, '<>').replace(TARGET, '$1()').replace(AUTOLINK, '<>'));
}
