/** Picked bar: appears once papers are selected, and copies or downloads their BibTeX. */
import { type Announce, toPapers } from './announcer.ts';
import { type Gather, offerFile } from './bibliography.ts';
import { copyText } from './copying.ts';
import type { Selection } from './selection.ts';

export function bindPickedBar(selection: Selection, gather: Gather, announce: Announce): void {
  const bar = document.querySelector<HTMLElement>('.picked');
  if (bar === null) return;
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
    else if (action === 'copy' || action === 'download') takeAway(action, selection.all(), gather, announce);
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

/** Copies or downloads the records of papers, and says how it went. */
export async function takeAway(
  action: 'copy' | 'download',
  slugs: readonly string[],
  gather: Gather,
  announce: Announce,
): Promise<void> {
  try {
    const { text, count } = await gather(slugs);
    const papers = toPapers(count);
    const gone = slugs.length - count;
    const rest = gone === 0 ? '.' : `; ${gone} ${gone === 1 ? 'is' : 'are'} no longer in the list.`;
    if (count === 0) {
      announce(`Nothing to copy or download${rest}`);
    } else if (action === 'download') {
      offerFile('papers.bib', 'application/x-bibtex', text);
      announce(`BibTeX of ${papers} downloaded${rest}`);
    } else {
      const isCopied = await copyText(text);
      announce(isCopied ? `BibTeX of ${papers} copied${rest}` : 'The browser does not allow copying here.');
    }
  } catch {
    announce('The BibTeX records cannot be loaded right now.');
  }
}
