/** Collect: turns the cards into the list: checked against each other, put in order, grouped by topic. */
import type { Card } from '../../model/card.ts';
import type { Figure } from '../../model/figure.ts';
import type { Topic } from '../../model/list.ts';
import { compareText, FILE_START, type Problem } from '../../model/problem.ts';
import type { SiteTopic } from '../../model/site.ts';
import { crossCheck, type Unchecked } from './cross-checks/cross-checks.ts';
import { checkFigureUses, type Figures } from './figures.ts';
import { checkFigures } from './svg/check-figures.ts';

/** What a list is made of. */
export interface Parts extends Unchecked {
  readonly figures: readonly Figure[];
  /** Paths of files that could not be read, pictures included, because they have problems of their own. */
  readonly refused?: ReadonlySet<string>;
}

/** The list in order. */
export interface Collected {
  readonly topics: readonly SiteTopic[];
  /** For each published paper, once and in the order in which the list shows them, its place among the cards. */
  readonly order: readonly number[];
  /** The papers newest first, by their place in `order`. */
  readonly newest: readonly number[];
  /** The figures that are shown. */
  readonly figures: readonly Figure[];
}

/** Drafts are checked like the others and left out of the list. Places are looked up only for what is reported. */
export function collect(parts: Parts): {
  readonly collected: Collected;
  readonly problems: readonly Problem[];
} {
  const { list, introduction, cards, placesOf, figures, refused = new Set() } = parts;
  const byPath: Figures = new Map(figures.map((figure) => [figure.name, figure]));
  const problems = [
    ...crossCheck(parts),
    ...checkFigures(figures),
    ...checkFigureUses(
      list.path,
      introduction.figures,
      (index) => introduction.places.figures[index] ?? FILE_START,
      byPath,
      refused,
    ),
    ...cards.flatMap(({ path, figures: shown }, number) =>
      checkFigureUses(path, shown, (index) => placesOf(number).figures[index] ?? FILE_START, byPath, refused),
    ),
  ];
  const published = cards
    .map((card, entry) => ({ card, entry }))
    .filter(({ card }) => !card.draft)
    .toSorted((left, right) => compareCards(left.card, right.card));
  const topics = list.topics.flatMap((topic) => flatten(topic, undefined, 0));
  const order = [...new Set(topics.flatMap(({ name }) => published.filter(({ card }) => card.topics[0] === name)))];
  const numbers = new Map(order.map(({ entry }, number) => [entry, number]));
  const toNumbers = (some: typeof published) => some.flatMap(({ entry }) => numbers.get(entry) ?? []);
  const shown = new Set([...introduction.figures, ...order.flatMap(({ card }) => card.figures)]);
  const collected: Collected = {
    topics: topics.map((topic) => {
      const inside = new Set(topics.filter(({ path }) => isInside(path, topic.path)).map(({ name }) => name));
      return {
        ...topic,
        papers: toNumbers(published.filter(({ card }) => card.topics.includes(topic.name))),
        count: published.filter(({ card }) => card.topics.some((name) => inside.has(name))).length,
      };
    }),
    order: order.map(({ entry }) => entry),
    newest: toNumbers(published),
    figures: figures.filter(({ name }) => shown.has(name)),
  };
  return { collected, problems };
}

/** True if the topic at `path` is the other one or lies within it. */
function isInside(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}/`);
}

function flatten(topic: Topic, parent: string | undefined, depth: number): Omit<SiteTopic, 'papers' | 'count'>[] {
  const path = parent === undefined ? topic.slug : `${parent}/${topic.slug}`;
  const { name, slug, description } = topic;
  const own = { name, slug, ...(description === undefined ? {} : { description }) };
  return [
    { ...own, path, ...(parent === undefined ? {} : { parent }), depth },
    ...topic.topics.flatMap((child) => flatten(child, path, depth + 1)),
  ];
}

/** Newest first: by year, then by month and day if a date or an arXiv id gives them, then by title; no year last. */
function compareCards(one: Card, other: Card): number {
  return (
    (other.year ?? 0) - (one.year ?? 0) ||
    compareText(dateOf(other), dateOf(one)) ||
    compareText(one.title, other.title) ||
    compareText(one.slug, other.slug)
  );
}

/** `2021-03-31`, or `2021-03` with the number behind it from an arXiv id. */
function dateOf({ date, arxiv, year }: Card): string {
  if (date !== undefined) return date;
  const id = /^(?:[a-z-]+\/)?(\d\d)(\d\d)\.?(\d+)$/.exec(arxiv ?? '');
  if (id === null) return year === undefined ? '' : String(year);
  return `${Number(id[1]) > 90 ? '19' : '20'}${id[1]}-${id[2]}-${id[3]}`;
}
