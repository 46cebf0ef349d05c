/** BibTeX reader: reads the papers of a BibTeX or BibLaTeX file, as people keep and publishers offer them. */

import type { FieldsRead, PaperFields, Remark } from '../model/paper-fields.ts';
import { type BibtexRecord, MONTHS, readBibtexRecords } from '../text/bibtex-records.ts';
import { toArxivId, toDoi, toHttpUrl } from '../text/identifiers.ts';
import { readBibtexNames } from './bibtex-names.ts';
import { readPublication } from './bibtex-publication.ts';
import { createRecordReader, type RecordReader } from './record-reader.ts';
import { toShortName } from './short-name.ts';

/** One record of a file, where it begins, and what it says. */
export interface BibtexPaper {
  /** Counted from 1. */
  readonly line: number;
  /** The record's own name; empty if it has none. */
  readonly key: string;
  readonly read: FieldsRead;
}

/** Every record of a text in order, with every fault at its line; empty for a text without records. */
export function readBibtex(text: string): readonly BibtexPaper[] {
  const { records, faults } = readBibtexRecords(text.replace(/\r\n?/g, '\n'));
  const keys = new Set(records.map(({ key }) => key.toLowerCase()));
  const lent = new Set(records.map(({ fields }) => fields.crossref?.toLowerCase()));
  const papers = records
    .filter(({ type, key }) => !(/^(?:mv)?(?:proceedings|collection)$/.test(type) && lent.has(key.toLowerCase())))
    .map((record) => ({ line: record.line, key: record.key, read: readRecord(record, keys) }));
  const failures = faults.map(({ line, start, message, hint }) => {
    const failure = { message: `${message} in the record that begins on line ${start}.`, hint };
    return { line, key: '', read: { failure } };
  });
  return [...papers, ...failures].toSorted((left, right) => left.line - right.line);
}

/** What a paper's file cannot hold is named in a remark, so that nothing is dropped in silence. */
function readRecord({ type, key, fields: raw }: BibtexRecord, keys: ReadonlySet<string>): FieldsRead {
  const record = createRecordReader(raw);
  const title = toTitle(record.text('title'), record.text('subtitle'));
  if (title === '') {
    return { failure: { message: `The record \`${key}\` has no title.`, hint: 'Add `title = {…}` to it.' } };
  }
  const arxiv = readArxivId(record);
  const { year, ...publication } = readPublication(type, record, arxiv !== undefined);
  const dates = readDates(record, year);
  const authors = readBibtexNames(record.value('author'), record.value('collaboration'));
  const editors = readBibtexNames(record.value('editor'), '');
  const links = readLinks(record);
  const abstract = record.text('abstract');
  const license = record.text('license');
  const tags = new Set(record.text('keywords').split(/\s*[,;]\s*/));
  tags.delete('');
  const short = record.text('shorttitle') || toShortName(title);
  if (keys.has(record.peek('crossref').toLowerCase())) record.use('crossref');
  const fields: PaperFields = {
    ...(short === undefined ? {} : { short }),
    title,
    ...(authors.authors.length === 0 ? {} : { authors: authors.authors }),
    ...(editors.authors.length === 0 ? {} : { editors: editors.authors }),
    ...publication,
    ...dates,
    ...(arxiv === undefined ? {} : { arxiv }),
    ...links,
    ...(tags.size === 0 ? {} : { tags: [...tags] }),
    ...(abstract === '' ? {} : { abstract }),
    ...(license === '' ? {} : { license }),
  };
  const remarks: readonly Remark[] = [...authors.remarks, ...editors.remarks, ...record.findLeftOut()];
  return { fields, ...(remarks.length === 0 ? {} : { remarks }) };
}

function toTitle(title: string, subtitle: string): string {
  return title === '' || subtitle === '' ? title : `${title}: ${subtitle}`;
}

const MENTION = /arXiv:\s*([\w.-]+(?:\/\d{7})?)/i;

/** From `eprint`, or else from the words that search engines write: `arXiv preprint arXiv:2103.17249`. */
function readArxivId(record: RecordReader): string | undefined {
  const { peek, use } = record;
  const isOther = !/^(?:arxiv)?$/i.test((peek('archiveprefix') || peek('eprinttype')).trim());
  const own = isOther ? undefined : toArxivId(peek('eprint'));
  if (own !== undefined) use('eprint', 'archiveprefix', 'eprinttype');
  // Google Scholar and DBLP: `journal = {CoRR}, volume = {abs/2103.17249}`.
  const listed = toArxivId(/^abs\/(.+)$/.exec(peek('volume'))?.[1] ?? '');
  if (listed !== undefined) use('volume');
  const mentioned = ['journal', 'journaltitle', 'volume', 'number', 'note', 'howpublished'].map((name) => {
    const id = toArxivId((MENTION.exec(peek(name))?.[1] ?? '').replace(/[.,]$/, ''));
    // A note that says more is worth a remark.
    const isAll = /^\s*arXiv:\s*\S+(?:\s*\[[\w.,\- ]+\])?\s*\.?\s*$/i.test(peek(name));
    if (id !== undefined && isAll && /^(?:note|number|volume)$/.test(name)) use(name);
    return id;
  });
  const addressed = ['doi', 'url'].map((name) => toArxivId(peek(name).replace(/[.,]$/, '')));
  return [own, ...mentioned, listed, ...addressed].find((id) => id !== undefined);
}

/** BibLaTeX's `date`, or year and month; a year alone says no more than `year` does. */
function readDates(record: RecordReader, yearOfVenue: string | undefined): Pick<PaperFields, 'year' | 'date'> {
  const written = record.peek('year') || record.peek('date');
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(written)?.[0];
  // A file that has both says the day in `date`.
  if (year !== undefined && record.peek('year').trim() === year) record.use('year');
  const first = /^\d{4}-\d\d(?:-\d\d)?(?![\d-])/.exec(record.peek('date'))?.[0];
  const whole = first !== undefined && isDate(first) ? first : undefined;
  if (year !== undefined && record.peek('date').trim() === (whole ?? year)) record.use('date');
  const known = year ?? yearOfVenue;
  const month = toMonth(record.peek('month'));
  if (whole !== undefined && month === Number(whole.slice(5, 7))) record.use('month');
  if (whole !== undefined) return { ...(known === undefined ? {} : { year: known }), date: whole };
  if (known === undefined) return {};
  if (month === 0) return { year: known };
  if (/^\s*(?:\d\d?|\p{L}+\.?)\s*$/u.test(record.peek('month'))) record.use('month');
  const day = /^\s*0?([1-9]|[12]\d|3[01])\s*$/.exec(record.peek('day'))?.[1];
  const date = `${known}-${String(month).padStart(2, '0')}`;
  const full = `${date}-${day?.padStart(2, '0')}`;
  if (!isDate(full)) return { year: known, date };
  record.use('day');
  return { year: known, date: full };
}

/** True for a day or a month of the calendar. */
function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 1] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 to 12; 0 for what is no month. */
function toMonth(text: string): number {
  const word = text.trim();
  const named = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  const number = /^\d\d?$/.test(word) ? Number(word) : 0;
  return named || (number <= 12 ? number : 0);
}

function readLinks(record: RecordReader): Pick<PaperFields, 'doi' | 'url'> {
  const doi = toDoi(record.peek('doi').replace(/\\([_%#&])/g, '$1'));
  const url = toAddress(record.peek('url'));
  const published = toAddress(/\\url\s*\{([^{}]*)\}/.exec(record.peek('howpublished'))?.[1] ?? '');
  if (doi !== undefined) record.use('doi');
  if (url !== undefined) record.use('url');
  else if (published !== undefined) record.use('howpublished');
  const found = doi ?? toDoi(url ?? '');
  return {
    ...(found === undefined || toArxivId(found) !== undefined ? {} : { doi: found }),
    ...((url ?? published) === undefined ? {} : { url: (url ?? published) as string }),
  };
}

function toAddress(url: string): string | undefined {
  const read = toHttpUrl(
    url
      .replace(/^\\url\s*\{(.*)\}$/, '$1')
      .replace(/\\([_%#&~])/g, '$1')
      .trim(),
  );
  return 'url' in read ? read.url : undefined;
}
