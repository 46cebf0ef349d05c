/** Newcomers: which papers of a conflicting group have to change. */
import type { Paper } from '../../../model/paper.ts';
import { compareText } from '../../../model/problem.ts';

/** When a paper joined the list, if known. */
export type Joined = Pick<Paper, 'path'> & Partial<Pick<Paper, 'added'>>;

/**
 * All papers of a group except the one that was certainly there before the others, by `added`. All of them if one does
 * not say when it joined, or if two joined first on the same day: the problem is then reported in every file, so the
 * file a contributor checks is among them.
 */
export function findNewcomers<Member extends Joined>(group: readonly Member[]): readonly Member[] {
  if (group.some(({ added }) => added === undefined)) return group;
  const [first, second] = group.toSorted((left, right) => compareText(left.added as string, right.added as string));
  return first === undefined || first.added === second?.added ? group : group.filter((member) => member !== first);
}

/** ` papers/a.md`, ` papers/a.md and 2 other files`. */
export function nameOthers(others: readonly Joined[]): string {
  const [first] = others;
  const more = others.length - 1;
  return `${first?.path}${more === 0 ? '' : ` and ${more} other ${more === 1 ? 'file' : 'files'}`}`;
}
