/** Preview: the entry as a list page will show it, its notes open. */
import { toEntry } from '../../emit/parts/entry.ts';
import { toAddPath } from '../../emit/paths.ts';
import type { Entry } from '../../model/entry.ts';
import type { Facet } from '../../model/facets.ts';
import type { Slug } from '../../model/slug.ts';
import { printEntry } from './print-entry.ts';

/** Shows the entry, replacing the previous one; notes that were closed stay closed. `facets` are those of the list. */
export function showPreview(place: HTMLElement, { card, notes }: Entry, facets: readonly Facet[]): void {
  const isOpen = place.querySelector<HTMLDetailsElement>('.fold')?.open ?? true;
  // Pages of its authors, venue and so on may not exist yet; links to them are removed below.
  const values = Object.fromEntries(facets.map(({ kind, read }) => [kind, read(card).map(() => 'none' as Slug)]));
  const view = toEntry({ ...card, values }, { path: toAddPath(), facets, level: 3, notes });
  // Nothing inside a template element is loaded.
  const template = document.createElement('template');
  template.innerHTML = printEntry(view);
  const { content } = template;
  for (const control of content.querySelectorAll('.scripted')) control.remove();
  for (const link of content.querySelectorAll('a')) {
    if (!/^(?:https?:|mailto:|#)/.test(link.getAttribute('href') ?? ''))
      link.replaceWith(toPlain(link, view.permalink));
  }
  for (const picture of content.querySelectorAll('img')) picture.replaceWith(toPlaceholder(picture));
  for (const fold of content.querySelectorAll('details')) fold.open = isOpen;
  place.replaceChildren(content);
}

/** A link to a page of the site becomes plain text; a link to the paper's own page outside its title is removed. */
function toPlain(link: HTMLAnchorElement, permalink: string): Node {
  const words = document.createElement('span');
  const isPermalink = link.getAttribute('href') === permalink && link.closest('.links') !== null;
  if (!isPermalink) words.append(...link.childNodes);
  return words;
}

/** A picture is not fetched for a preview: its host would notice, and one next to the notes is not here. */
function toPlaceholder(picture: HTMLImageElement): HTMLElement {
  const placeholder = document.createElement('span');
  placeholder.className = 'picture';
  placeholder.textContent = picture.alt === '' ? 'Picture' : `Picture: ${picture.alt}`;
  return placeholder;
}
