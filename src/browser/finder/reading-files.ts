/** Reading files: takes the reading list out of the browser as a file, and back in. */
import { toPapers } from '../announcer.ts';
import { offerFile } from '../bibliography.ts';
import type { Services } from '../finder-door.ts';
import { toMarks } from '../reading-list.ts';
import { make } from './elements.ts';
import type { Library } from './library.ts';

const FORMAT = 'papershelf-reading-list';

/** The two buttons. */
export function toReadingFiles({ slugs }: Library, { readingList, announce }: Services): HTMLElement {
  const take = make('button', { type: 'button' }, 'Export');
  take.addEventListener('click', () => {
    const all = readingList.all();
    const text = JSON.stringify({ format: FORMAT, marks: Object.fromEntries(all) }, null, 2);
    offerFile('reading-list.json', 'application/json', `${text}\n`);
    announce(`Reading list of ${toPapers(all.size)} exported.`);
  });
  /** Adds the marks of the papers that this list has, and says how it went. */
  const add = (marks: object): string => {
    const here = new Set(slugs);
    const added = new Map([...toMarks(marks)].filter(([slug]) => here.has(slug)));
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
    const marks = readFile(await file.text());
    picker.value = '';
    announce(marks === undefined ? `${file.name} is not a reading list.` : add(marks));
  });
  const bring = make('button', { type: 'button' }, 'Import');
  bring.addEventListener('click', () => picker.click());
  return make('p', { className: 'reading-files' }, take, ' ', bring, picker);
}

/** The marks in the text of a file, unchecked; undefined where it is something else altogether. */
function readFile(text: string): object | undefined {
  try {
    const { format, marks } = JSON.parse(text);
    return format === FORMAT && typeof marks === 'object' && !Array.isArray(marks) ? (marks ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
