/** Map: `map.html`, the list as a picture: papers by year and topic, with curves between those that build on each other. */
import { linkHorizontal } from 'd3-shape';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { layMap, type MapPaper, type Point, TOP } from '../parts/map-layout.ts';
import { type PageParts, printPage } from '../parts/page.ts';
import { toPlainName } from '../parts/plain-name.ts';
import { toSeries } from '../parts/series.ts';
import { cutToWidth, toWidth } from '../parts/text-width.ts';
import { toMapPath, toPaperPath, toTopicPath } from '../paths.ts';
import type { Press } from '../press.ts';
import { hasMap } from '../special-pages.ts';
import { countTopics } from './list.ts';

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
  /** The papers with a year, in the order of the list. */
  readonly papers: readonly Paper[];
  /** The names of the papers without a year that others build on. */
  readonly undated: Readonly<Record<Slug, string>>;
  /** How many papers without a year there are. */
  readonly left: number;
}

/** No page if too few papers have a year. */
export function planMap(site: Site): { readonly path: UrlPath; readonly kind: 'map'; readonly parts: MapParts }[] {
  if (!hasMap(site.cards)) return [];
  const path = toMapPath();
  const dated = site.cards.filter(({ year }) => year !== undefined);
  const undated = site.cards.filter(({ year }) => year === undefined);
  const bases = new Set(dated.flatMap(({ buildsOn }) => buildsOn));
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
  const papers = dated.map(
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
  const named = undated.filter(({ slug }) => bases.has(slug)).map((card) => [card.slug, toPlainName(card)] as const);
  return [{ path, kind: 'map', parts: { page, papers, undated: Object.fromEntries(named), left: undated.length } }];
}

export function printMap({ page, papers, undated, left }: MapParts, press: Press): string {
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
    ...(Object.entries(undated) as [Slug, string][]),
  ]);
  const body = press.print('map', {
    width: layout.width,
    height: layout.height,
    top: TOP,
    description: `${papers.length} papers in ${layout.lanes.length === 1 ? 'one topic' : `${layout.lanes.length} topics`} from ${layout.years[0]?.year} to ${layout.years.at(-1)?.year}, ${curves.length} curves from a paper to one that builds on it.`,
    left,
    isNamed: layout.isNamed,
    years: layout.years,
    lanes: layout.lanes.map(({ topic, y }) => ({
      name: topics.get(topic),
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
