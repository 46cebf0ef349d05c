/** arXiv: reads a paper from the Atom response of arXiv's API, https://info.arxiv.org/help/api/user-manual.html */

import type { FieldsRead, PaperFields } from '../model/paper-fields.ts';
import { toArxivId, toDoi } from '../text/identifiers.ts';
import { toArxivUrl } from '../text/paper-url.ts';
import { toTexText } from '../text/tex-text.ts';
import { readReferencePlace, readThesisRemark } from './reference-place.ts';
import { toShortName } from './short-name.ts';
import { findLinks } from './text-links.ts';
import { findAward, findVenue, readVenue } from './venue-text.ts';
import { readXml, type XmlElement } from './xml.ts';

/** The API's path and query for one paper; an id without a version asks for the latest. */
export function toArxivQuery(id: string): string {
  return `/api/query?id_list=${encodeURIComponent(id)}&max_results=1`;
}

/** Why a text sent by arXiv with status 200 is not a whole answer, in words that continue "it": worth asking again. */
export function findArxivFault(text: string): string | undefined {
  if (isBusy(text)) return 'was asked too often';
  return readXml(text) === undefined ? 'sent an incomplete answer' : undefined;
}

/** What arXiv sends instead of Atom to those who ask too often. */
function isBusy(text: string): boolean {
  return /^\s*Rate exceeded/i.test(text);
}

/**
 * The one paper of an answer. Failures are an unknown id, which arXiv answers with a feed without entries; an invalid id,
 * which it answers with an entry titled `Error`; and a text that is not such an answer, or only part of one.
 */
export function readArxiv(xml: string): FieldsRead {
  if (isBusy(xml)) return fail('arXiv was asked too often and did not answer.', 'Wait a few minutes and try again.');
  const feed = readXml(xml);
  if (feed?.name !== 'feed') {
    const message =
      xml.trim() === '' ? 'arXiv sent an empty answer.' : 'This is not an answer from arXiv, or only part of one.';
    return fail(message, 'Ask again: an answer is Atom, a `<feed>` that is closed at its end.');
  }
  const entries = feed.elements.filter(({ name }) => name === 'entry');
  const [entry] = entries;
  if (entry === undefined) return fail('arXiv has no paper with this id.', 'Look up the id on arxiv.org.');
  if (/\/api\/errors/.test(textOf(entry, 'id')) || textOf(entry, 'title') === 'Error') {
    return fail(`arXiv answers \`${textOf(entry, 'summary')}\`.`, 'Look up the id on arxiv.org.');
  }
  if (entries.length > 1) {
    return fail(`The answer contains \`${entries.length}\` papers.`, 'Ask for one paper, by its id in `id_list`.');
  }
  return readEntry(entry);
}

function readEntry(entry: XmlElement): FieldsRead {
  const id = toArxivId(textOf(entry, 'id'));
  const title = toTexText(textOf(entry, 'title'));
  if (id === undefined || title === '') {
    return fail('arXiv sent a paper without an id or a title.', 'Look up the paper on arxiv.org.');
  }
  const comment = textOf(entry, 'comment');
  const summary = textOf(entry, 'summary');
  const reference = textOf(entry, 'journal_ref');
  const published = /^\d{4}-\d\d-\d\d/.exec(textOf(entry, 'published'))?.[0];
  const found = (reference === '' ? undefined : readVenue(reference)) ?? findVenue(comment);
  const year = found?.year ?? published?.slice(0, 4);
  const authors = entry.elements.filter(({ name }) => name === 'author');
  const names = authors.map((author) => toTexText(textOf(author, 'name'))).filter((name) => /\p{Letter}/u.test(name));
  const fields: Mutable<PaperFields> = {
    title,
    venue: found?.venue ?? 'arXiv',
    arxiv: id,
    url: toArxivUrl(id),
  };
  const short = toShortName(title);
  const award = findAward(comment);
  const doi = toDoi(textOf(entry, 'doi').split(' ')[0] as string);
  const places = new Set(authors.flatMap((author) => textsOf(author, 'affiliation').map(toTexText)));
  if (short !== undefined) fields.short = short;
  if (names.length > 0) fields.authors = names;
  if (places.size > 0) fields.institutions = [...places];
  if (year !== undefined) fields.year = year;
  // The day of the first version says nothing about a publication in another year.
  if (published?.startsWith(year ?? '')) fields.date = published;
  if (doi !== undefined) fields.doi = doi;
  if (award !== undefined) fields.award = award;
  if (summary !== '') fields.abstract = toTexText(summary);
  const place = { ...readReferencePlace(reference), ...readThesisRemark(comment) };
  return { fields: { ...fields, ...place, ...findLinks(summary), ...findLinks(comment) } };
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** arXiv breaks long lines; a break is a space. */
function textsOf(element: XmlElement, name: string): string[] {
  const texts = element.elements.filter((child) => child.name === name);
  return texts.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}

function textOf(element: XmlElement, name: string): string {
  return textsOf(element, name)[0] ?? '';
}

function fail(message: string, hint: string): FieldsRead {
  return { failure: { message, hint } };
}
