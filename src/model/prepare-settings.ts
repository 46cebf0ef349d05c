/** Prepare settings: what of the list `prepare` reads, beside the file itself. */
import type { DeclaredVenue } from './list.ts';
import type { OwnFieldRules } from './own-field.ts';

/** Plain data: they are part of the key of what is stored, and go to threads. */
export interface PrepareSettings {
  /** Records name these as the list declares them. */
  readonly venues: readonly Omit<DeclaredVenue, 'slug'>[];
  /** Papers may have these fields besides those of every list. */
  readonly fields: OwnFieldRules;
}

export const NO_SETTINGS: PrepareSettings = { venues: [], fields: [] };
