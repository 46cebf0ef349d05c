/** Map: `map.html`, the list as a picture: papers by year and topic, with curves between those that build on each other. */
import { linkHorizontal } from 'd3-shape';
import type { PlacedCard } from '../../model/card.ts';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { layMap, type MapPaper, type Point, TOP } from '../parts/map-layout.ts';
import { type PageParts, printPage } from '../parts/page.ts';
import { toPlainName } from '../parts/plain-name.ts';
import { toSeries } from '../parts/series.ts';
import { cutToWidth, toWidth } from '../parts/text-width.ts';
import { countTopics } from '../parts/topic-names.ts';
import { toMapPath, toPaperPath, toTopicPath } from '../paths.ts';
import type { Press } from '../press.ts';
import { hasMap } from '../special-pages.ts';

/** Points on the map, and rows of its table; more would be neither seen nor loaded soon. */
export const MOST_ON_MAP = 1500;

interface Paper extends MapPaper {
  readonly slug: Slug;
  readonly name: string;
  readonly topic: string;
  /** The class of its colour in the style sheet. */
  readonly colour: string;
  readonly buildsOn: readonly Slug[];
}

export interface MapParts {
  readonly page: PageParts;
  /** Papers with a year, in the order of the list. */
  readonly papers: readonly Paper[];
  /** By the path of a home topic, how many such papers there are, if not all of them are shown. */
  readonly totals?: Readonly<Record<string, number>>;
  /** The names of the papers that are not shown and that shown ones build on. */
  readonly others: Readonly<Record<Slug, string>>;
  /** How many papers without a year there are. */
  readonly left: number;
}

/** No page if too few papers have a year. */
export function planMap(site: Site): { readonly path: UrlPath; readonly kind: 'map'; readonly parts: MapParts }[] {
  if (!hasMap(site.cards)) return [];
  const path = toMapPath();
  const dated = site.cards.filter(({ year }) => year !== undefined);
  const homes = new Map(site.topics.map((topic) => [topic.name, topic.path]));
  const colours = new Map(
    toSeries(site, dated).flatMap(({ colour, cards }) => cards.map(({ slug }) => [slug, colour] as const)),
  );
  const page: PageParts = {
    path,
    title: `Map · ${site.list.title}`,
    view: 'without-notes',
    hasMath: false,
    style: 'map.css',
    counts: countTopics(site),
  };
  const shown = chooseShown(dated);
  const papers = shown.map(
    (card): Paper => ({
      slug: card.slug,
      name: toPlainName(card),
      year: card.year as number,
      topic: card.topics[0] as string,
      home: homes.get(card.topics[0] as string) as string,
      colour: colours.get(card.slug) as string,
      buildsOn: card.buildsOn,
    }),
  );
  const bases = new Set(shown.flatMap(({ buildsOn }) => buildsOn));
  const onMap = new Set(shown);
  const others = site.cards
    .filter((card) => bases.has(card.slug) && !onMap.has(card))
    .map((card) => [card.slug, toPlainName(card)] as const);
  const totals = new Map<string, number>();
  for (const { topics } of dated) {
    const home = homes.get(topics[0] as string) as string;
    totals.set(home, (totals.get(home) ?? 0) + 1);
  }
  const parts: MapParts = {
    page,
    papers,
    ...(shown.length === dated.length ? {} : { totals: Object.fromEntries(totals) }),
    others: Object.fromEntries(others),
    left: site.cards.length - dated.length,
  };
  return [{ path, kind: 'map', parts }];
}

/**
 * As many papers as the map holds, in their order: of each topic the one with most relations to other papers, then those
 * with most of them anywhere, the newest first among equals.
 */
function chooseShown(dated: readonly PlacedCard[]): readonly PlacedCard[] {
  if (dated.length <= MOST_ON_MAP) return dated;
  const relations = new Map<Slug, number>();
  const count = (slug: Slug) => relations.set(slug, (relations.get(slug) ?? 0) + 1);
  for (const { slug, buildsOn } of dated) {
    for (const base of buildsOn) {
      count(slug);
      count(base);
    }
  }
  const ranked = dated.toSorted(
    (left, right) =>
      (relations.get(right.slug) ?? 0) - (relations.get(left.slug) ?? 0) ||
      (right.year as number) - (left.year as number),
  );
  const firsts = [...new Map(ranked.toReversed().map((card) => [card.topics[0], card])).values()];
  const chosen = new Set(firsts);
  for (const card of ranked) {
    if (chosen.size >= MOST_ON_MAP) break;
    chosen.add(card);
  }
  return dated.filter((card) => chosen.has(card));
}

export function printMap({ page, papers, totals, others, left }: MapParts, press: Press): string {
  const { path } = page;
  const layout = layMap(
    press.data.topics.map((topic) => topic.path),
    papers,
  );
  const topics = new Map(press.data.topics.map((topic) => [topic.path, topic.name]));
  const points = layout.lanes.flatMap((lane) => lane.points);
  const curves = drawCurves(points);
  const curvesOf = new Map<Slug, string[]>(papers.map(({ slug }) => [slug, []]));
  for (const { id, ends } of curves) for (const end of ends) curvesOf.get(end)?.push(id);
  const names = new Map<Slug, string>([
    ...papers.map(({ slug, name }) => [slug, name] as const),
    ...(Object.entries(others) as [Slug, string][]),
  ]);
  const body = press.print('map', {
    width: layout.width,
    height: layout.height,
    top: TOP,
    description: `${papers.length} papers in ${layout.lanes.length === 1 ? 'one topic' : `${layout.lanes.length} topics`} from ${layout.years[0]?.year} to ${layout.years.at(-1)?.year}, ${curves.length} curves from a paper to one that builds on it.`,
    left,
    shown: papers.length,
    // Empty if all are shown.
    total: totals === undefined ? '' : Object.values(totals).reduce((sum, one) => sum + one, 0),
    isNamed: layout.isNamed,
    years: layout.years,
    lanes: layout.lanes.map(({ topic, y, points: own }) => ({
      name: topics.get(topic),
      part: totals === undefined ? '' : `${own.length} of ${totals[topic]}`,
      y,
      href: toRelativeUrl(path, toTopicPath(topic, 'without-notes', 1)),
    })),
    curves,
    points: points.map((point) => ({
      ...toPointView(point, path),
      // If its name is shown on demand, it extends towards the middle.
      isLate: point.x > layout.width / 2,
      colour: point.paper.colour,
      curves: curvesOf.get(point.paper.slug),
    })),
    rows: papers.map(({ slug, name, year, topic, buildsOn }) => ({
      name,
      href: toRelativeUrl(path, toPaperPath(slug)),
      year,
      topic,
      bases: buildsOn.flatMap((base) => names.get(base) ?? []).join(', '),
    })),
  });
  return printPage(press, page, body);
}

/** The space that a name leaves free before the next point, and the space below which it is left out instead of cut. */
const AROUND_NAME = 14;
const LEAST_CUT = 90;

function toPointView({ paper, x, y, room }: Point<Paper>, path: UrlPath) {
  const { name, slug } = paper;
  const cut = cutToWidth(name, room - AROUND_NAME);
  const label = cut === name || room >= LEAST_CUT ? cut : '';
  return {
    x,
    y,
    name,
    label,
    // The width of the clickable area: the point with its name.
    width: Math.ceil(toWidth(label)) + AROUND_NAME + 6,
    href: toRelativeUrl(path, toPaperPath(slug)),
  };
}

interface Curve {
  readonly id: string;
  readonly shape: string;
  /** The earlier paper, and the one that builds on it. */
  readonly ends: readonly [Slug, Slug];
}

/** A curve for each relation with both ends on the map. */
function drawCurves(points: readonly Point<Paper>[]): readonly Curve[] {
  const places = new Map(points.map((point) => [point.paper.slug, point]));
  return points
    .flatMap((to) => to.paper.buildsOn.flatMap((slug) => ({ from: places.get(slug), to })))
    .flatMap(({ from, to }) => (from === undefined ? [] : [{ from, to }]))
    .map(({ from, to }, index) => ({
      id: `c${index}`,
      shape: toShape(from, to),
      ends: [from.paper.slug, to.paper.slug],
    }));
}

/** How far a curve bends outwards between two points, one above the other. */
const LEAN = 15;

function toShape(from: Point<Paper>, to: Point<Paper>): string {
  if (from.x === to.x) return `M${from.x},${from.y}c${-LEAN},0,${-LEAN},${to.y - from.y},0,${to.y - from.y}`;
  const link = linkHorizontal<{ source: Point<Paper>; target: Point<Paper> }, Point<Paper>>()
    .x(({ x }) => x)
    .y(({ y }) => y);
  return link({ source: from, target: to }) as string;
}
