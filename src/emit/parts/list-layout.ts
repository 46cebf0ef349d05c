/** List layout: which entries of a list go on which page, in each view, and which of them show their notes. */
import type { PlacedCard } from '../../model/card.ts';
import type { Site, SiteTopic } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import { VIEWS, type View } from '../paths.ts';
import { type Group, PAGE_SIZE, paginate } from './paginate.ts';

/** A list with more papers prints notes only on the pages of its topics; its own pages have folds that load them. */
const MOST_WITH_NOTES = 500;

/** What an entry with notes shows of them: the notes themselves, or a fold that loads them. */
export type NotesShown = 'here' | 'remote';

interface Row {
  readonly card: PlacedCard;
  /** The digest of its notes. */
  readonly notes: string;
  /** The digest of its records. */
  readonly records: string;
  /** True for a paper that is printed in full in another group of the list. */
  readonly isReference: boolean;
}

export interface Page {
  readonly groups: readonly Group<SiteTopic, Row>[];
  /** Missing in the view without notes. */
  readonly notes?: NotesShown;
}

export interface Layout {
  readonly view: View;
  readonly pages: readonly Page[];
  /** The number of the page where each paper is printed in full. */
  readonly where: ReadonlyMap<Slug, number>;
}

/** The whole list, or a topic with its nested topics. */
export function layOutList(site: Site, topic: SiteTopic | undefined): readonly Layout[] {
  const groups = listGroups(site, topic).map((head) => ({ head, rows: toRows(site, topic, head) }));
  return VIEWS.map((view) => {
    const pages =
      view === 'without-notes' ? fill(groups) : topic === undefined ? layHome(site, groups) : layTopic(groups);
    return { view, pages, where: findEntries(pages) };
  });
}

/** The groups of a page in order; that of its own topic comes first. */
export function listGroups({ topics }: Site, topic: SiteTopic | undefined): readonly SiteTopic[] {
  if (topic === undefined) return topics;
  return topics.filter(({ path }) => path === topic.path || path.startsWith(`${topic.path}/`));
}

type Groups = readonly { readonly head: SiteTopic; readonly rows: readonly Row[] }[];

function fill(groups: Groups, notes?: NotesShown): Page[] {
  const size = PAGE_SIZE[notes === 'here' ? 'with-notes' : 'without-notes'];
  return paginate(groups, size).map((page) => ({ groups: page, ...(notes === undefined ? {} : { notes }) }));
}

function layHome({ cards }: Site, groups: Groups): Page[] {
  return fill(groups, cards.length > MOST_WITH_NOTES ? 'remote' : 'here');
}

/** Each nested topic begins a new page; its notes are on its own pages, and here there are folds that load them. */
function layTopic([own, ...inside]: Groups): Page[] {
  if (own === undefined) return fill([]);
  const pages = joinEmpty(inside).flatMap((groups) => fill(groups, 'remote'));
  return own.rows.length === 0 && pages.length > 0 ? pages : [...fill([own], 'here'), ...pages];
}

/** Groups without papers do not get a page of their own: they go above the next group with papers, or below the last. */
function joinEmpty(groups: Groups): readonly Groups[] {
  const joined: Groups[] = [];
  let empty: Groups = [];
  for (const group of groups) {
    if (group.rows.length === 0) empty = [...empty, group];
    else {
      joined.push([...empty, group]);
      empty = [];
    }
  }
  if (empty.length > 0) joined.push([...(joined.pop() ?? []), ...empty]);
  return joined;
}

/** On the page of a topic, its own papers are printed in full; otherwise a paper is printed in the first group it names. */
function toRows(site: Site, topic: SiteTopic | undefined, head: SiteTopic): Row[] {
  return head.papers.map((number) => {
    const card = site.cards[number] as PlacedCard;
    const { notes, records } = site.kept[number] as Site['kept'][number];
    return { card, notes, records, isReference: findGroup(site, topic, card) !== head.name };
  });
}

/** The name of the group where a paper is printed in full. */
export function findGroup(site: Site, topic: SiteTopic | undefined, { topics }: PlacedCard): string {
  if (topic === undefined) return topics[0] as string;
  if (topics.includes(topic.name)) return topic.name;
  const groups = new Set(listGroups(site, topic).map(({ name }) => name));
  return topics.find((name) => groups.has(name)) ?? '';
}

function findEntries(pages: readonly Page[]): ReadonlyMap<Slug, number> {
  return new Map(
    pages.flatMap(({ groups }, index) =>
      groups.flatMap(({ rows }) =>
        rows.filter((row) => !row.isReference).map((row) => [row.card.slug, index + 1] as const),
      ),
    ),
  );
}
