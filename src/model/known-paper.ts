/** Known paper: what tells whether the list has a paper already. */
import type { Paper } from './paper.ts';

/** Its name and its former ones, and what no other paper shares with it. */
export type KnownPaper = Pick<Paper, 'path' | 'slug' | 'aliases' | 'title' | 'arxiv' | 'doi' | 'url'>;
