/** Venue: what kind of thing papers appear in. */

/** As the table of venues and `papers/index.md` write it; `book` and `website` are for what an owner declares. */
export const VENUE_TYPES = ['conference', 'journal', 'workshop', 'preprint', 'book', 'website'] as const;

export type VenueType = (typeof VENUE_TYPES)[number];

/** A venue that everybody in the field knows. */
export interface KnownVenue {
  /** The name that lists use, mostly short. */
  readonly name: string;
  readonly type: VenueType;
  /** As bibliographies print it; missing if that is the name. */
  readonly full?: string;
  /** Other names that papers, references and other programs give it. */
  readonly aliases?: readonly string[];
  /** True if `name` is also said of other things, so that it counts only if it stands alone. */
  readonly alone?: boolean;
}
