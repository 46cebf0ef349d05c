/** KaTeX markup: what KaTeX prints, for places that have no style sheet. */

/** What KaTeX sets beside the MathML of a formula; it needs a style sheet. */
const SET = '<span class="katex-html"';
const SPAN = /<(\/?)span\b/g;

/** The HTML with each formula as MathML alone. */
export function keepMathml(html: string): string {
  let kept = '';
  let from = 0;
  for (let at = html.indexOf(SET); at >= 0; at = html.indexOf(SET, from)) {
    kept += html.slice(from, at);
    from = findEnd(html, at);
  }
  return kept + html.slice(from);
}

/** Where the element ends that begins at `start`; spans nest. */
function findEnd(html: string, start: number): number {
  SPAN.lastIndex = start;
  let depth = 0;
  for (let match = SPAN.exec(html); match !== null; match = SPAN.exec(html)) {
    depth += match[1] === '' ? 1 : -1;
    if (depth === 0) return html.indexOf('>', match.index) + 1;
  }
  return html.length;
}
