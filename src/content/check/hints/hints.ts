/** Hints: what a careful owner would look at twice, whether or not the list has errors. */
import type { List } from '../../../model/list.ts';
import type { PlacedFacts as Paper } from '../../../model/paper.ts';
import { compareProblems, compareText, type Problem } from '../../../model/problem.ts';
import { findNamesakes } from '../../collect/cross-checks/duplicates.ts';
import { findAuthorVariants } from './author-variants.ts';
import { findNameVariants } from './name-variants.ts';
import { findSimilarTitles } from './similar-titles.ts';

/**
 * Names that are probably the same author, venue or institution, and titles that are probably the same paper, each with
 * the edit that would settle it. All of them have the severity `hint`. The work grows almost linearly with the list:
 * only names and titles that share a rare part are compared.
 */
export function findHints(list: List, papers: readonly Paper[]): readonly Problem[] {
  const inOrder = papers.toSorted((left, right) => compareText(left.path, right.path));
  return [
    ...findAuthorVariants(inOrder),
    ...findNameVariants(list, inOrder),
    ...findNamesakes(inOrder),
    ...findSimilarTitles(inOrder),
  ].toSorted(compareProblems);
}
