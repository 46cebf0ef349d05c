/** Scrollers: wide formulas and tables that scroll can be reached by keyboard; those that fit are not tab stops. */

/** Sent to a fold into which notes have come. */
export const FILLED = 'filled';

const NAMES: Readonly<Record<string, string>> = { 'katex-display': 'Formula', scroll: 'Table' };
const SELECTOR = '.katex-display, .scroll, .prose pre';

/** Binds all that are on the page now or later, whenever their size changes. */
export function bindScrollers(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) show(target as HTMLElement);
  });
  for (const element of document.querySelectorAll(SELECTOR)) observer.observe(element);
  // Notes come with an entry among the results, or from another page into an open fold.
  const observeBelow = ({ target }: Event) => {
    for (const element of (target as Element).querySelectorAll(SELECTOR)) observer.observe(element);
  };
  for (const type of ['toggle', FILLED]) document.addEventListener(type, observeBelow, true);
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
