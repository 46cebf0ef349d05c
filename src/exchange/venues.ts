/** Venues: the kind of venue a paper appeared at, its full name and its publisher, as the list declares them or as everybody knows them. */

import type { PrepareSettings } from '../model/prepare-settings.ts';
import type { VenueType } from '../model/venue.ts';
import { findKnownVenue } from '../text/known-venues.ts';
import { toNameKey, toVenueForms } from '../text/name-keys.ts';
import { partVenue, toShortVenue } from '../text/venue-name.ts';
import { isMacroJournal } from './journal-macros.ts';

export interface Venue {
  /** Missing if neither the list nor the table nor the name says it. */
  readonly kind?: VenueType;
  /** As a bibliography prints it; the venue as written if nobody knows more. */
  readonly name: string;
  readonly publisher?: string;
  /** True if the list or the table has it, so that its kind is certain. */
  readonly isListed: boolean;
}

/** Says what a venue is, given as a paper writes it. */
export type VenueReader = (written: string) => Venue;

/** What a list declares of a venue wins; what it leaves out is what everybody knows. */
export function createVenueReader(declared: PrepareSettings['venues']): VenueReader {
  if (declared.length === 0) return toVenue;
  const byKey = new Map(
    // The name itself comes last, so that it wins over an alias of the same letters.
    declared.flatMap((one) => [...one.aliases, one.name].map((name) => [toNameKey(name), one] as const)),
  );
  return (written) => {
    const own = toVenueForms(written)
      .map((form) => byKey.get(toNameKey(form)))
      .find((one) => one !== undefined);
    if (own === undefined) return toVenue(written);
    const known = toVenue(own.name);
    const kind = own.type ?? known.kind;
    return {
      ...(kind === undefined ? {} : { kind }),
      name: own.full ?? known.name,
      ...(own.publisher === undefined ? {} : { publisher: own.publisher }),
      isListed: own.type !== undefined || known.isListed,
    };
  };
}

/**
 * What everybody knows of a venue; a remark in brackets and a year, as in `TOG (SIGGRAPH) 2021`, are ignored. A venue that
 * is not in the table counts as a journal if it calls itself one.
 */
export function toVenue(venue: string): Venue {
  const written = partVenue(venue)
    .name.replace(/(?:\s*\([^()]*\)|[\s,]+(?:19|20)\d\d)+\s*$/, '')
    .trim();
  const [, base, workshops] = /^(.*\S)( Workshops?)$/i.exec(written) ?? [];
  const known =
    findKnownVenue(written) ?? (base === undefined ? undefined : findKnownVenue(base)) ?? findShort(written);
  if (known !== undefined) {
    const isInside = workshops !== undefined && findKnownVenue(written) === undefined;
    const full = known.type === 'preprint' ? written : (known.full ?? known.name);
    return { kind: isInside ? 'workshop' : known.type, name: isInside ? `${full} Workshops` : full, isListed: true };
  }
  if (PREPRINT.test(written)) return { kind: 'preprint', name: written, isListed: true };
  return isJournal(written) ? { kind: 'journal', name: written, isListed: false } : { name: written, isListed: false };
}

const PREPRINT = /^(?:arxiv|biorxiv|medrxiv|ssrn|osf|preprint|openreview)\b/i;

/** The venue of a name that is written out in another way than in the table. */
function findShort(written: string): ReturnType<typeof findKnownVenue> {
  const short = toShortVenue(written);
  return short === undefined ? undefined : findKnownVenue(short);
}

/** Journals call themselves journals, or are abbreviated by ISO 4: `Phys. Lett. B`. */
function isJournal(name: string): boolean {
  const isCalled = /^(?:nature|science) |\b(?:journal|trans|transactions|letters|reviews?|magazine)\b/i.test(name);
  const isShortened = /\b(?:Ann|Astrophys|Commun|J|Lett|Nat|Nucl|Phys|Proc\. Natl|Rev|Sci)\./.test(name);
  const isMeeting = /\b(?:conf|conference|symp|symposium|workshops?)\b/i.test(name);
  return isCalled || isMacroJournal(name) || (isShortened && !isMeeting);
}
