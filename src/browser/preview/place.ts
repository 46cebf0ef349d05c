/** Place: where the reader of a page is, kept across a reload. */
import { type KeptPlace, PLACE } from '../kept.ts';
import { createStorage } from '../storage.ts';

const storage = createStorage(new URL('/', location.href));

/** Keeps the scroll position, and which folds are open. */
export function keepPlace(): void {
  const open = [...document.querySelectorAll<HTMLDetailsElement>('details[open]')].map(nameOf);
  const place: KeptPlace = { href: location.href, top: scrollY, left: scrollX, open };
  // Without storage, the page starts at the top.
  storage.write(PLACE, JSON.stringify(place));
}

/** Goes back to that place, once. */
export function restorePlace(): void {
  const place = storage.read(PLACE);
  storage.write(PLACE, undefined);
  if (place?.href !== location.href) return;
  const open = new Set(place.open);
  for (const fold of document.querySelectorAll('details')) if (open.has(nameOf(fold))) fold.open = true;
  history.scrollRestoration = 'manual';
  const scroll = () => scrollTo({ top: place.top, left: place.left, behavior: 'instant' });
  scroll();
  // Pictures and fonts load later.
  addEventListener('load', scroll, { once: true });
}

/** The id of the entry around a fold, and the position of the fold among those in it. */
function nameOf(fold: HTMLDetailsElement): string {
  const around = fold.closest('[id]') ?? document.body;
  return `${around.id} ${[...around.querySelectorAll('details')].indexOf(fold)}`;
}
