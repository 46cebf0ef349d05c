/** History place: what a step of the history keeps of a page, so that Back finds the page as it was left. */

interface Place {
  /** How many results are shown; 0 for as many as usual. */
  readonly shown: number;
  /** The ids of the entries whose notes, fetched from another page, are open. */
  readonly folds: readonly string[];
}

/** What this step keeps, as far as it can be believed. */
export function readPlace(): Place {
  const { shown, folds } = (history.state ?? {}) as { readonly shown?: unknown; readonly folds?: unknown };
  return { shown: Number(shown) || 0, folds: Array.isArray(folds) ? folds : [] };
}

/** Adds to what this step keeps. */
export function keepPlace(place: Partial<Place>): void {
  history.replaceState({ ...readPlace(), ...place }, '');
}
