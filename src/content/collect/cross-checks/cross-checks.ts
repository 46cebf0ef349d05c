/** Cross-checks: what one file alone cannot show, such as a topic nobody declared or a paper listed twice. */
import type { Card } from '../../../model/card.ts';
import type { Entry, PlacesOf } from '../../../model/entry.ts';
import type { KnownPaper } from '../../../model/known-paper.ts';
import type { List, Topic } from '../../../model/list.ts';
import { compareText, FILE_START, type Problem } from '../../../model/problem.ts';
import type { Prose } from '../../../model/prose.ts';
import { type PlaceOf, toPlaceOf } from '../../report/field-place.ts';
import { checkAuthorSlugs } from './author-slugs.ts';
import { checkDuplicates, findNamesakes } from './duplicates.ts';
import { checkKeys } from './keys.ts';
import { checkReferences, checkRelations, toLookup } from './references.ts';
import { checkSlugs } from './slugs.ts';
import { checkTopics } from './topics.ts';

/** A list and its papers before they are put in order. */
export interface Unchecked {
  readonly list: List;
  readonly introduction: Prose;
  readonly cards: readonly Card[];
  readonly placesOf: PlacesOf;
  /** Paths of files that are not papers yet, because they have problems of their own. */
  readonly broken: readonly string[];
}

/**
 * Every problem that shows only when the list and all its papers are seen together. A problem between several files is
 * reported in those that joined later, see `findNewcomers`.
 */
export function crossCheck({ list, introduction, cards, placesOf, broken }: Unchecked): readonly Problem[] {
  const byPath = cards
    .map((_, number) => number)
    .sort((left, right) => compareText(pathAt(cards, left), pathAt(cards, right)));
  const inOrder = byPath.map((number) => cards[number] as Card);
  const placeOf = toPlaceOf(inOrder, (place) => placesOf(byPath[place] as number));
  const lookup = toLookup(inOrder, broken);
  const placeInIntroduction = (index: number) => introduction.places.references[index] ?? FILE_START;
  return [
    ...checkTopics(list.path, list.topics.flatMap(namesOf), inOrder, placeOf),
    ...checkAuthorSlugs(list, inOrder, placeOf),
    ...checkSlugs(inOrder, placeOf),
    ...checkDuplicates(inOrder, placeOf),
    ...checkKeys(inOrder, placeOf),
    ...checkReferences(list.path, introduction.references, placeInIntroduction, lookup),
    ...checkRelations(inOrder, placeOf, lookup),
    ...byPath.flatMap((number) => {
      const { path, references } = cards[number] as Card;
      const placeAt = (index: number) => placesOf(number).references[index] ?? FILE_START;
      return checkReferences(path, references, placeAt, lookup);
    }),
  ];
}

function pathAt(cards: readonly Card[], number: number): string {
  return (cards[number] as Card).path;
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
  const { card, places } = newcomer;
  const { path } = card;
  // One of the others can have the same path; its problems must not pass for those of the newcomer.
  const paper = { ...card, path: `${path}\0` };
  const all = [...others, paper];
  const placeOf: PlaceOf<KnownPaper> = toPlaceOf(all, (number) => (all[number] === paper ? places : { fields: {} }));
  const problems = [
    ...checkTopics(listPath, topics, [paper], placeOf),
    ...checkSlugs(all, placeOf),
    ...checkDuplicates(all, placeOf),
    ...findNamesakes(all, placeOf),
  ];
  return problems.filter(({ file }) => file === paper.path).map((problem) => ({ ...problem, file: path }));
}

function namesOf(topic: Topic): string[] {
  return [topic.name, ...topic.topics.flatMap(namesOf)];
}
