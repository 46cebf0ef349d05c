/** Venue name: which venue a text names, and in what year, so that `add`, `check` and the pages agree about it. */
import type { KnownVenue } from '../model/venue.ts';
import { KNOWN_VENUES, namesOf } from './known-venues.ts';

/** A venue by its short name. */
export interface VenueText {
  readonly venue: string;
  /** Four digits. */
  readonly year?: string;
}

/** A name and how to find it in a text. */
interface VenueName {
  readonly venue: string;
  /** True for a name that is also an ordinary word, or said of other things: `Science`, `Machine Learning`. */
  readonly isWord: boolean;
  /** True for a name of several words. */
  readonly isLong: boolean;
  /** The name as a word of its own, with the year attached: `CVPR'22`. */
  readonly inside: RegExp;
  /** The same in upper or lower case, for a text that is nothing else. */
  readonly whole: RegExp;
}

/** Every name, the longest first, so that `SIGGRAPH Asia` is not read as `SIGGRAPH`; preprint servers are no venues here. */
const NAMES: readonly VenueName[] = KNOWN_VENUES.filter(({ type }) => type !== 'preprint')
  .flatMap((venue) => namesOf(venue).map((written) => ({ written, venue })))
  .toSorted((left, right) => right.written.length - left.written.length)
  .map(({ written, venue }) => toVenueName(written, venue));
const LONG_NAMES = NAMES.filter(({ isLong }) => isLong);
const SHORT_NAMES = NAMES.filter(({ isLong }) => !isLong);

function toVenueName(written: string, { name: venue, alone = false }: KnownVenue): VenueName {
  const isWord = (alone && written === venue) || /^[A-Z]?[a-z]+$/.test(written);
  const isLong = written.includes(' ');
  const name = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const named = `${name}(?:\\s*['’]?(\\d{4})(?!\\d)|\\s*['’](\\d\\d)(?!\\d)|(\\d\\d)(?!\\d))?`;
  const inside = isWord ? `^${named}(?=\\s*(?:$|[\\d,(]))` : `(?<![\\w-])${named}(?![A-Za-z-])`;
  // `iccv` alone is meant as the name; inside a sentence, `chi` or `rss` is not.
  return {
    venue,
    isWord,
    isLong,
    inside: new RegExp(inside, isLong ? 'i' : ''),
    whole: new RegExp(`^${named}$`, 'i'),
  };
}

const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/;

/**
 * The first known venue that a text names, and the year at the name or else anywhere in the text. In a remark in prose,
 * unlike in the name of proceedings, words such as `Science` name nothing. `Findings of EMNLP` and `CVPR Workshops` are
 * venues of their own.
 */
export function findVenueName(text: string, isRemark: boolean): VenueText | undefined {
  return findFindings(text) ?? findAmong(NAMES, text, isRemark);
}

/** The short name of a venue that is written out, `Proceedings of … (CVPR)`; `undefined` for a name that is short itself. */
export function toShortVenue(written: string): string | undefined {
  const outside = written.replace(/\s*\([^()]*\)$/, '');
  if (outside.split(/\s+/).length < 3) return undefined;
  const found = findFindings(written) ?? findAmong(LONG_NAMES, outside, false);
  if (found !== undefined) return found.venue;
  // For a conference, the last brackets hold its acronym; for other names they may hold anything.
  const isConference = /\b(?:conference|meeting|proceedings|symposium)\b/i.test(written);
  const acronym = isConference ? /\(([^()]{2,20})\)$/.exec(written)?.[1] : undefined;
  const isKnown = SHORT_NAMES.some(({ whole }) => acronym !== undefined && whole.test(acronym));
  return isKnown ? findAmong(SHORT_NAMES, written, false)?.venue : undefined;
}

function findAmong(names: readonly VenueName[], text: string, isRemark: boolean): VenueText | undefined {
  for (const { venue, isWord, isLong, inside, whole } of names) {
    if (isWord && isRemark) continue;
    const match = inside.exec(text) ?? whole.exec(text);
    if (match === null) continue;
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const ownYear = toYear(match[1] ?? match[2] ?? match[3] ?? '');
    if (isLong && ownYear === undefined && doesGoOn(after, isRemark)) continue;
    const year = ownYear ?? YEAR.exec(text)?.[1];
    const isWorkshop = /^[^,;]{0,20}\bworkshops?\b/i.test(after) || isInWorkshop(before, isRemark);
    return { venue: isWorkshop ? `${venue} Workshops` : venue, ...(year === undefined ? {} : { year }) };
  }
  return undefined;
}

/** A longer name with the same beginning is a different one: `International Conference on Multimedia and Expo`, `… Multimedia Retrieval`. */
function doesGoOn(after: string, isRemark: boolean): boolean {
  const isAside =
    /^\s+(?:Annual|Companion|Part|PMLR|Proceedings|Vol|Volume|Workshops?|and (?:the )?(?:\d|\w+ International Joint))\b/i;
  if (isAside.test(after)) return false;
  return /^\s+(?:(?:and|&|for|of|on)\s+)?\p{Lu}/u.test(after) || (!isRemark && /^\s+(?:and|&)\s/i.test(after));
}

/** `Proceedings of the Workshop on Vision, CVPR 2021`. */
function isInWorkshop(before: string, isRemark: boolean): boolean {
  return isRemark ? /\bworkshop\b[^,;:]{0,80}$/i.test(before) : /\bworkshop\b/i.test(before);
}

const CHAPTER = '(?:NAACL|EACL|AACL|ACL|EMNLP)';
const IN_FINDINGS = new RegExp(
  `\\bfindings of\\b|(?<![A-Za-z])${CHAPTER}(?:-IJCNLP|-HLT)?(?:\\s?['’]?\\d{2,4})?[,:]?\\s?\\(?findings\\b`,
  'i',
);

/** `Findings of the Association for Computational Linguistics: EMNLP 2023`, `EMNLP 2020 (Findings)`: not papers of EMNLP itself. */
function findFindings(text: string): VenueText | undefined {
  if (!IN_FINDINGS.test(text)) return undefined;
  const chapters = [...text.matchAll(new RegExp(`(?<![A-Za-z])${CHAPTER}(?![A-Za-z])`, 'gi'))];
  const isOfAcl = /association for computational linguistics/i.test(text);
  const chapter = chapters.at(-1)?.[0].toUpperCase() ?? (isOfAcl ? 'ACL' : undefined);
  if (chapter === undefined) return undefined;
  const year = YEAR.exec(text)?.[1];
  return { venue: `Findings of ${chapter}`, ...(year === undefined ? {} : { year }) };
}

/** A year of four digits, or of two, from 1950 to 2049; `undefined` for other text. */
export function toYear(digits: string): string | undefined {
  if (digits.length === 2) return `${Number(digits) < 50 ? '20' : '19'}${digits}`;
  return YEAR.exec(digits)?.[1];
}

/** Not a page after a hyphen, `120-2018`, nor an id after a dot, `0911.2021`. */
const LAST_YEAR = /(?<!\d[-–:]?)(?<![./:])((?:19|20)\d\d)$/;
const LAST_DIGITS = /['’](\d\d)$/;
const FIRST_YEAR = /^((?:19|20)\d\d)\s+(?=\p{Letter})/u;
const INNER_YEAR = /^(\S+(?: Asia)?)\s+((?:19|20)\d\d)(?=\s+\p{Letter})/u;
const SEPARATORS = /[\s,:/–-]+$/;

/**
 * A venue without the year written with it, and that year: `CVPR` and 2021 for `CVPR 2021`, `CVPR'21`,
 * `2021 CVPR` and `CVPR (2021)`; `TOG (SIGGRAPH)` of `TOG (SIGGRAPH 2021)`; `CVPR Workshops` of `CVPR 2021 Workshops`.
 * The venue as it is written if it has no year, two different years, or nothing but a year.
 */
export function partVenue(written: string): { readonly name: string; readonly year?: number } {
  const [, outside = '', remark] = /^(.*?)(?:\s*\(([^()]*)\))?$/.exec(written) ?? [];
  const main = takeYear(outside);
  const inside = takeYear(remark ?? '');
  const year = main.year ?? inside.year;
  if (main.rest === '' || year === undefined || (inside.year ?? year) !== year) return { name: written };
  return { name: inside.rest === '' ? main.rest : `${main.rest} (${inside.rest})`, year: Number(year) };
}

function takeYear(text: string): { readonly rest: string; readonly year?: string } {
  const [, venue = '', inner = ''] = INNER_YEAR.exec(text) ?? [];
  if (venue !== '' && (SHORT_NAMES.some(({ whole }) => whole.test(venue)) || /^SIGGRAPH Asia$/i.test(venue))) {
    return { rest: text.replace(INNER_YEAR, '$1'), year: inner };
  }
  const pattern = [LAST_YEAR, LAST_DIGITS, FIRST_YEAR].find((one) => one.test(text));
  const year = pattern === undefined ? undefined : toYear(pattern.exec(text)?.[1] ?? '');
  if (pattern === undefined || year === undefined) return { rest: text };
  return { rest: text.replace(pattern, '').replace(SEPARATORS, ''), year };
}
