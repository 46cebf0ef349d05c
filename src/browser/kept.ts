/** Kept: everything that a reader's browser keeps for a list, with its name, how long it stays, and how it is validated. */
import { isSlug } from '../model/slug.ts';
import { isMark, type Mark } from './marks.ts';

/**
 * One thing kept. Its text may come from anywhere: an older or newer site, another program on the same host; it may be
 * cut off or edited by hand. `parse` returns what can be used of it; it may throw, or return undefined, if nothing can.
 */
export interface Kept<T> {
  readonly name: string;
  /** Permanently, or until the window closes. */
  readonly keeper: 'localStorage' | 'sessionStorage';
  readonly parse: (text: string) => T | undefined;
}

/** Whether the reader wants lists with notes. */
export const VIEW: Kept<string> = {
  name: 'view',
  keeper: 'localStorage',
  parse: (text) => text.match(/^with(out)?-notes$/)?.[0],
};

/** Absent if it follows the system. */
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

/** The slugs of the selected papers, in the order of selection. */
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

/** Where the reader of a `dev` page was when it was rebuilt. */
export interface KeptPlace {
  readonly href: string;
  readonly top: number;
  readonly left: number;
  /** What is open, by the name of the element around it. */
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
