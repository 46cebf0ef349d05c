/** Venues: what kind of place a paper appeared in, and its full name, for the venues that lists of our field name. */

import { CONFERENCES, JOURNALS } from '../model/venue-table.ts';

type VenueKind = 'preprint' | 'journal' | 'conference';

export interface Venue {
  readonly kind: VenueKind;
  /** As a bibliography prints it; the venue as written where it is not in the table. */
  readonly name: string;
}

/** What a venue is; a remark in brackets and a year, as in `TOG (SIGGRAPH) 2021`, are left out. A venue not in the table that calls itself a journal is one. */
export function toVenue(venue: string): Venue {
  const written = venue.replace(/(?:\s*\([^()]*\)|[\s,]+(?:19|20)\d\d)+\s*$/, '').trim();
  if (/^(?:arxiv|biorxiv|medrxiv|ssrn|osf|preprint|openreview)\b/i.test(written))
    return { kind: 'preprint', name: written };
  const journal = find(JOURNALS, written);
  if (journal !== undefined) return { kind: 'journal', name: journal };
  const conference = find(CONFERENCES, written);
  if (conference !== undefined) return { kind: 'conference', name: conference };
  const isJournal = /^(?:nature|science) |\b(?:journal|trans|transactions|letters|reviews?|magazine)\b/i.test(written);
  return { kind: isJournal ? 'journal' : 'conference', name: written };
}

function find(table: Readonly<Record<string, string>>, venue: string): string | undefined {
  const key = Object.keys(table).find((name) => name.toLowerCase() === venue.toLowerCase());
  return key === undefined ? undefined : table[key];
}
