/** Reading files: takes the reading list out of the browser as a file, and back in. */
import { toPapers } from '../announcer.ts';
import type { Services } from '../load-finder.ts';
import { isMark, type Mark } from '../marks.ts';
import { make } from './elements.ts';
import type { Library } from './library.ts';

const FORMAT = 'papershelf-reading-list';
/** Bytes; the marks of 100,000 papers are fewer. */
const LARGEST = 1e7;

/** The two buttons. */
export function toReadingFiles({ slugs }: Library, { readingList, announce, offerFile }: Services): HTMLElement {
  const take = () => {
    const all = readingList.all();
    const text = JSON.stringify({ format: FORMAT, marks: Object.fromEntries(all) }, null, 2);
    offerFile('reading-list.json', 'application/json', `${text}\n`);
    announce(`Reading list of ${toPapers(all.size)} exported.`);
  };
  /** Adds the marks of the papers that this list has, and says how it went. */
  const add = (marks: object): string => {
    const here = new Set(slugs);
    const isKnown = (entry: [string, unknown]): entry is [string, Mark] => here.has(entry[0]) && isMark(entry[1]);
    const added = new Map(Object.entries(marks).filter(isKnown));
    const others = Object.keys(marks).length - added.size;
    const isKept = readingList.add(added);
    const left = others === 0 ? '' : `, ${others} left out`;
    const lost = isKept ? '' : ' The browser cannot keep them: they are gone with this page.';
    return `Marks of ${toPapers(added.size)} of this list imported${left}.${lost}`;
  };
  const picker = make('input', { type: 'file', accept: 'application/json,.json', hidden: true });
  picker.addEventListener('change', async () => {
    const [file] = picker.files ?? [];
    if (file === undefined) return;
    let message = `${file.name} is not a reading list.`;
    try {
      const { format, marks } = file.size < LARGEST ? JSON.parse(await file.text()) : {};
      if (format === FORMAT && typeof marks === 'object' && !Array.isArray(marks)) message = add(marks);
    } catch {
      // It is not JSON, holds no marks, or can no longer be read.
    }
    picker.value = '';
    announce(message);
  });
  const toButton = (text: string, onclick: () => void) => make('button', { type: 'button', onclick }, text);
  const bring = toButton('Import', () => picker.click());
  return make('p', { className: 'reading-files' }, toButton('Export', take), ' ', bring, picker);
}
