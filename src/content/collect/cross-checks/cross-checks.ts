/** Cross-checks: what one file alone cannot show, such as a topic nobody declared or a paper listed twice. */
import type { Entry } from '../../../model/entry.ts';
import type { KnownPaper } from '../../../model/known-paper.ts';
import type { List, Topic } from '../../../model/list.ts';
import type { PlacedFacts } from '../../../model/paper.ts';
import { compareText, type Problem } from '../../../model/problem.ts';
import type { Prose } from '../../../model/prose.ts';
import { checkDuplicates, findNamesakes } from './duplicates.ts';
import { checkKeys } from './keys.ts';
import { checkReferences, checkRelations, toLookup } from './references.ts';
import { checkSlugs } from './slugs.ts';
import { checkTopics } from './topics.ts';

/**
 * Every problem that shows only when the list and all its papers are seen together. A problem between several files is
 * reported in those that joined later, see `findNewcomers`. `broken` are paths of files that are not papers yet, because
 * they have problems of their own.
 */
export function crossCheck(
  list: List,
  introduction: Prose,
  entries: readonly Pick<Entry, 'card' | 'places'>[],
  broken: readonly string[],
): readonly Problem[] {
  const inOrder = entries.toSorted((left, right) => compareText(left.card.path, right.card.path));
  const plain = inOrder.map(toPlaced);
  const lookup = toLookup(
    inOrder.map(({ card }) => card),
    broken,
  );
  return [
    ...checkTopics(list.path, list.topics.flatMap(namesOf), plain),
    ...checkSlugs(plain),
    ...checkDuplicates(plain),
    ...checkKeys(plain),
    ...checkReferences(list.path, introduction, lookup),
    ...checkRelations(plain, lookup),
    ...inOrder.flatMap(({ card, places }) =>
      checkReferences(card.path, { references: card.references, places }, lookup),
    ),
  ];
}

/**
 * Every problem of a paper that is about to join the list at `listPath`: a topic that is not among `topics`, a slug or
 * an identifier that one of `others` has, and a hint at a title that one of them has.
 */
export function checkNewcomer(
  newcomer: Pick<Entry, 'card' | 'places'>,
  listPath: string,
  topics: readonly string[],
  others: readonly KnownPaper[],
): readonly Problem[] {
  const { path } = newcomer.card;
  // One of the others can have the same path; its problems must not pass for those of the newcomer.
  const paper = { ...toPlaced(newcomer), path: `${path}\0` };
  const all = [...others.map((other) => ({ ...other, places: {} })), paper];
  const problems = [
    ...checkTopics(listPath, topics, [paper]),
    ...checkSlugs(all),
    ...checkDuplicates(all),
    ...findNamesakes(all),
  ];
  return problems.filter(({ file }) => file === paper.path).map((problem) => ({ ...problem, file: path }));
}

function toPlaced({ card, places }: Pick<Entry, 'card' | 'places'>): Entry['card'] & PlacedFacts {
  return { ...card, places: places.fields };
}

function namesOf(topic: Topic): string[] {
  return [topic.name, ...topic.topics.flatMap(namesOf)];
}
