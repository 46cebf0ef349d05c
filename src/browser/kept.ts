/** Kept: each thing that a reader's browser keeps for a list, its name, how long it stays, and what of its text is believed. */
import { isSlug } from '../model/slug.ts';
import { isMark, type Mark } from './marks.ts';

/**
 * One thing kept. Its text may be anybody's: of an older or newer site, of another program on the same host, cut off, or
 * edited by hand. `parse` gives what may be used of it; it may throw, or give undefined, if that is nothing.
 */
export interface Kept<T> {
  readonly name: string;
  /** For good, or until the window closes. */
  readonly keeper: 'localStorage' | 'sessionStorage';
  readonly parse: (text: string) => T | undefined;
}

/** Whether the reader wants lists with notes. */
export const VIEW: Kept<string> = {
  name: 'view',
  keeper: 'localStorage',
  parse: (text) => text.match(/^with(out)?-notes$/)?.[0],
};

/** Absent if it is that of the system. */
export const THEME: Kept<string> = {
  name: 'theme',
  keeper: 'localStorage',
  parse: (text) => text.match(/^(light|dark)$/)?.[0],
};

/** The marks of papers, by slug. */
export const READING: Kept<Map<string, Mark>> = {
  name: 'reading',
  keeper: 'localStorage',
  parse: (text) => new Map(Object.entries(JSON.parse(text)).filter(isMarked)),
};

function isMarked(entry: [string, unknown]): entry is [string, Mark] {
  return isSlug(entry[0]) && isMark(entry[1]);
}

/** The slugs of the papers picked, in the order of picking. */
export const SELECTION: Kept<readonly string[]> = {
  name: 'selection',
  keeper: 'sessionStorage',
  parse: (text) => text.split(' ').filter(isSlug),
};

/** What was typed into the add page: the texts of its fields, by name, and the topics chosen. */
export interface KeptForm {
  readonly texts: Readonly<Record<string, string>>;
  readonly topics: readonly string[];
}

export const DRAFT: Kept<KeptForm> = {
  name: 'draft',
  keeper: 'sessionStorage',
  parse(text) {
    const { texts, topics } = JSON.parse(text) as { readonly texts: object; readonly topics: readonly unknown[] };
    const isText = (value: unknown) => typeof value === 'string';
    const typed = Object.entries(texts).filter(([, value]) => isText(value));
    return typed.length === 0 ? undefined : { texts: Object.fromEntries(typed), topics: topics.filter(isText) };
  },
};

/** Where the reader of a page of `dev` was when it was built anew. */
export interface KeptPlace {
  readonly href: string;
  readonly top: number;
  readonly left: number;
  /** What is open, by the name of the thing around it. */
  readonly open: readonly string[];
}

export const PLACE: Kept<KeptPlace> = {
  name: 'preview-place',
  keeper: 'sessionStorage',
  parse(text) {
    const { href, top, left, open } = JSON.parse(text) as Record<keyof KeptPlace, unknown>;
    const isWhole = typeof href === 'string' && typeof top === 'number' && typeof left === 'number';
    return isWhole && Array.isArray(open) ? { href, top, left, open } : undefined;
  },
};
