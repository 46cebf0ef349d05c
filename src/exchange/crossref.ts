/**
 * Crossref: reads a paper from the JSON response of Crossref's API,
 * https://www.crossref.org/documentation/retrieve-metadata/rest-api/
 */

import type { FieldsRead, PaperFields } from '../model/paper-fields.ts';
import { toArxivId, toDoi } from '../text/identifiers.ts';
import { toDoiUrl } from '../text/paper-url.ts';
import { toWrittenName } from '../text/person-name.ts';
import { toList, toPlain, toRecord, toText, type Work } from './crossref-json.ts';
import { readCrossrefPublication } from './crossref-publication.ts';
import { toShortName } from './short-name.ts';
import { findLinks } from './text-links.ts';

/** The API's path for one DOI. */
export function toCrossrefQuery(doi: string): string {
  return `/works/${encodeURIComponent(doi)}`;
}

/** Why a text sent by Crossref with status 200 is not a whole answer, in words that continue "it": worth asking again. */
export function findCrossrefFault(text: string): string | undefined {
  return toJson(text) === undefined ? 'sent an incomplete answer' : undefined;
}

/** The paper of an answer, `{"status": "ok", "message": {…}}`. Anything else, or only part of one, is a failure. */
export function readCrossref(json: string): FieldsRead {
  const work = toRecord(toRecord(toJson(json)).message);
  const doi = toDoi(toText(work.DOI));
  const title = toTitle(work);
  if (doi === undefined || title === '') {
    const message = 'This is not an answer from Crossref about a paper, or only part of one.';
    return {
      failure: { message, hint: 'Ask again: an answer is JSON with a `message` that has `DOI` and `title`.' },
    };
  }
  const date = toDate(work);
  const { type, venue, genre, ...publication } = readCrossrefPublication(work);
  const authors = toList(work.author).map(toRecord);
  const names = toNames(authors);
  const editors = toNames(toList(work.editor).map(toRecord));
  const places = new Set(
    authors.flatMap(({ affiliation }) => toList(affiliation).map((place) => toPlain(toText(toRecord(place).name)))),
  );
  places.delete('');
  const { school = type === 'report' ? publication.publisher : undefined } = publication;
  if (places.size === 0 && school !== undefined) places.add(school);
  const abstract = toPlain(toText(work.abstract)).replace(/^Abstract[\s.:]+/i, '');
  const arxiv = toArxivId(doi);
  const short = toShortName(title);
  const fields: PaperFields = {
    ...(short === undefined ? {} : { short }),
    title,
    ...(names.length === 0 ? {} : { authors: names }),
    ...(places.size === 0 ? {} : { institutions: [...places] }),
    ...(editors.length === 0 ? {} : { editors }),
    ...(type === undefined ? {} : { type }),
    ...(genre === undefined ? {} : { genre }),
    ...(venue === undefined ? {} : { venue }),
    ...publication,
    ...(date === undefined ? {} : { year: date.slice(0, 4), date }),
    ...(arxiv === undefined ? {} : { arxiv }),
    doi,
    url: toDoiUrl(doi),
    ...(abstract === '' ? {} : { abstract }),
    ...findLinks(abstract),
  };
  return { fields };
}

/** `StyleCLIP: A Subtitle`, unless the title already includes its subtitle. */
function toTitle(work: Work): string {
  const title = toPlain(toText(toList(work.title)[0]));
  const subtitle = toPlain(toText(toList(work.subtitle)[0]));
  const isIncluded = subtitle === '' || title.toLowerCase().includes(subtitle.toLowerCase());
  return isIncluded || title === '' ? title : `${title}: ${subtitle}`;
}

function toNames(people: readonly Work[]): readonly string[] {
  return people.map(toAuthorName).filter((name) => name !== '');
}

/** A name as a file gives it; an organisation has only one. */
function toAuthorName(author: Work): string {
  const [name, given, family, suffix] = [author.name, author.given, author.family, author.suffix].map((part) =>
    toPlain(toText(part)),
  ) as [string, string, string, string];
  if (name === '' && family === '') return given;
  return toWrittenName({
    family: name || family,
    ...(name !== '' || given === '' ? {} : { given }),
    ...(name !== '' || suffix === '' ? {} : { suffix }),
  });
}

/** The day of publication, as exact as Crossref has it: `2022-07-22`, `2022-07` or `2022`. */
function toDate(work: Work): string | undefined {
  for (const name of ['issued', 'published', 'published-print', 'published-online', 'posted']) {
    const parts = toList(toList(toRecord(work[name])['date-parts'])[0]);
    const numbers = parts.filter((part) => Number.isInteger(part)) as number[];
    const [year, ...rest] = numbers;
    if (year !== undefined && year >= 1900 && year <= 2100) {
      return [String(year), ...rest.slice(0, 2).map((part) => String(part).padStart(2, '0'))].join('-');
    }
  }
  return undefined;
}

function toJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // cut off, or not JSON at all
  }
}
