/** Known paper: what is needed to see whether the list already has a paper. */
import type { Paper } from './paper.ts';

/** Its current and former names, its identifiers, and what distinguishes it from papers with the same title. */
export type KnownPaper = Pick<Paper, 'path' | 'slug' | 'aliases' | 'title' | 'arxiv' | 'doi' | 'url'> &
  Partial<Pick<Paper, 'year' | 'authors' | 'added'>>;
