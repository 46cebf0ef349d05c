/** List page: groups of entries, in either view, on as many pages as they need. */
import type { Html } from '../model/html.ts';
import type { Output } from '../model/output.ts';
import type { Prose, Rendered } from '../model/rendered.ts';
import type { SiteTopic } from '../model/site.ts';
import type { Slug } from '../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../model/url-path.ts';
import { type EntryView, type ReferenceView, toEntry, toName, toSections, venueOf } from './entry.ts';
import { printPage, type Workshop } from './frame.ts';
import { toPager } from './pager.ts';
import { type Group, PAGE_SIZE, paginate } from './paginate.ts';
import { toBibliographyPath, toEntryId, toHeadingId, toTopicId, toTopicPath, type View } from './paths.ts';
import { toYearMarks } from './year-marks.ts';

/** A list to be laid out: the whole of it, or one topic. */
export interface ListPlan {
  readonly title: string;
  readonly headTitle: string;
  readonly description: string | undefined;
  readonly introduction: Prose | undefined;
  /** The topic whose page this is. */
  readonly topic: SiteTopic | undefined;
  /** Names from the outermost topic to the one around this. */
  readonly around: readonly SiteTopic[];
  /** The groups in order; that of the page's own topic has no heading. */
  readonly groups: readonly SiteTopic[];
  /** A picture for the head of the first page at this path. */
  readonly printPicture?: (path: UrlPath, view: View) => Html;
  readonly toPath: (view: View, page: number) => UrlPath;
}

interface Row {
  readonly rendered: Rendered;
  readonly isReference: boolean;
}

const VIEWS: readonly View[] = ['without-notes', 'with-notes'];

/** Every page of the list, both views. */
export function emitListPages(workshop: Workshop, plan: ListPlan): Output[] {
  const places = VIEWS.map((view) => layOut(plan, view));
  return places.flatMap((mine) => {
    const other = places.find(({ view }) => view !== mine.view) as typeof mine;
    return mine.pages.map((page, index) => {
      const first = page.flatMap(({ rows }) => rows).find(({ isReference }) => !isReference)?.rendered.paper.slug;
      const path = plan.toPath(mine.view, index + 1);
      const twin = toRelativeUrl(path, plan.toPath(other.view, (first && other.where.get(first)) ?? 1));
      // The first page of either view begins with the same words: nothing to look for there.
      const fragment = index === 0 || first === undefined ? '' : `#${toEntryId(first)}`;
      return { path, print: () => printListPage(workshop, plan, mine, index + 1, twin + fragment) };
    });
  });
}

/** On the page of a topic, its own papers stand in full; else a paper does in the first group that it names. */
function toRows(head: SiteTopic, plan: ListPlan): Row[] {
  return head.papers.map((rendered) => ({ rendered, isReference: findHome(rendered, plan) !== head.topic.name }));
}

function findHome({ paper }: Rendered, { topic, groups }: ListPlan): string {
  const own = topic?.topic.name ?? '';
  if (paper.topics.includes(own)) return own;
  return paper.topics.find((name) => groups.some((group) => group.topic.name === name)) ?? '';
}

/** The number of the page on which each paper stands in full. */
export function findPages(plan: ListPlan, view: View): ReadonlyMap<Slug, number> {
  return layOut(plan, view).where;
}

function layOut(plan: ListPlan, view: View): Laid {
  const pages = paginate(
    plan.groups.map((head) => ({ head, rows: toRows(head, plan) })),
    PAGE_SIZE[view],
  );
  return { view, pages, where: findEntries(pages) };
}

function findEntries(pages: readonly (readonly Group<SiteTopic, Row>[])[]): ReadonlyMap<Slug, number> {
  return new Map(
    pages.flatMap((page, index) =>
      page.flatMap(({ rows }) =>
        rows.filter((row) => !row.isReference).map((row) => [row.rendered.paper.slug, index + 1] as const),
      ),
    ),
  );
}

interface Laid {
  readonly view: View;
  readonly pages: readonly (readonly Group<SiteTopic, Row>[])[];
  readonly where: ReadonlyMap<Slug, number>;
}

function printListPage(
  workshop: Workshop,
  plan: ListPlan,
  { view, pages, where }: Laid,
  number: number,
  otherView: string,
): string {
  const path = plan.toPath(view, number);
  const link = (page: number) => toRelativeUrl(path, plan.toPath(view, page));
  const hasNotes = view === 'with-notes';
  const groups = pages[number - 1] as Laid['pages'][number];
  const rows = groups.flatMap((group) => group.rows);
  const hasMath =
    (number === 1 && plan.introduction?.hasMath === true) ||
    rows.some(({ rendered, isReference }) => rendered.hasTitleMath || (hasNotes && !isReference && rendered.hasMath));
  const body = workshop.print('list', {
    title: plan.title,
    description: plan.description ?? '',
    introduction: number === 1 && plan.introduction !== undefined ? toSections(plan.introduction, path, 2) : [],
    picture: number === 1 ? (plan.printPicture?.(path, view) ?? '') : '',
    around: plan.around.map(({ topic, path: to }) => ({
      label: topic.name,
      href: toRelativeUrl(path, toTopicPath(to, view, 1)),
    })),
    hasNotes,
    finder: {
      scope: plan.topic === undefined ? '' : `topic:${plan.topic.path}`,
      name: plan.title,
      order: 'Topic order',
    },
    bibliography: toRelativeUrl(path, toBibliographyPath(plan.topic?.path)),
    otherView,
    groups: toGroupViews(workshop, groups, plan, { path, view, where }),
    pager: toPager(number, pages.length, link),
  });
  const title = `${plan.headTitle}${hasNotes ? ', with notes' : ''}${number > 1 ? `, page ${number}` : ''}`;
  return printPage(workshop, {
    path,
    title,
    description: plan.description,
    view,
    hasMath,
    topic: plan.topic?.path,
    otherView,
    body,
  });
}

interface GroupView {
  readonly id: string;
  readonly headingId: string;
  /** Empty for the group of the page's own topic. */
  readonly heading: string;
  readonly level: number;
  readonly href: string;
  readonly count: number;
  readonly description: string;
  readonly isContinued: boolean;
  readonly entries: readonly (EntryView | ReferenceView)[];
}

function toGroupViews(
  workshop: Workshop,
  groups: readonly Group<SiteTopic, Row>[],
  plan: ListPlan,
  { path, view, where }: { readonly path: UrlPath; readonly view: View; readonly where: Laid['where'] },
): GroupView[] {
  const levels = new Map<string, number>();
  return groups.map(({ head, rows, isContinued }) => {
    const isOwn = head === plan.topic;
    // A group whose parent stands on an earlier page is outermost on this one: headings skip no level.
    const level = isOwn ? 1 : Math.min((levels.get(head.parent ?? '') ?? 1) + 1, 5);
    levels.set(head.path, level);
    const years = toYearMarks(rows.map(({ rendered }) => rendered.paper));
    const entries = rows.map(({ rendered, isReference }, index) =>
      isReference
        ? toReference(rendered, years[index], plan, path, view, where)
        : toEntry(workshop, rendered, { path, level: level + 1, year: years[index], hasNotes: view === 'with-notes' }),
    );
    return {
      id: toTopicId(head.path),
      headingId: toHeadingId(head.path),
      heading: isOwn ? '' : head.topic.name,
      level,
      href: toRelativeUrl(path, toTopicPath(head.path, view, 1)),
      count: head.count,
      description: isOwn || isContinued ? '' : (head.topic.description ?? ''),
      isContinued,
      entries,
    };
  });
}

function toReference(
  rendered: Rendered,
  year: string | undefined,
  plan: ListPlan,
  path: UrlPath,
  view: View,
  where: Laid['where'],
): ReferenceView {
  const { paper } = rendered;
  const page = plan.toPath(view, where.get(paper.slug) ?? 1);
  return {
    isReference: true,
    ...toName(rendered),
    ...venueOf(paper),
    ...(year === undefined ? {} : { year }),
    href: `${page === path ? '' : toRelativeUrl(path, page)}#${toEntryId(paper.slug)}`,
    topic: findHome(rendered, plan),
  };
}
