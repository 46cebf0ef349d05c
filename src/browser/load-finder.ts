/** Finder door: opens search and filters on a reader's first sign of wanting them; until then nothing of them is loaded. */
import type { Announce } from './announcer.ts';
import type { ReadingList } from './reading-list.ts';
import type { Selection } from './selection.ts';
import type { bindFormats, TakeAway } from './take-away.ts';

/** What the page lends to the finder, which is a script of its own. */
export interface Services {
  /** The root of the site. */
  readonly site: URL;
  /** True on a page of the view with notes. */
  readonly isWithNotes: boolean;
  readonly selection: Selection;
  readonly readingList: ReadingList;
  readonly announce: Announce;
  /** Copies or downloads the records of these papers. */
  readonly takeAway: TakeAway;
  readonly bindFormats: typeof bindFormats;
  /** Shows the state of the controls of entries that have come to the page. */
  readonly showControls: (root: ParentNode) => void;
  /** Hands the reader a file to keep. */
  readonly offerFile: (name: string, type: string, text: string) => void;
}

/**
 * What the script of the finder offers, as the global `papershelfFinder`: a page from disk may load no modules. By itself
 * it goes to the match that the address names, and opens the folds that were open when the reader left the page.
 */
interface FinderScript {
  /** Takes the search field and the filters into service; `form` holds the field and the order. */
  readonly startFinder: (form: HTMLElement, services: Services) => Promise<void>;
  /** Hears of every fold that is opened or closed and whose notes are on another page. */
  readonly turnFold: (fold: HTMLDetailsElement) => void;
}

declare global {
  interface Window {
    papershelfFinder?: FinderScript;
  }
}

/** Before the page is painted: if the address asks for results, the list they will replace is not shown first. */
export function awaitResults(facets: string): void {
  const names = new Set(['q', 'sort', 'code', 'notes', 'mark', 'topic', ...facets.split(' ')]);
  const isAsked = [...new URLSearchParams(location.search).keys()].some((name) => names.has(name));
  document.documentElement.classList.toggle('is-finding', isAsked);
}

/** Binds the field, its key `/` and the button of the filters; on a page without them `/` leads to the home page's. */
export function bindFinder(script: string, style: string, services: Services): void {
  const form = document.querySelector<HTMLElement>('.finder');
  const { classList } = document.documentElement;
  const parameters = new URLSearchParams(location.search);
  const open = async (): Promise<FinderScript> => {
    if (window.papershelfFinder === undefined) await load('script', { src: script });
    return window.papershelfFinder as FinderScript;
  };
  const fail = (what: string) => () => services.announce(`The ${what} cannot be loaded right now.`);
  if (parameters.has('match') || history.state?.folds?.length) open().catch(fail('search'));

  // The event of a fold does not bubble.
  const hear = ({ target }: Event) => {
    const fold = target as HTMLDetailsElement;
    if (!fold.matches('.fold.remote')) return;
    open()
      .then(({ turnFold }) => turnFold(fold))
      .catch(() => {
        fold.classList.add('failed');
        fail('notes')();
      });
  };
  document.addEventListener('toggle', hear, true);

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
    classList.remove('is-finding');
    return;
  }

  let isStarted = false;
  const start = () => {
    if (isStarted) return;
    isStarted = true;
    Promise.all([open(), load('link', { rel: 'stylesheet', href: style })])
      .then(([{ startFinder }]) => startFinder(form, services))
      .catch(() => {
        isStarted = false;
        fail('search')();
      })
      .finally(() => classList.remove('is-finding'));
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
  for (const sign of ['focusin', 'pointerdown', 'input', 'change']) form.addEventListener(sign, start);
  if (!classList.contains('is-finding')) return;
  const input = form.querySelector<HTMLInputElement>('input[type="search"]');
  if (input !== null) input.value = parameters.get('q') ?? '';
  start();
}

/** Done once the script has run, or the style sheet is in force. A browser asks again for one that could not be had. */
function load<Tag extends 'script' | 'link'>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<unknown> {
  return new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement(tag), properties, { onload, onerror }));
  });
}
