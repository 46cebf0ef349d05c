/** BibTeX reader: reads the papers of a BibTeX or BibLaTeX file, as people keep and publishers offer them. */

import type { FieldsRead, PaperFields } from '../model/paper-fields.ts';
import { type BibtexRecord, MONTHS, readBibtexRecords } from '../text/bibtex-records.ts';
import { toArxivId, toDoi, toHttpUrl } from '../text/identifiers.ts';
import { toTexText } from '../text/tex-text.ts';
import { readBibtexNames } from './bibtex-names.ts';
import { readJournalMacro } from './journal-macros.ts';
import { toShortName } from './short-name.ts';
import { readSeries, type readVenue } from './venue-text.ts';

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
  const lent = new Set(records.map(({ fields }) => fields.crossref?.toLowerCase()));
  const papers = records
    .filter(({ type, key }) => !(/^(?:mv)?(?:proceedings|collection)$/.test(type) && lent.has(key.toLowerCase())))
    .map((record) => ({ line: record.line, key: record.key, read: readRecord(record) }));
  const failures = faults.map(({ line, start, message, hint }) => {
    const failure = { message: `${message} in the record that begins on line ${start}.`, hint };
    return { line, key: '', read: { failure } };
  });
  return [...papers, ...failures].toSorted((left, right) => left.line - right.line);
}

function readRecord({ type, key, fields: raw }: BibtexRecord): FieldsRead {
  const text = (name: string) => toTexText(raw[name] ?? '');
  const title = toTitle(text('title'), text('subtitle'));
  if (title === '') {
    return { failure: { message: `The record \`${key}\` has no title.`, hint: 'Add `title = {…}` to it.' } };
  }
  const arxiv = toArxiv(raw);
  const venue = toVenue(type, raw, arxiv !== undefined);
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(raw.year ?? raw.date ?? '')?.[0] ?? venue?.year;
  const date = toDate(raw, year);
  const { authors, remarks } = readBibtexNames(raw.author ?? raw.editor ?? '', raw.collaboration ?? '');
  const doi = toDoi((raw.doi ?? '').replace(/\\([_%#&])/g, '$1')) ?? toDoi(toAddress(raw.url) ?? '');
  const url = toAddress(raw.url) ?? toAddress(/\\url\s*\{([^{}]*)\}/.exec(raw.howpublished ?? '')?.[1]);
  const abstract = text('abstract');
  const tags = new Set(text('keywords').split(/\s*[,;]\s*/));
  tags.delete('');
  const short = text('shorttitle') || toShortName(title);
  const fields: PaperFields = {
    ...(short === undefined ? {} : { short }),
    title,
    ...(authors.length === 0 ? {} : { authors }),
    ...(venue === undefined ? {} : { venue: venue.venue }),
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(arxiv === undefined ? {} : { arxiv }),
    ...(doi === undefined || toArxivId(doi) !== undefined ? {} : { doi }),
    ...(tags.size === 0 ? {} : { tags: [...tags] }),
    ...(abstract === '' ? {} : { abstract }),
  };
  return { fields, ...(remarks.length === 0 ? {} : { remarks }) };
}

function toTitle(title: string, subtitle: string): string {
  return title === '' || subtitle === '' ? title : `${title}: ${subtitle}`;
}

/** From `eprint`, or else from the words that search engines write: `arXiv preprint arXiv:2103.17249`. */
function toArxiv({
  eprint,
  archiveprefix,
  eprinttype,
  journal,
  journaltitle,
  url,
  doi,
  note,
  volume,
  howpublished,
}: Readonly<Record<string, string>>): string | undefined {
  const isOther = !/^(?:arxiv)?$/i.test((archiveprefix ?? eprinttype ?? '').trim());
  const own = isOther ? undefined : toArxivId(eprint ?? '');
  const mentioned = [journal, journaltitle, volume, note, howpublished].map(
    (text) => /arXiv:\s*([\w.-]+(?:\/\d{7})?)/i.exec(text ?? '')?.[1],
  );
  // Google Scholar and DBLP: `journal = {CoRR}, volume = {abs/2103.17249}`.
  const listed = /^abs\/(.+)$/.exec(volume ?? '')?.[1];
  const ids = [...mentioned, listed, doi, url].map((text) => toArxivId((text ?? '').replace(/[.,]$/, '')));
  return own ?? ids.find((id) => id !== undefined);
}

function toVenue(
  type: string,
  raw: Readonly<Record<string, string>>,
  isOnArxiv: boolean,
): ReturnType<typeof readVenue> {
  const container = raw.booktitle ?? raw.journal ?? raw.journaltitle ?? raw.eventtitle ?? '';
  const isPreprint = /arxiv|^corr$/i.test(container.trim());
  if (container !== '' && !isPreprint)
    return readJournalMacro(container) ?? readSeries(toTexText(container), toTexText(raw.series ?? ''));
  if (isPreprint || isOnArxiv) return { venue: 'arXiv' };
  const isThesisOrReport = /thesis$|^(?:techreport|report)$/.test(type);
  const place = toTexText((isThesisOrReport ? (raw.school ?? raw.institution) : raw.publisher) ?? '');
  return place === '' ? undefined : { venue: place };
}

/** BibLaTeX's `date`, or year and month; a year alone says no more than `year` does. */
function toDate({ date, month }: Readonly<Record<string, string>>, year: string | undefined): string | undefined {
  const whole = /^\d{4}-\d\d(?:-\d\d)?(?![\d-])/.exec(date ?? '')?.[0];
  if (whole !== undefined) return whole;
  const name = (month ?? '').trim().slice(0, 3).toLowerCase();
  const named = MONTHS.indexOf(name) + 1;
  const number = named || (/^\d\d?$/.test((month ?? '').trim()) ? Number(month) : 0);
  return year !== undefined && number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : undefined;
}

function toAddress(url: string | undefined): string | undefined {
  const read = toHttpUrl(
    (url ?? '')
      .replace(/^\\url\s*\{(.*)\}$/, '$1')
      .replace(/\\([_%#&~])/g, '$1')
      .trim(),
  );
  return 'url' in read ? read.url : undefined;
}
