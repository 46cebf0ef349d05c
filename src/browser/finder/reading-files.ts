/** Reading files: takes the reading list out of the browser as a file, and back in. */
import { toPapers } from '../announcer.ts';
import { offerFile } from '../bibliography.ts';
import type { Services } from '../finder-door.ts';
import { make } from './elements.ts';

/** The two buttons. */
export function toReadingFiles({ readingList, announce }: Services): HTMLElement {
  const take = make('button', { type: 'button' }, 'Export');
  take.addEventListener('click', () => {
    offerFile('reading-list.json', 'application/json', readingList.toFile());
    announce(`Reading list of ${toPapers(readingList.all().size)} exported.`);
  });
  const picker = make('input', { type: 'file', accept: 'application/json,.json', hidden: true });
  picker.addEventListener('change', async () => {
    const [file] = picker.files ?? [];
    if (file === undefined) return;
    const count = readingList.take(await file.text());
    picker.value = '';
    announce(count === undefined ? `${file.name} is not a reading list.` : `Marks of ${toPapers(count)} imported.`);
  });
  const bring = make('button', { type: 'button' }, 'Import');
  bring.addEventListener('click', () => picker.click());
  return make('p', { className: 'reading-files' }, take, ' ', bring, picker);
}
