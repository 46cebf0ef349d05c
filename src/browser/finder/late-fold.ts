/** Late fold: notes that stand on another page, fetched when a reader opens them. */
import { make } from './elements.ts';

/** A fold with the words of another one, empty as yet, of the paper with this name and this page. */
export function toLateFold(summary: Element, name: string, href: string): HTMLDetailsElement {
  const fold = make('details', { className: 'fold' }, summary.cloneNode(true));
  const unseen = fold.querySelector('.unseen');
  if (unseen !== null) unseen.textContent = ` the notes of ${name}`;
  fold.addEventListener('toggle', () => {
    if (fold.open) fillFold(fold, href);
  });
  return fold;
}

const filling = new WeakMap<Element, Promise<Element | undefined>>();

/** The notes in a fold, fetched if they are not there yet; undefined where they cannot be had, and then the fold says so. */
export function fillFold(fold: HTMLDetailsElement, href: string): Promise<Element | undefined> {
  const promise = filling.get(fold) ?? fill(fold, href);
  filling.set(fold, promise);
  return promise;
}

async function fill(fold: HTMLDetailsElement, href: string): Promise<Element | undefined> {
  const here = fold.querySelector('.notes');
  if (here !== null) return here;
  fold.querySelector('.empty')?.remove();
  try {
    const notes = await fetchNotes(href);
    if (notes !== undefined) fold.append(notes);
    return notes;
  } catch {
    filling.delete(fold);
    const text = 'The notes cannot be loaded right now. Close and open them to try again.';
    fold.append(make('p', { className: 'empty' }, text));
    return undefined;
  }
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
