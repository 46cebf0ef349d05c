/** Remote notes: notes that are on the page of their paper, fetched when a reader opens their fold. */
import { FILLED } from '../scrollers.ts';
import { make } from './elements.ts';
import { keepPlace, readPlace } from './history-place.ts';

/** Fetches the notes into a fold that was opened, and keeps with the step of the history which ones are open. */
export function turnFold(fold: HTMLDetailsElement): void {
  const opened = document.querySelectorAll('.entry:has(> .fold.remote[open])');
  keepPlace({ folds: [...opened].map(({ id }) => id) });
  if (fold.open && fold.ariaBusy !== 'true') fillFold(fold);
}

/** Opens the folds that were open when the reader left the page, or when the same results were drawn before. */
export function reopenFolds(): void {
  for (const id of readPlace().folds) {
    document.getElementById(id)?.querySelector('.fold.remote')?.setAttribute('open', '');
  }
}

/**
 * The notes in a fold, fetched if they are not there yet; undefined if they cannot be had, and then the fold says so. A
 * page from disk may fetch nothing: there a link in the fold leads to the notes.
 */
export async function fillFold(fold: HTMLElement): Promise<Element | undefined> {
  const findNotes = () => fold.querySelector('.notes') ?? undefined;
  const link = fold.querySelector<HTMLAnchorElement>('.elsewhere a');
  if (findNotes() !== undefined || link === null || isFromDisk()) return findNotes();
  fold.ariaBusy = 'true';
  const before = fold.querySelector('.empty');
  const wasFocused = before?.contains(document.activeElement);
  let next: HTMLElement | null = fold.querySelector('summary');
  try {
    const notes = await fetchNotes(link.href);
    link.parentElement?.replaceWith(notes);
  } catch {
    fold.classList.add('failed');
    next = make('button', { type: 'button', className: 'again', onclick: () => fillFold(fold) }, 'Try again');
    const text = 'The notes cannot be loaded right now. ';
    link.parentElement?.before(make('p', { className: 'empty', role: 'alert' }, text, next));
  }
  before?.remove();
  if (wasFocused) next?.focus();
  fold.ariaBusy = null;
  fold.dispatchEvent(new Event(FILLED));
  return findNotes();
}

export const isFromDisk = (): boolean => location.protocol === 'file:';

/** Makes the fold in a copy of an entry one that nobody has tried to fill. */
export function resetFold(fold: HTMLElement): void {
  fold.ariaBusy = null;
  fold.querySelector('.empty')?.remove();
}

async function fetchNotes(href: string): Promise<Element> {
  const response = await fetch(href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const name of ['href', 'src']) {
    for (const element of page.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? '', href).href);
    }
  }
  const notes = page.querySelector('.notes');
  if (!response.ok || notes === null) throw new Error(`${href}: ${response.status}`);
  // Formulas bring their style sheet along.
  for (const link of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (![...document.styleSheets].some((sheet) => sheet.href === link.href)) document.head.append(link);
  }
  return document.adoptNode(notes);
}
