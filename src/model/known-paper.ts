/** Known paper: what tells whether the list has a paper already. */
import type { Paper } from './paper.ts';

/** Its name and its former ones, what no other paper shares with it, and what tells it from one of the same title. */
export type KnownPaper = Pick<Paper, 'path' | 'slug' | 'aliases' | 'title' | 'arxiv' | 'doi' | 'url'> &
  Partial<Pick<Paper, 'year' | 'authors' | 'added'>>;
