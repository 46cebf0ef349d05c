/** Known keys: what two entries of one paper share, and thus what a list is searched by for a paper that it may have. */
import type { PaperFacts } from '../model/paper.ts';
import { findArxivId } from './identifiers.ts';

/** A title for comparison: its letters and digits alone, without case; the title itself if it has none. */
export function toTitleKey(title: string): string {
  // Checking every letter against Unicode takes ten times as long, and most titles are plain ASCII.
  const letters = /^[\x00-\x7f]*$/.test(title)
    ? title.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : title
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}]+/gu, '');
  return letters === '' ? title : letters;
}

export interface KnownKeys {
  /** Its current and former names. */
  readonly names: readonly string[];
  /** arXiv id, DOI and address. */
  readonly ids: readonly string[];
  readonly title: string;
}

/** The keys of a paper; two papers that share none are neither the same nor of one name. */
export function toKnownKeys(
  paper: Pick<PaperFacts, 'slug' | 'aliases' | 'arxiv' | 'doi' | 'url' | 'title'>,
): KnownKeys {
  const { slug, aliases, doi, url, title } = paper;
  return {
    names: [slug, ...aliases],
    ids: [findArxivId(paper), doi?.toLowerCase(), url].filter((id) => id !== undefined),
    title: toTitleKey(title),
  };
}
