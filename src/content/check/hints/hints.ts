/** Hints: what a careful owner would look at twice, whether or not the list has errors. */
import type { List } from '../../../model/list.ts';
import type { FieldPlaces, PaperFacts as Paper } from '../../../model/paper.ts';
import { compareProblems, compareText, type Problem } from '../../../model/problem.ts';
import { findNamesakes } from '../../collect/cross-checks/duplicates.ts';
import { toPlaceOf } from '../../report/field-place.ts';
import { findAuthorVariants } from './author-variants.ts';
import { findNameVariants } from './name-variants.ts';
import { findPeople } from './people.ts';
import { findSimilarTitles } from './similar-titles.ts';
import { findUndated, type GitMemory } from './undated.ts';

/**
 * Names that are probably the same author, venue or institution, and titles that are probably the same paper, each with
 * the edit that would settle it; and papers that readers who follow the list will miss. All of them have the severity `hint`. The work grows almost linearly with the list:
 * only names and titles that share a rare part are compared. `placesOf` is
 * called only for papers about which something is reported.
 */
export function findHints(
  list: List,
  papers: readonly Paper[],
  placesOf: (paper: number) => { readonly fields: FieldPlaces },
  memory: GitMemory = 'whole',
): readonly Problem[] {
  const placeOf = toPlaceOf(papers, placesOf);
  const inOrder = papers.toSorted((left, right) => compareText(left.path, right.path));
  return [
    ...findAuthorVariants(list.authors, inOrder, placeOf),
    ...findPeople(list, inOrder, placeOf),
    ...findNameVariants(list, inOrder, placeOf),
    ...findNamesakes(inOrder, placeOf),
    ...findSimilarTitles(inOrder, placeOf),
    ...findUndated(inOrder, list.path, memory, placeOf),
  ].toSorted(compareProblems);
}
