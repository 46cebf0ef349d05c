/** Theme: light, dark, or as the system prefers; set before the page is painted, so that nothing flashes. */
import { THEME } from './kept.ts';
import type { Storage } from './storage.ts';

/** Applies a theme to the document, by default the kept one; an empty one follows the system. */
export function applyTheme(storage: Storage, theme = storage.read(THEME)): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** Binds the theme menu, and follows a choice made on another page. */
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
  // After Back, the browser restores the menu as it was left.
  window.addEventListener('pageshow', show);
}
