/** Feed notes: the notes of a paper for a reader of feeds, who has none of our style sheets and scripts. */
import type { Notes } from '../../model/entry.ts';
import { type Html, toPageHtml } from '../../model/html.ts';
import type { Slug } from '../../model/slug.ts';
import { toPaperPath } from '../paths.ts';
import { type FigurePlaces, placeFigures } from './figures.ts';

/** What KaTeX sets beside the MathML of a formula; it needs a style sheet. */
const SET = '<span class="katex-html"';
const SPAN = /<(\/?)span\b/g;

/**
 * The notes, else the abstract, as HTML with absolute addresses, `url` being that of the site; formulas are MathML alone.
 * Empty if there is neither.
 */
export function toFeedNotes(slug: Slug, notes: Notes, figures: FigurePlaces, url: string): Html {
  const { sections, abstract } = notes;
  const parts = sections.flatMap(({ heading, html }) => [
    ...(heading === undefined
      ? []
      : [`<h${Math.min(3 + heading.depth, 6)}>${heading.html}</h${Math.min(3 + heading.depth, 6)}>`]),
    html,
  ]);
  const text = parts.length > 0 ? parts.join('\n') : abstract === undefined ? '' : `<p>${abstract}</p>`;
  const page = toPageHtml(placeFigures(text as Html, figures), url);
  return keepMathml(page).replaceAll(' href="#', ` href="${url}${toPaperPath(slug)}#`) as Html;
}

function keepMathml(html: string): string {
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
