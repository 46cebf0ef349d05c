/** Finder door: opens search and filters on a reader's first sign of wanting them; until then nothing of them is loaded. */
import type { Announce } from './announcer.ts';
import type { ReadingList } from './reading-list.ts';
import type { Selection } from './selection.ts';

/** What the page lends to the finder, which is a script of its own. */
export interface Services {
  /** The root of the site. */
  readonly site: URL;
  /** True on a page of the view with notes. */
  readonly isWithNotes: boolean;
  readonly selection: Selection;
  readonly readingList: ReadingList;
  readonly announce: Announce;
  /** Copies or downloads the BibTeX of these papers. */
  readonly takeAway: (action: 'copy' | 'download', slugs: readonly string[]) => Promise<void>;
  /** Shows the state of the controls of entries that have come to the page. */
  readonly showControls: (root: ParentNode) => void;
}

/** What the script of the finder offers, as the global `papershelfFinder`. */
interface FinderScript {
  /** Takes the search field and the filters into service; `form` holds the field and the order. */
  readonly startFinder: (form: HTMLElement, services: Services) => Promise<void>;
  /** Marks these terms in the notes of the page, and goes to the first of them. */
  readonly showMatch: (terms: readonly string[]) => void;
  /** Fetches the notes into a fold whose notes are on another page. */
  readonly fillFold: (fold: HTMLElement) => Promise<Element | undefined>;
}

declare global {
  interface Window {
    papershelfFinder?: FinderScript;
  }
}

const MATCH = 'match';

/** True if the address asks for a search or a filter; `facets` are the names of the facets in addresses. */
function asksForResults(facets: string): boolean {
  const names = new Set(['q', 'sort', 'code', 'notes', 'mark', 'topic', ...facets.split(' ')]);
  return [...new URLSearchParams(location.search).keys()].some((name) => names.has(name));
}

/** Before the page is painted: if the address asks for results, the list they will replace is not shown first. */
export function awaitResults(facets: string): void {
  document.documentElement.classList.toggle('is-finding', asksForResults(facets));
}

/** Binds the field, its key `/` and the button of the filters; on a page without them `/` leads to the home page's. */
export function bindFinder(script: string, style: string, facets: string, services: Services): void {
  const form = document.querySelector<HTMLElement>('.finder');
  const load = (): Promise<FinderScript> => loadScript(script).then(() => window.papershelfFinder as FinderScript);
  const matched = new URLSearchParams(location.search).get(MATCH);
  const fail = () => services.announce('The search cannot be loaded right now.');
  if (matched !== null)
    load()
      .then(({ showMatch }) => showMatch(matched.split(' ')))
      .catch(fail);

  // The event of a fold does not bubble.
  const openRemote = ({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.fold.remote')) return;
    load()
      .then(({ fillFold }) => fillFold(target))
      .catch(() => services.announce('The notes cannot be loaded right now.'));
  };
  document.addEventListener('toggle', openRemote, true);

  document.addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable]',
    );
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    if (form === null) location.assign(new URL('index.html?q=', services.site));
    else form.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  });
  if (form === null) {
    document.documentElement.classList.remove('is-finding');
    return;
  }

  let isOpen = false;
  const open = () => {
    if (isOpen) return;
    isOpen = true;
    Promise.all([load(), loadStyle(style)])
      .then(([{ startFinder }]) => startFinder(form, services))
      .catch(() => {
        isOpen = false;
        fail();
      })
      .finally(() => document.documentElement.classList.remove('is-finding'));
  };
  const toggle = form.querySelector<HTMLElement>('.filter');
  const filters = document.getElementById('filters');
  if (toggle !== null && filters !== null) {
    const show = (isShown: boolean) => {
      filters.hidden = !isShown;
      toggle.ariaExpanded = String(isShown);
    };
    toggle.addEventListener('click', () => show(filters.hidden !== false));
    const leave = (event: Event) => {
      const { key, target } = event as KeyboardEvent;
      const isFull = target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
      // A field to find a value in is emptied first.
      if (key !== 'Escape' || filters.hidden !== false || isFull) return;
      show(false);
      toggle.focus();
    };
    for (const part of [toggle, filters]) part.addEventListener('keydown', leave);
  }
  for (const sign of ['focusin', 'pointerdown', 'input', 'change']) form.addEventListener(sign, open);
  if (!asksForResults(facets)) return;
  const input = form.querySelector<HTMLInputElement>('input[type="search"]');
  if (input !== null) input.value = new URLSearchParams(location.search).get('q') ?? '';
  open();
}

/** Done once the script has run. A browser asks again for one that could not be had. */
function loadScript(src: string): Promise<void> {
  if (window.papershelfFinder !== undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(src));
    document.head.append(script);
    script.remove();
  });
}

/** Done once the style sheet is in force. */
function loadStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(href));
    document.head.append(link);
  });
}
