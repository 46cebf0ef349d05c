/** Preview: the entry as a list page will show it, its notes open. */
import { placeFigures } from '../../content/figures.ts';
import { type EntryView, toEntry } from '../../emit/entry.ts';
import { toAddPath, toFacetIndexPath } from '../../emit/paths.ts';
import { toHtml } from '../../model/html.ts';
import type { Rendered } from '../../model/rendered.ts';

/** Shows the entry in place of what was there; notes that were closed stay closed. */
export function showPreview(place: HTMLElement, rendered: Rendered): void {
  const isOpen = place.querySelector<HTMLDetailsElement>('.fold')?.open ?? true;
  const view = toEntry({ facetPathOf: toFacetIndexPath }, placeFigures(rendered, new Map()), {
    path: toAddPath(),
    level: 3,
    year: undefined,
    hasNotes: true,
  });
  // Nothing in a template is loaded.
  const template = document.createElement('template');
  template.innerHTML = printEntry(view, isOpen);
  for (const link of template.content.querySelectorAll('.authors a')) link.replaceWith(...link.childNodes);
  for (const picture of template.content.querySelectorAll('img')) picture.replaceWith(toPlaceholder(picture));
  place.replaceChildren(template.content);
}

function printEntry(
  { short, title, href, authors, place, award, institutions, links, sections, lang, permalink, ...more }: EntryView,
  isOpen: boolean,
): string {
  const words = `${short === undefined ? '' : `<b>${short}</b> `}${title}`;
  // Its own page is yet to be made.
  const name = href === permalink ? words : `<a href="${toHtml(href)}">${words}</a>`;
  const span = (text: string) => `<span>${toHtml(text)}</span> `;
  const where = [
    place.length === 0 ? '' : `<span class="venue">${place.map(({ label }) => span(label)).join('')}</span> `,
    award === undefined ? '' : `<span class="award">${toHtml(award)}</span> `,
    ...institutions.map(({ label }) => span(label)),
  ];
  const { moreAuthors, hasUnknownAuthors } = more;
  const least = hasUnknownAuthors ? 'at least ' : '';
  const rest = moreAuthors === 0 ? '' : ` <span class="rest">and ${least}${moreAuthors} more</span>`;
  const notes = sections.map(({ heading, html }) =>
    heading === undefined ? html : `<h${heading.level} class="label">${heading.html}</h${heading.level}>${html}`,
  );
  return `<article class="entry">
<h3 class="title" dir="auto">${name}</h3>
${authors === '' ? '' : `<p class="authors" dir="auto">${authors}${rest}</p>`}
<div class="meta"><p class="where" dir="auto">${where.join('')}</p>
<p class="links">${links.map((link) => `<a href="${toHtml(link.href)}">${toHtml(link.label)}</a> `).join('')}</p></div>
${
  notes.length === 0
    ? ''
    : `<details class="fold"${isOpen ? ' open' : ''}><summary><span class="when-shut">Click to expand</span><span class="when-open">Click to collapse</span><span class="unseen"> the notes</span></summary>
<div class="prose notes" dir="auto"${lang === undefined ? '' : ` lang="${toHtml(lang)}"`}>${notes.join('')}</div></details>`
}</article>`;
}

/** A picture is not fetched for a preview: its host would learn of it, and one beside the notes is not here. */
function toPlaceholder(picture: HTMLImageElement): HTMLElement {
  const placeholder = document.createElement('span');
  placeholder.className = 'picture';
  placeholder.textContent = picture.alt === '' ? 'Picture' : `Picture: ${picture.alt}`;
  return placeholder;
}
