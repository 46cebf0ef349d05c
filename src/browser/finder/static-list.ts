/** Static list: the groups of the page as they came, put aside while results stand in their place. */
import { announceItems } from './announce-items.ts';

export interface StaticList {
  readonly takeAway: () => void;
  readonly putBack: () => void;
}

/** What follows `found`: the groups, the pager, and on the page of an author or the like those near it. Taken out of the page, so that no id stands twice. */
export function createStaticList(found: HTMLElement, showControls: (root: ParentNode) => void): StaticList {
  const aside = document.createDocumentFragment();
  const parts: HTMLElement[] = [];
  for (let next = found.nextElementSibling; next !== null; next = next.nextElementSibling) {
    parts.push(next as HTMLElement);
  }
  const setAside = (isAside: boolean) => {
    for (const part of parts) part.classList.toggle('put-aside', isAside);
  };
  return {
    takeAway() {
      if (!found.hidden) return;
      found.hidden = false;
      setAside(true);
      // Hundreds of entries take their time to go: the first result is shown before.
      setTimeout(() => {
        if (!found.hidden) aside.append(...parts);
      }, 50);
    },
    putBack() {
      if (found.hidden) return;
      found.hidden = true;
      setAside(false);
      found.after(...parts);
      // Papers may have been picked and marked among the results.
      for (const part of parts) showControls(part);
      announceItems();
    },
  };
}
