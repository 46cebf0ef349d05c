/** Known venues: the table in `venues.json`, with the names by which each is found. */
import type { KnownVenue } from '../model/venue.ts';
import table from './venues.json' with { type: 'json' };

/** In the order of the table. */
export const KNOWN_VENUES = table as readonly KnownVenue[];

/** The organisations that some write before the name of a conference, and others do not. */
const ORGANISATIONS = /^(?:(?:Annual )?ACM(?:\/IEEE| SIG[A-Z]+(?:\/Eurographics)?)?|IEEE(?:\/(?:ACM|CVF|RSJ)|-RAS)?) /;

/** The part of a full name that all ways to write it have in common. */
function toCore(full: string, type: KnownVenue['type']): string {
  if (type !== 'journal')
    return full.replace(/^Proceedings of the (?:Conference of the )?/, '').replace(ORGANISATIONS, '');
  // A journal may be called proceedings, or have no other name than its organisation's: `IEEE Access`.
  const rest = full.replace(ORGANISATIONS, '');
  return /^(?:Journal|Transactions)\b/.test(rest) ? rest : full;
}

/** Every name of a venue: its own, the part of its full name that all have in common, and its other names. */
export function namesOf({ name, type, full = name, aliases = [] }: KnownVenue): readonly string[] {
  return [...new Set([name, toCore(full, type), ...aliases])];
}

const BY_NAME: ReadonlyMap<string, KnownVenue> = new Map(
  KNOWN_VENUES.toReversed().flatMap((venue) =>
    [...namesOf(venue), venue.full ?? venue.name].map((name) => [name.toLowerCase(), venue] as const),
  ),
);

/** The venue that has exactly this name, whatever its case. */
export function findKnownVenue(name: string): KnownVenue | undefined {
  return BY_NAME.get(name.toLowerCase());
}
