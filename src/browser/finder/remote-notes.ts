/** Remote notes: notes that are on the page of their paper, fetched when a reader opens their fold. */
import { make } from './elements.ts';

/** A fold with the words of another one, empty as yet, of the paper with this name and this page. */
export function toRemoteFold(summary: Element, name: string, href: string): HTMLDetailsElement {
  const fold = make('details', { className: 'fold remote' }, summary.cloneNode(true));
  fold.dataset.page = href;
  const unseen = fold.querySelector('.unseen');
  if (unseen !== null) unseen.textContent = ` the notes of ${name}`;
  return fold;
}

const FILLED = 'filled';

/** The notes in a fold, fetched if they are not there yet; undefined if they cannot be had, and then the fold says so. */
export async function fillFold(fold: HTMLElement): Promise<Element | undefined> {
  const findNotes = () => fold.querySelector('.notes') ?? undefined;
  if (findNotes() !== undefined) return findNotes();
  if (fold.ariaBusy === 'true') {
    return new Promise((resolve) => {
      fold.addEventListener(FILLED, () => resolve(findNotes()), { once: true });
    });
  }
  fold.ariaBusy = 'true';
  fold.querySelector('.empty')?.remove();
  try {
    const notes = await fetchNotes(new URL(fold.dataset.page ?? '', location.href).href);
    if (notes !== undefined) fold.append(notes);
    fold.querySelector('.elsewhere')?.remove();
  } catch {
    const text = 'The notes cannot be loaded right now. Close and open them to try again.';
    // A page from disk may not fetch another: the link that was printed there leads to the notes.
    if (fold.querySelector('.elsewhere') === null) fold.append(make('p', { className: 'empty' }, text));
  }
  fold.ariaBusy = null;
  fold.dispatchEvent(new Event(FILLED));
  return findNotes();
}

async function fetchNotes(href: string): Promise<Element | undefined> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const notes = page.querySelector('.notes');
  if (notes === null) return undefined;
  // Formulas bring their style sheet along.
  for (const link of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    link.href = new URL(link.getAttribute('href') ?? '', href).href;
    if (![...document.styleSheets].some((sheet) => sheet.href === link.href)) document.head.append(link);
  }
  for (const element of notes.querySelectorAll('[href], [src]')) {
    const name = element.hasAttribute('href') ? 'href' : 'src';
    element.setAttribute(name, new URL(element.getAttribute(name) ?? '', href).href);
  }
  return document.adoptNode(notes);
}
