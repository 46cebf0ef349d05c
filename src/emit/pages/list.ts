/** List: the pages of the whole list and of each topic, in both views, as many as needed. */
import type { PlacedCard } from '../../model/card.ts';
import type { NotesSection } from '../../model/prose.ts';
import type { Site, SiteTopic } from '../../model/site.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { type ChartParts, planChart, printChart } from '../parts/chart.ts';
import { type EntryView, type ReferenceView, toEntry, toName, toSections, venueOf } from '../parts/entry.ts';
import { type FigurePlaces, pickFigures } from '../parts/figures.ts';
import { describeCollection } from '../parts/linked-data.ts';
import { findGroup, type Layout, layOutList, type NotesShown, type Page } from '../parts/list-layout.ts';
import { type PageParts, printPage, withFeed } from '../parts/page.ts';
import { toPager } from '../parts/pager.ts';
import { toPaperCount } from '../parts/paper-count.ts';
import { countTopics, findAround, type TopicName, toTopicName } from '../parts/topic-names.ts';
import { toYearMarks } from '../parts/year-marks.ts';
import {
  toEntryId,
  toFeedPath,
  toHeadingId,
  toHomePath,
  toRecordsPath,
  toTopicFeedPath,
  toTopicId,
  toTopicPath,
  type View,
} from '../paths.ts';
import type { Press } from '../press.ts';

interface RowParts {
  readonly card: PlacedCard;
  /** The digest of the notes, if they are printed here. */
  readonly notes?: string;
  /** The digest of the records, on pages without notes. */
  readonly records?: string;
  readonly year?: string;
  /** For a paper that is printed in full elsewhere: its page and topic there. */
  readonly reference?: { readonly path: UrlPath; readonly topic: string };
}

interface GroupParts extends TopicName {
  readonly isOwn: boolean;
  readonly level: number;
  readonly count: number;
  readonly description: string;
  readonly isContinued: boolean;
  readonly rows: readonly RowParts[];
}

export interface ListParts {
  readonly page: PageParts;
  readonly title: string;
  readonly introduction: readonly NotesSection[];
  /** A picture for the top of the page. */
  readonly chart?: ChartParts;
  /** From the outermost topic to the parent of this one. */
  readonly around: readonly TopicName[];
  /** The path of the topic whose page this is. */
  readonly topic?: string;
  /** The number of papers of the topic whose page this is. */
  readonly count?: number;
  readonly notes?: NotesShown;
  readonly figures: FigurePlaces;
  readonly groups: readonly GroupParts[];
  readonly number: number;
  readonly pages: number;
}

interface ListOutput {
  readonly path: UrlPath;
  readonly kind: 'list';
  readonly parts: ListParts;
}

/** Every page of the whole list, both views. */
export function planHome(site: Site, feeds: ReadonlySet<UrlPath>): ListOutput[] {
  return planListPages(site, undefined, feeds);
}

/** Every page of every topic, both views: its own papers first, then those of its nested topics. */
export function planTopics(site: Site, feeds: ReadonlySet<UrlPath>): ListOutput[] {
  return site.topics.flatMap((topic) => planListPages(site, topic, feeds));
}

function planListPages(site: Site, topic: SiteTopic | undefined, feeds: ReadonlySet<UrlPath>): ListOutput[] {
  const layouts = layOutList(site, topic);
  return layouts.flatMap((layout) => {
    const other = layouts.find(({ view }) => view !== layout.view) as Layout;
    return layout.pages.map((page, index) => planListPage(site, topic, layout, page, index + 1, other, feeds));
  });
}

function toListPath(topic: TopicName | undefined, view: View, page: number): UrlPath {
  return topic === undefined ? toHomePath(view, page) : toTopicPath(topic.path, view, page);
}

function planListPage(
  site: Site,
  topic: SiteTopic | undefined,
  layout: Layout,
  page: Page,
  number: number,
  other: Layout,
  feeds: ReadonlySet<UrlPath>,
): ListOutput {
  const { list } = site;
  const { view, pages } = layout;
  const path = toListPath(topic, view, number);
  const isFirst = number === 1;
  const isHome = topic === undefined;
  const rows = page.groups.flatMap((group) => group.rows);
  const shown = rows.filter(({ isReference }) => !isReference).map(({ card }) => card);
  const first = shown[0]?.slug;
  const twin = toRelativeUrl(path, toListPath(topic, other.view, (first && other.where.get(first)) ?? 1));
  // The first page of each view begins with the same entry, so the link needs no fragment.
  const fragment = isFirst || first === undefined ? '' : `#${toEntryId(first)}`;
  const hasMath =
    (isHome && isFirst && site.introduction.hasMath) ||
    rows.some(({ card }) => card.hasTitleMath) ||
    (page.notes === 'here' && shown.some((card) => card.hasMath));
  const name = topic === undefined || topic.name === list.title ? list.title : `${topic.name} · ${list.title}`;
  const suffix = `${view === 'with-notes' ? ', with notes' : ''}${isFirst ? '' : `, page ${number}`}`;
  const chart = isHome && isFirst ? planChart(site) : undefined;
  const introduction = isHome && isFirst ? site.introduction.sections : [];
  return {
    path,
    kind: 'list',
    parts: {
      page: {
        path,
        title: name + suffix,
        description: topic === undefined ? list.description : topic.description,
        view,
        hasMath,
        topic: topic?.path,
        otherView: twin + fragment,
        ...withFeed(topic === undefined ? toFeedPath('xml') : toTopicFeedPath(topic.path), name, feeds),
        ...(isHome ? { counts: countTopics(site) } : {}),
      },
      title: topic?.name ?? list.title,
      introduction,
      ...(chart === undefined ? {} : { chart }),
      around: topic === undefined ? [] : findAround(site, topic).map(toTopicName),
      ...(topic === undefined ? {} : { topic: topic.path, count: topic.count }),
      ...(page.notes === undefined ? {} : { notes: page.notes }),
      figures: pickFigures(site.figures, [
        ...(page.notes === 'here' ? shown : []),
        ...(introduction.length > 0 ? [{ figures: site.figures.map((figure) => figure.name) }] : []),
      ]),
      groups: planGroups(site, topic, layout, page),
      number,
      pages: pages.length,
    },
  };
}

function planGroups(site: Site, topic: SiteTopic | undefined, { view, where }: Layout, page: Page): GroupParts[] {
  const levels = new Map<string, number>();
  return page.groups.map(({ head, rows, isContinued }) => {
    const isOwn = head === topic;
    // A group whose parent is on an earlier page is outermost on this one, so that headings skip no level.
    const level = isOwn ? 1 : Math.min((levels.get(head.parent ?? '') ?? 1) + 1, 5);
    levels.set(head.path, level);
    const years = toYearMarks(rows.map(({ card }) => card));
    return {
      ...toTopicName(head),
      isOwn,
      level,
      count: head.count,
      description: isOwn || isContinued ? '' : (head.description ?? ''),
      isContinued,
      rows: rows.map(({ card, notes, records, isReference }, index): RowParts => {
        const year = years[index];
        const path = toListPath(topic, view, where.get(card.slug) ?? 1);
        return {
          card,
          ...(year === undefined ? {} : { year }),
          ...(page.notes === 'here' && !isReference ? { notes } : {}),
          ...(page.notes === undefined && !isReference ? { records } : {}),
          ...(isReference ? { reference: { path, topic: findGroup(site, topic, card) } } : {}),
        };
      }),
    };
  });
}

export function printList(parts: ListParts, press: Press): string {
  const { page, figures, number } = parts;
  const { path, view } = page;
  const link = (to: UrlPath) => toRelativeUrl(path, to);
  const own = parts.topic === undefined ? undefined : { name: parts.title, path: parts.topic };
  const toRow = (row: RowParts, level: number): EntryView | ReferenceView => {
    const { card, year, reference } = row;
    if (reference !== undefined) return toReference(row, reference, path);
    const remote = parts.notes === 'remote' ? parts.notes : undefined;
    const notes = row.notes === undefined ? remote : press.notes(row.notes);
    const coins = row.records === undefined ? undefined : press.records(row.records).coins;
    return toEntry(card, { path, facets: press.facets, level, year, notes, figures, coins });
  };
  const body = press.print('list', {
    title: parts.title,
    count: parts.count === undefined ? '' : toPaperCount(parts.count),
    description: page.description ?? '',
    introduction: toSections(parts.introduction, path, 2, figures),
    picture: parts.chart === undefined ? '' : printChart(parts.chart, press, path, view),
    around: parts.around.map((topic) => ({ label: topic.name, href: link(toTopicPath(topic.path, view, 1)) })),
    hasNotes: view === 'with-notes',
    hasFolds: parts.notes === 'here',
    finder: {
      scope: parts.topic === undefined ? '' : `topic:${parts.topic}`,
      name: parts.title,
      order: 'Topic order',
    },
    // The page of the table offers the others.
    records: press.data.formats
      .filter(({ hasFilePerTopic }) => hasFilePerTopic)
      .map(({ label, extension }) => ({ label, href: link(toRecordsPath(parts.topic, extension)) })),
    feed: page.feed === undefined ? '' : link(page.feed.path),
    otherView: page.otherView,
    groups: parts.groups.map((group) => ({
      id: toTopicId(group.path),
      headingId: toHeadingId(group.path),
      heading: group.isOwn ? '' : group.name,
      level: group.level,
      href: link(toTopicPath(group.path, view, 1)),
      count: group.count,
      description: group.description,
      isContinued: group.isContinued,
      entries: group.rows.map((row) => toRow(row, group.level + 1)),
    })),
    pager: toPager(number, parts.pages, (to) => link(toListPath(own, view, to))),
  });
  return printPage(press, page, body, { data: describeCollection(page, parts.title, press.data) });
}

function toReference({ card, year }: RowParts, to: NonNullable<RowParts['reference']>, path: UrlPath): ReferenceView {
  return {
    isReference: true,
    ...toName(card.html),
    ...venueOf(card),
    ...(year === undefined ? {} : { year }),
    href: `${to.path === path ? '' : toRelativeUrl(path, to.path)}#${toEntryId(card.slug)}`,
    topic: to.topic,
  };
}
