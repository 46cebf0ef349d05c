/** Entry controls: the box that selects an entry and the button that marks it, wherever there is an entry. */
import type { Announce } from './announcer.ts';
import { MARK_NAMES, toNextMark } from './marks.ts';
import type { ReadingList } from './reading-list.ts';
import type { Selection } from './selection.ts';

const PREFIX = 'paper-';

/** Shows the state of every entry in `root`, and gives each control the name of its paper. */
export function showControls(root: ParentNode, selection: Selection, readingList: ReadingList): void {
  for (const box of root.querySelectorAll<HTMLInputElement>('.pick')) {
    const { slug, name } = toPaper(box);
    box.ariaLabel = `Select ${name}`;
    box.checked = selection.has(slug);
  }
  for (const button of root.querySelectorAll<HTMLButtonElement>('.mark')) {
    const { slug, name } = toPaper(button);
    const mark = readingList.get(slug);
    const text = mark === undefined ? 'Mark' : MARK_NAMES[mark];
    if (mark === undefined) delete button.dataset.mark;
    else button.dataset.mark = mark;
    button.textContent = text;
    button.ariaLabel = `${text}: ${name}`;
  }
}

/** Binds all of them at once, including those of entries added later. Says once if marks cannot be kept. */
export function bindControls(selection: Selection, readingList: ReadingList, announce: Announce): void {
  let isAnnounced = false;
  const show = () => {
    document.documentElement.classList.toggle('is-picking', selection.all().length > 0);
    showControls(document, selection, readingList);
  };
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('.pick'))
      selection.set(toPaper(target).slug, target.checked);
  });
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('.mark');
    if (button === null) return;
    const { slug } = toPaper(button);
    if (readingList.set(slug, toNextMark(readingList.get(slug))) || isAnnounced) return;
    isAnnounced = true;
    announce('The browser cannot keep marks; they will be lost when this page closes.');
  });
  selection.watch(show);
  readingList.watch(show);
  // After Back, the browser restores the boxes as they were left.
  window.addEventListener('pageshow', show);
  show();
}

function toPaper(control: Element): { readonly slug: string; readonly name: string } {
  const article = control.closest(`[id^="${PREFIX}"]`);
  const name = article?.querySelector('.title b') ?? article?.querySelector('.title');
  return { slug: article?.id.slice(PREFIX.length) ?? '', name: name?.textContent?.trim() ?? '' };
}
