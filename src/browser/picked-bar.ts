/** Picked bar: appears once papers are selected, and copies or downloads their records. */
import { type Announce, toPapers } from './announcer.ts';
import type { Selection } from './selection.ts';
import { bindFormats, type TakeAway } from './take-away.ts';

export function bindPickedBar(selection: Selection, takeAway: TakeAway, announce: Announce): void {
  const bar = document.querySelector<HTMLElement>('.picked');
  if (bar === null) return;
  const choice = bar.querySelector('select') as HTMLSelectElement;
  const toButton = (action: string) => bar.querySelector(`[data-action="${action}"]`) as HTMLElement;
  bindFormats(choice, { copy: toButton('copy'), download: toButton('download') });
  const show = () => {
    const { length } = selection.all();
    bar.hidden = length === 0;
    const count = bar.querySelector('.picked-count');
    if (count !== null) count.textContent = `${length} selected`;
  };
  const clear = (isByMouse: boolean) => {
    const boxes = document.querySelectorAll<HTMLElement>('.pick:checked');
    const next = [...boxes].at(-1) ?? document.getElementById('main');
    selection.clear();
    // The button disappeared with the bar. Other elements receive the focus only if it is set on them.
    if (next?.tabIndex === -1) next.tabIndex = -1;
    next?.focus({ preventScroll: isByMouse });
  };
  bar.addEventListener('click', ({ target, detail }) => {
    const action = (target as Element).closest<HTMLElement>('button')?.dataset.action;
    if (action === 'clear') clear(detail > 0);
    else if (action === 'copy' || action === 'download') takeAway(action, selection.all(), choice.value);
  });
  let before = selection.all().length;
  selection.watch(() => {
    const { length } = selection.all();
    if (length !== before) announce(`${toPapers(length)} selected`, true);
    before = length;
    show();
  });
  show();
}
