/** Pages: where in its volume a paper stands, as files write it and as people read it. */

/** `2085-2094` of `2085--2094`, `2085 – 2094` and `pp. 2085-2094`; other text, such as the number of an article, as it is. */
export function toPages(text: string): string {
  return text
    .trim()
    .replace(/^(?:pp?\.|pages?)\s*/i, '')
    .replace(/\s*(?:-{1,3}|[‐‑‒–—−])\s*/g, '-')
    .replace(/\s*,\s*/g, ', ');
}

/** With dashes between numbers: `2085–2094`. */
export function toPrintedPages(pages: string): string {
  return pages.replace(/(?<=[\p{L}\d])-(?=[\p{L}\d])/gu, '–');
}

/** The first and the last page of a range, or the first alone. */
export function partPages(pages: string): readonly [first: string, last?: string] {
  const [, first, last] = /^([^-,]+)-([^-,]+)$/.exec(pages) ?? [];
  return first === undefined || last === undefined ? [pages] : [first, last];
}
