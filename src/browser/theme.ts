/** Theme: light, dark, or as the system has it; set before the page is painted, so that nothing flashes. */
import type { Storage } from './storage.ts';

const THEMES: readonly string[] = ['light', 'dark'];

/** Puts the kept theme on the document. */
export function applyTheme(storage: Storage): void {
  const theme = storage.read('theme') ?? '';
  if (THEMES.includes(theme)) document.documentElement.dataset.theme = theme;
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
    storage.write('theme', select.value === '' ? undefined : select.value);
    applyTheme(storage);
  });
  storage.watch('theme', () => {
    applyTheme(storage);
    show();
  });
  // On the way back the browser fills in the menu as it was left.
  window.addEventListener('pageshow', show);
}
