/** Venues: the kind of venue a paper appeared at, and its full name, for the venues that lists of our field use. */

import { partVenue } from '../text/venue-name.ts';
import { CONFERENCES, JOURNALS } from '../text/venue-table.ts';

import { isMacroJournal } from './journal-macros.ts';

type VenueKind = 'preprint' | 'journal' | 'conference';

export interface Venue {
  /** Missing if neither the table nor the name says it. */
  readonly kind?: VenueKind;
  /** As a bibliography prints it; the venue as written if it is not in the table. */
  readonly name: string;
  /** True if the table has it, so that its kind is certain. */
  readonly isListed: boolean;
}

const JOURNALS_BY_KEY = byKey(JOURNALS);
const CONFERENCES_BY_KEY = byKey(CONFERENCES);

/** The full names by the short ones in lower case. */
function byKey(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).map(([short, full]) => [short.toLowerCase(), full]));
}

/**
 * What a venue is; a remark in brackets and a year, as in `TOG (SIGGRAPH) 2021`, are ignored. A venue that is not in the
 * table counts as a journal if it calls itself one.
 */
export function toVenue(venue: string): Venue {
  const written = partVenue(venue)
    .name.replace(/(?:\s*\([^()]*\)|[\s,]+(?:19|20)\d\d)+\s*$/, '')
    .trim();
  if (/^(?:arxiv|biorxiv|medrxiv|ssrn|osf|preprint|openreview)\b/i.test(written))
    return { kind: 'preprint', name: written, isListed: true };
  const key = written.toLowerCase();
  const journal = JOURNALS_BY_KEY.get(key);
  if (journal !== undefined) return { kind: 'journal', name: journal, isListed: true };
  const conference = CONFERENCES_BY_KEY.get(key);
  if (conference !== undefined) return { kind: 'conference', name: conference, isListed: true };
  return isJournal(written) ? { kind: 'journal', name: written, isListed: false } : { name: written, isListed: false };
}

/** Journals call themselves journals, or are abbreviated by ISO 4: `Phys. Lett. B`. */
function isJournal(name: string): boolean {
  const isCalled = /^(?:nature|science) |\b(?:journal|trans|transactions|letters|reviews?|magazine)\b/i.test(name);
  const isShortened = /\b(?:Ann|Astrophys|Commun|J|Lett|Nat|Nucl|Phys|Proc\. Natl|Rev|Sci)\./.test(name);
  const isMeeting = /\b(?:conf|conference|symp|symposium|workshops?)\b/i.test(name);
  return isCalled || isMacroJournal(name) || (isShortened && !isMeeting);
}
