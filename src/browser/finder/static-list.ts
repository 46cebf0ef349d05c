/** Static list: the groups of the page as they came, put aside while results stand in their place. */

export interface StaticList {
  readonly takeAway: () => void;
  readonly putBack: () => void;
}

/** The groups and the pager are what follows `found`. Taken out of the page, so that no id stands twice. */
export function createStaticList(found: HTMLElement): StaticList {
  const aside = document.createDocumentFragment();
  const parts: Element[] = [];
  for (let next = found.nextElementSibling; next !== null; next = next.nextElementSibling) parts.push(next);
  return {
    takeAway() {
      if (!found.hidden) return;
      found.hidden = false;
      aside.append(...parts);
    },
    putBack() {
      if (found.hidden) return;
      found.hidden = true;
      found.after(...parts);
    },
  };
}
