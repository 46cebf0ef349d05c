/** Name keys: which spellings mean the same author, venue, institution or tag. */
import { toPrintedName } from './person-name.ts';
import { partVenue, toShortVenue } from './venue-name.ts';

/**
 * Equal for spellings of one person: Unicode normal form, case, white space and `Family, Given` do not count. Accents and
 * punctuation do, as in DBLP: names that differ in them are different people until shown to be the same.
 */
export function toPersonKey(name: string): string {
  return toPrintedName(name).normalize('NFC').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Equal for spellings of one thing: case, accents, punctuation and spaces do not count; symbols do, `C` is not `C++`. */
export function toNameKey(name: string): string {
  const letters = name
    .normalize('NFKD')
    // The accents of Latin, Greek and Cyrillic. Marks in other scripts are letters to their readers.
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\p{Punctuation}\p{Separator}\s]/gu, '')
    .normalize('NFC');
  return letters === '' ? toPersonKey(name) : letters;
}

const REMARK = /\s*\([^()]*\)$/;
const YEAR = /(?<!\d)(?:19|20)\d\d$|['’]\d\d$/;
const SEPARATORS = /[\s,:/–-]+$/;

/**
 * The venue as written, then without what does not belong to its name, one thing at a time, then its short name if it is
 * a known venue written out: `TOG (SIGGRAPH), 2021`, `TOG (SIGGRAPH)`, `TOG`.
 */
export function toVenueForms(written: string): readonly string[] {
  const { name } = partVenue(written);
  const forms = name === written ? toShorter(written) : [written, ...toShorter(name)];
  const short = forms.map(toShortVenue).find((form) => form !== undefined);
  return short === undefined || forms.includes(short) ? forms : [...forms, short];
}

function toShorter(written: string): readonly string[] {
  const shorter = written.replace(REMARK.test(written) ? REMARK : YEAR, '').replace(SEPARATORS, '');
  return shorter === '' || shorter === written ? [written] : [written, ...toShorter(shorter)];
}
