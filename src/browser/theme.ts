/** Theme: light, dark, or as the system has it; set before the page is painted, so that nothing flashes. */
import { THEME } from './kept.ts';
import type { Storage } from './storage.ts';

/** Puts a theme on the document, the kept one unless another is given; an empty one is that of the system. */
export function applyTheme(storage: Storage, theme = storage.read(THEME)): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** Binds the choice of themes, and follows a choice made on another page. */
export function bindTheme(storage: Storage): void {
  const select = document.querySelector<HTMLSelectElement>('select[name="theme"]');
  if (select === null) return;
  const show = () => {
    select.value = document.documentElement.dataset.theme ?? '';
  };
  show();
  select.addEventListener('change', () => {
    storage.write(THEME, select.value || undefined);
    applyTheme(storage, select.value);
  });
  storage.watch(THEME, () => {
    applyTheme(storage);
    show();
  });
  // On the way back the browser fills in the menu as it was left.
  window.addEventListener('pageshow', show);
}
