/** BibTeX publication: where and as what a BibTeX or BibLaTeX record says that a paper was published. */
import type { PaperFields } from '../model/paper-fields.ts';
import type { PaperType } from '../model/paper-type.ts';
import { toIsbn } from '../text/isbn.ts';
import { toPages } from '../text/pages.ts';
import { toTexText } from '../text/tex-text.ts';
import type { VenueText } from '../text/venue-name.ts';
import { fromEntryType, readMiscType, toThesisGenre } from './bibtex-types.ts';
import { readJournalMacro } from './journal-macros.ts';
import type { RecordReader } from './record-reader.ts';
import { readSeries } from './venue-text.ts';
import { toVenue } from './venues.ts';
import { type TypeClues, toPaperType } from './work.ts';

const CONTAINERS = ['booktitle', 'journal', 'journaltitle', 'eventtitle'];
const HOLDERS = ['publisher', 'organization', 'institution'];
const ARXIV = /^\{*arxiv(?:\.org)?\}*$/i;

/** The fields of a paper that a record says, and the year that its venue names. */
export type Publication = Pick<
  PaperFields,
  | 'type'
  | 'genre'
  | 'venue'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'series'
  | 'edition'
  | 'publisher'
  | 'school'
  | 'isbn'
  | 'institutions'
> & { readonly year?: string };

/**
 * Reads them from a record of this entry type. `type` is given only if it could not be worked out from the rest, so that
 * files stay short. The school of a thesis and the institution of a report are institutions of their authors too.
 */
export function readPublication(entryType: string, record: RecordReader, isOnArxiv: boolean): Publication {
  // Zotero and others name arXiv as the publisher or the institution.
  const isOfArxiv = isOnArxiv && HOLDERS.some((name) => ARXIV.test(record.peek(name)));
  const meant = isOfArxiv ? undefined : fromEntryType(entryType);
  const misc = readMiscType(record.text('type'));
  const genre = meant === 'thesis' ? toThesisGenre(entryType, misc.genre ?? '') : misc.genre;
  const { venue, year } = readVenueOf(record, isOnArxiv) ?? {};
  const holders = readHolders(record, meant);
  const isbn = readIsbn(record);
  const isId = isOnArxiv && /^\s*arXiv:/i.test(record.peek('number'));
  const found: Publication = {
    ...(genre === undefined ? {} : { genre }),
    ...(venue === undefined ? {} : { venue }),
    ...toPresent('volume', record.peek('volume').startsWith('abs/') ? '' : record.text('volume')),
    ...toPresent('issue', readFirst(record, isId ? ['issue'] : ['number', 'issue'])),
    ...toPresent('pages', toPages(readFirst(record, ['pages', 'eid']))),
    ...toPresent('series', record.text('series')),
    ...toPresent('edition', record.text('edition')),
    ...holders,
    ...(isbn === undefined ? {} : { isbn }),
    ...(year === undefined ? {} : { year }),
  };
  const type = toType(misc.type, meant, found, record);
  return type === undefined ? found : { type, ...found };
}

function toPresent<Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } {
  return (value === '' ? {} : { [name]: value }) as { readonly [Key in Name]?: string };
}

/** The first of these fields that says something; the others are left. */
function readFirst(record: RecordReader, names: readonly string[]): string {
  const name = names.find((one) => record.peek(one).trim() !== '');
  return name === undefined ? '' : record.text(name);
}

/** The journal, the proceedings, the book; for works that stand alone, how they were published. */
function readVenueOf(record: RecordReader, isOnArxiv: boolean): VenueText | undefined {
  const name = CONTAINERS.find((one) => record.peek(one).trim() !== '') ?? 'howpublished';
  const written = record.peek(name);
  const container = name === 'howpublished' ? written.replace(/\\url\s*\{[^{}]*\}/g, '').trim() : written;
  const isNone = container === '' || /^\s*https?:\/\/\S+\s*$/i.test(container);
  if (!isNone) record.use(name);
  if (/\barxiv|^corr$/i.test(container.trim())) return { venue: 'arXiv' };
  if (isNone) return isOnArxiv ? { venue: 'arXiv' } : undefined;
  return readJournalMacro(container) ?? readSeries(toTexText(container), toTexText(record.peek('series')));
}

/** Who stands for the work, by the entry type: BibTeX has a field for each, and other programs mix them. */
function readHolders(
  record: RecordReader,
  type: PaperType | undefined,
): Pick<Publication, 'publisher' | 'school' | 'institutions'> {
  const read = (names: readonly string[]) => {
    const text = readFirst(record, names);
    return ARXIV.test(text) ? '' : text;
  };
  if (type === 'thesis') {
    const school = read(record.peek('school') === '' ? ['institution', 'publisher'] : ['school']);
    const publisher = record.peek('publisher');
    return {
      ...toPresent('publisher', toTexText(publisher) === school ? '' : read(['publisher'])),
      ...toPresent('school', school),
      ...(school === '' ? {} : { institutions: [school] }),
    };
  }
  const isReport = type === 'report';
  const publisher = read(isReport ? ['institution', ...HOLDERS] : HOLDERS);
  return {
    ...toPresent('publisher', publisher),
    ...toPresent('school', read(['school'])),
    ...(isReport && publisher !== '' ? { institutions: [publisher] } : {}),
  };
}

/** The first good one of several; if there are more, the field counts as left out. */
function readIsbn(record: RecordReader): string | undefined {
  const written = record.peek('isbn').trim();
  const all = written.split(/\s*[,;]\s*|\s+(?=97[89])/).filter((one) => one !== '');
  const good = all.map(toIsbn).filter((isbn) => isbn !== undefined);
  if (all.length === 1 && good.length === 1) record.use('isbn');
  return good[0];
}

/** What the rule would not work out by itself. */
function toType(
  said: PaperType | undefined,
  meant: PaperType | undefined,
  found: Publication,
  record: RecordReader,
): PaperType | undefined {
  const { venue, issue, ...clues } = found;
  const known = venue === undefined ? undefined : toVenue(venue);
  const inferred = toPaperType(
    {
      ...(issue === undefined ? {} : { issue }),
      ...(record.peek('editor').trim() === '' ? {} : { editors: [record.peek('editor')] }),
      ...(clues as TypeClues),
    },
    known,
  );
  if (said !== undefined) return said === inferred ? undefined : said;
  const type =
    meant ?? (inferred === 'conference' && known?.kind === undefined ? toMisc(found.genre ?? venue ?? '') : inferred);
  // Programs call what is on arXiv an article or a web page, and a chapter what is in proceedings that appear as a book.
  const isLoose = /^(?:article|conference)$/.test(type) || (known?.kind === 'preprint' && type === 'webpage');
  if (known?.isListed === true && (isLoose || (type === 'chapter' && known.kind === 'conference'))) return undefined;
  return type === inferred ? undefined : type;
}

/** `misc` may be anything; how it was published says more. */
function toMisc(venue: string): PaperType {
  if (/\b(?:github|gitlab|software|repository)\b/i.test(venue)) return 'software';
  return /\b(?:blog|web ?(?:page|site)|online)\b/i.test(venue) ? 'webpage' : 'preprint';
}
