/** Preview: what `dev` sends to open pages. */
import type { Excerpt } from './excerpt.ts';

/** A mistake that keeps the site as it was: in a paper, in a template, or in the environment. */
export interface PreviewProblem {
  /** Missing if no rule of the papers is broken. */
  readonly rule?: string;
  readonly message: string;
  readonly hint?: string;
  /** Missing if the mistake is not in a file. */
  readonly place?: { readonly file: string; readonly line?: number; readonly column?: number };
  readonly excerpt?: Excerpt;
}

export interface PreviewState {
  /** Identifies the site that is served; a page of another one reloads. */
  readonly build: string;
  /** In the order of a report; empty if the site is up to date. */
  readonly problems: readonly PreviewProblem[];
  /** How many more there are, which only the terminal shows. */
  readonly more: number;
}

/** The folder below the site that `dev` serves its own files from; no output of a site is in it. */
export const PREVIEW_FOLDER = '.papershelf';
