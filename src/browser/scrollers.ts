/** Scrollers: wide formulas and tables that scroll can be reached by keyboard; those that fit are not tab stops. */

const NAMES: Readonly<Record<string, string>> = { 'katex-display': 'Formula', scroll: 'Table' };
const SELECTOR = '.katex-display, .scroll, .prose pre';

/** Binds all that are on the page now or later, whenever their size changes. */
export function bindScrollers(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) show(target as HTMLElement);
  });
  for (const element of document.querySelectorAll(SELECTOR)) observer.observe(element);
  // Notes from another page are loaded into a fold.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      for (const element of (target as Element).querySelectorAll(SELECTOR)) observer.observe(element);
    },
    true,
  );
}

function show(element: HTMLElement): void {
  if (element.scrollWidth > element.clientWidth) {
    element.tabIndex = 0;
    element.role = 'group';
    element.ariaLabel = NAMES[element.className] ?? 'Code';
  } else if (element.role === 'group') {
    for (const name of ['tabindex', 'role', 'aria-label']) element.removeAttribute(name);
  }
}
