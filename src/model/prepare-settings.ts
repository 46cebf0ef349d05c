/** Prepare settings: what of the list `prepare` reads, beside the file itself. */
import type { DeclaredVenue } from './list.ts';

/** Plain data: they are part of the key of what is stored, and go to threads. */
export interface PrepareSettings {
  /** Records name these as the list declares them. */
  readonly venues: readonly Omit<DeclaredVenue, 'slug'>[];
}

export const NO_SETTINGS: PrepareSettings = { venues: [] };
