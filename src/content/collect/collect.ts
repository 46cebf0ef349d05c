/** Collect: turns the cards into the list: checked against each other, put in order, grouped by topic. */
import type { Card } from '../../model/card.ts';
import type { Figure } from '../../model/figure.ts';
import type { Topic } from '../../model/list.ts';
import { compareText, FILE_START, type Problem } from '../../model/problem.ts';
import type { SiteTopic } from '../../model/site.ts';
import { groupBy } from '../../text/group-by.ts';
import { crossCheck, type Unchecked } from './cross-checks/cross-checks.ts';
import { checkFigureUses, toKnownFigures } from './figures.ts';
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

/** A published paper while it is put in order. */
interface Published {
  readonly card: Card;
  /** Its place among all cards. */
  readonly entry: number;
  readonly date: string;
}

/** Drafts are checked like the others and left out of the list. Places are looked up only for what is reported. */
export function collect(parts: Parts): {
  readonly collected: Collected;
  readonly problems: readonly Problem[];
} {
  const { list, introduction, cards, placesOf, figures, refused = new Set() } = parts;
  const known = toKnownFigures(figures, refused);
  const placeInIntroduction = (index: number) => introduction.places.figures[index] ?? FILE_START;
  const problems = [
    ...crossCheck(parts),
    ...checkFigures(figures),
    ...checkFigureUses(list.path, introduction.figures, placeInIntroduction, known),
    ...cards.flatMap(({ path, figures: shown }, number) =>
      checkFigureUses(path, shown, (index) => placesOf(number).figures[index] ?? FILE_START, known),
    ),
  ];
  const published = cards
    .map((card, entry): Published => ({ card, entry, date: dateOf(card) }))
    .filter(({ card }) => !card.draft)
    .sort(compareNewest);
  const topics = list.topics.flatMap((topic) => flatten(topic, undefined, 0));
  const byHome = groupBy(published, ({ card }) => card.topics[0]);
  const order = [...new Set(topics.flatMap(({ name }) => byHome.get(name) ?? []))];
  const numbers = new Map(order.map(({ entry }, number) => [entry, number]));
  const toNumbers = (some: readonly Published[]) => some.flatMap(({ entry }) => numbers.get(entry) ?? []);
  const { named, counts } = distribute(published, topics);
  const shown = new Set([...introduction.figures, ...order.flatMap(({ card }) => card.figures)]);
  const collected: Collected = {
    topics: topics.map((topic) => ({
      ...topic,
      papers: toNumbers(named.get(topic.name) ?? []),
      count: counts.get(topic.path) ?? 0,
    })),
    order: order.map(({ entry }) => entry),
    newest: toNumbers(published),
    figures: figures.filter(({ name }) => shown.has(name)),
  };
  return { collected, problems };
}

/** The papers that name each topic, by its name, and how many it has with those inside it, by its path. */
function distribute(papers: readonly Published[], topics: readonly Pick<SiteTopic, 'name' | 'path'>[]) {
  const around = new Map<string, string[]>();
  for (const { name, path } of topics) {
    const parts = path.split('/');
    const paths = parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
    around.set(name, [...(around.get(name) ?? []), ...paths]);
  }
  const named = new Map<string, Published[]>();
  const counts = new Map<string, number>();
  for (const paper of papers) {
    const own = new Set(paper.card.topics);
    for (const name of own) {
      const papersOfTopic = named.get(name) ?? [];
      named.set(name, papersOfTopic);
      papersOfTopic.push(paper);
    }
    const paths = new Set([...own].flatMap((name) => around.get(name) ?? []));
    for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return { named, counts };
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
function compareNewest({ card: one, date }: Published, { card: other, date: otherDate }: Published): number {
  return (
    (other.year ?? 0) - (one.year ?? 0) ||
    compareText(otherDate, date) ||
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
