/** Venue text: the venue, the year and the distinction that a comment, a reference or the name of proceedings gives. */
import { findVenueName, toYear, type VenueText } from '../text/venue-name.ts';

/**
 * The venue at which a paper appeared, according to a remark about it: `Accepted to CVPR 2022`, `ICLR 2021 (oral)`. Only
 * venues known by name; `undefined` for a paper that is submitted, extends another or took part in a challenge.
 */
export function findVenue(remark: string): VenueText | undefined {
  for (const clause of remark.split(/;|\.(?=\s|$)/)) {
    if (
      /\b(?:submit\w*|review|challenge|competition|exten\w+|preliminary|earlier|short version|rejected)\b/i.test(clause)
    )
      continue;
    const found = findVenueName(clause, true);
    if (found === undefined) continue;
    const isPublished = /\b(?:accept|appear|publish|present|proceedings|camera|oral|spotlight|poster|in proc)/i.test(
      clause,
    );
    if (found.year !== undefined || isPublished) return found;
  }
  return undefined;
}

/**
 * The venue in a reference to the published paper or in the name of its proceedings; an unknown name is taken as it is
 * written, up to its volume and pages: `Phys. Rev. Lett. 120 (2018) 123`.
 */
export function readVenue(reference: string): VenueText | undefined {
  const text = reference.replace(/\s+/g, ' ').trim();
  const found = findVenueName(text, false);
  if (found !== undefined) return found;
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)?.[1];
  const acronym = /\(([A-Z\d][\w-]*[A-Z][\w-]*)\)/.exec(text)?.[1];
  const name = acronym ?? toBareVenue(text);
  return name === '' ? undefined : { venue: name, ...(year === undefined ? {} : { year }) };
}

/**
 * The venue of a record: its proceedings if known by name, else its series as the ACM writes it, `KDD '19`, else the
 * proceedings as they are written.
 */
export function readSeries(proceedings: string, series: string): VenueText | undefined {
  const known = findVenueName(proceedings.replace(/\s+/g, ' ').trim(), false);
  const [, acronym = '', digits = ''] = /^([A-Z][\w/&-]*(?: [A-Z][\w/&-]*)?) ?['’](\d\d)$/.exec(series.trim()) ?? [];
  if (known !== undefined || acronym === '') return readVenue(proceedings);
  // Inside other text, `MM` may be anything.
  const venue = acronym === 'MM' ? 'ACM MM' : acronym;
  return findVenueName(series.trim(), false) ?? { venue, year: toYear(digits) as string };
}

function toBareVenue(text: string): string {
  return (
    text
      .replace(/^(?:in:?\s+|proceedings of (?:the )?|proc\. (?:of )?(?:the )?)/i, '')
      .replace(/^(?:19|20)\d\d\s+/, '')
      // Which of them it was: `25th`.
      .replace(/\b\d+(?:st|nd|rd|th)\s+/gi, '')
      .replace(/(?<![\s,(:;])[\s,(:;]*(?:\b(?:vol|volume|no|pp|pages?|issue)\b\.?|\d+(?![\dA-Za-z])).*$/i, '')
      .replace(/(?<![\s,:;(])[\s,:;(]+$/, '')
  );
}

const AWARDS: readonly (readonly [RegExp, string])[] = [
  [/\bbest student paper\b/i, 'Best Student Paper'],
  [/\bbest paper (?:honou?rable mention|runner|finalist|candidate|nominee)/i, 'Best Paper Honorable Mention'],
  [/\bbest paper\b/i, 'Best Paper'],
  [/\boutstanding paper\b/i, 'Outstanding Paper'],
  [/\boral\b/i, 'Oral'],
  [/\bspotlight\b/i, 'Spotlight'],
  [/\bhighlight\b/i, 'Highlight'],
];

/** The distinction that a remark names: `ICLR 2021 (oral)`. */
export function findAward(remark: string): string | undefined {
  return AWARDS.find(([pattern]) => pattern.test(remark))?.[1];
}
