/** Place: where the reader of a page is, kept over a reload. */

const KEY = 'papershelf-preview-place';

interface Place {
  readonly href: string;
  readonly top: number;
  readonly left: number;
  /** What is open, by the name of the thing around it. */
  readonly open: readonly string[];
}

/** Keeps how far the page is scrolled, and which folds are open. */
export function keepPlace(): void {
  const open = [...document.querySelectorAll<HTMLDetailsElement>('details[open]')].map(nameOf);
  const place: Place = { href: location.href, top: scrollY, left: scrollX, open };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Without storage the page begins at its top.
  }
}

/** Goes back there, once. */
export function restorePlace(): void {
  const place = takePlace();
  if (place?.href !== location.href) return;
  const open = new Set(place.open);
  for (const fold of document.querySelectorAll('details')) if (open.has(nameOf(fold))) fold.open = true;
  history.scrollRestoration = 'manual';
  const scroll = () => scrollTo({ top: place.top, left: place.left, behavior: 'instant' });
  scroll();
  // Pictures and fonts come later.
  addEventListener('load', scroll, { once: true });
}

function takePlace(): Place | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The id of the entry around a fold, and the how manieth fold it is there. */
function nameOf(fold: HTMLDetailsElement): string {
  const around = fold.closest('[id]') ?? document.body;
  return `${around.id} ${[...around.querySelectorAll('details')].indexOf(fold)}`;
}
