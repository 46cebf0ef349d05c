/** Preview: what `dev` tells the pages that are open. */
import type { Excerpt } from './excerpt.ts';

/** A mistake that keeps the site as it was: in a paper, in a template, or in the world around. */
export interface PreviewProblem {
  /** Missing where no rule of the papers is broken. */
  readonly rule?: string;
  readonly message: string;
  readonly hint?: string;
  /** Missing where the mistake is in no file. */
  readonly place?: { readonly file: string; readonly line?: number; readonly column?: number };
  readonly excerpt?: Excerpt;
}

export interface PreviewState {
  /** Names the site that is served; a page of another one reloads. */
  readonly build: string;
  /** In the order of a report; empty where the site is up to date. */
  readonly problems: readonly PreviewProblem[];
  /** How many more there are, for which the terminal is the place. */
  readonly more: number;
}

/** The folder below the site where `dev` serves what is its own; no output of a site lies there. */
export const PREVIEW_FOLDER = '.papershelf';
