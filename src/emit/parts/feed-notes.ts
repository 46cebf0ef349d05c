/** Feed notes: the notes of a paper for a reader of feeds, who has none of our style sheets and scripts. */
import type { Notes } from '../../model/entry.ts';
import { type Html, toPageHtml } from '../../model/html.ts';
import type { Slug } from '../../model/slug.ts';
import { keepMathml } from '../../text/katex-markup.ts';
import { toPaperPath } from '../paths.ts';
import { type FigurePlaces, placeFigures } from './figures.ts';

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
