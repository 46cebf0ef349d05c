/** Take away: copies or downloads the records of chosen papers, in the format that the reader has chosen. */
import { type Announce, toPapers } from './announcer.ts';
import { copyText } from './copying.ts';
import { RECORD_FORMATS, toFormat } from './record-formats.ts';
import { type Gather, MOST_FETCHES, offerFile } from './records.ts';

export type Action = 'copy' | 'download';

/** Copies or downloads the records of papers, and says how it went. */
export type TakeAway = (action: Action, slugs: readonly string[], format?: string) => Promise<void>;

export function createTakeAway(gather: Gather, announce: Announce): TakeAway {
  return async (action, slugs, name) => {
    const format = toFormat(name);
    if (format.file === undefined && slugs.length > MOST_FETCHES) {
      announce(`References of at most ${MOST_FETCHES} papers can be taken at once. BibTeX and RIS have no such limit.`);
      return;
    }
    try {
      const { text, count } = await gather(format, slugs);
      const papers = toPapers(count);
      const gone = slugs.length - count;
      const rest = gone === 0 ? '.' : `; ${gone} ${gone === 1 ? 'is' : 'are'} no longer in the list.`;
      if (count === 0) {
        announce(`Nothing to copy or download${rest}`);
      } else if (action === 'download') {
        const own = slugs.length === 1 ? slugs[0] : 'papers';
        offerFile(`${own}.${format.extension}`, format.mediaType, text);
        announce(`${format.name} of ${papers} downloaded${rest}`);
      } else {
        const isCopied = await copyText(text);
        announce(isCopied ? `${format.name} of ${papers} copied${rest}` : 'The browser does not allow copying here.');
      }
    } catch {
      announce(`${format.name} cannot be loaded right now.`);
    }
  };
}

/** Fills the choice of formats, and lets the buttons beside it say what they would take. */
export function bindFormats(choice: HTMLSelectElement, buttons: Readonly<Record<Action, HTMLElement>>): void {
  choice.replaceChildren(...RECORD_FORMATS.map(({ name }) => new Option(name)));
  const label = () => {
    buttons.copy.textContent = `Copy ${choice.value}`;
    buttons.download.textContent = `Download ${choice.value}`;
  };
  choice.addEventListener('change', label);
  label();
}

/** Binds every button that downloads the record of one paper, which names the paper and the format. */
export function bindTakers(takeAway: TakeAway): void {
  document.addEventListener('click', ({ target }) => {
    const { take, format } = (target as Element).closest<HTMLElement>('[data-take]')?.dataset ?? {};
    if (take !== undefined) takeAway('download', [take], format);
  });
}
