/** Identity: what makes two entries of a list one paper. */
import { findArxivId } from '../model/identifiers.ts';
import type { Paper } from '../model/paper.ts';

/** What the keys are made of; an empty title is none. */
type Identified = Pick<Paper, 'arxiv' | 'doi' | 'url' | 'title'>;

/** Two papers with an equal key are one; a title is compared by its letters and digits alone. */
export const IDENTITIES = [
  {
    field: 'arxiv',
    name: 'arXiv id',
    key: findArxivId,
  },
  { field: 'doi', name: 'DOI', key: (paper: Identified) => paper.doi?.toLowerCase() },
  { field: 'url', name: 'URL', key: (paper: Identified) => paper.url },
  {
    field: 'title',
    name: 'title',
    key: (paper: Identified) => {
      const letters = paper.title
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}]/gu, '');
      return (letters === '' ? paper.title : letters) || undefined;
    },
  },
] as const;

/** The entry that is the same paper, and what tells so: `The arXiv id \`2103.17249\``; `undefined` where there is none. */
export function findTwin(
  paper: Identified,
  others: readonly Paper[],
): { readonly twin: Paper; readonly field: string; readonly name: string; readonly value: string } | undefined {
  for (const { field, name, key } of IDENTITIES) {
    const value = key(paper);
    const twin = value === undefined ? undefined : others.find((other) => key(other) === value);
    if (twin !== undefined) return { twin, field, name, value: paper[field] ?? (value as string) };
  }
  return undefined;
}
