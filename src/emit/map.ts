/** Map: `map.html`, the list as a picture: papers by year and topic, and curves between those that build on each other. */
import { linkHorizontal } from 'd3-shape';
import type { Output } from '../model/output.ts';
import type { Slug } from '../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../model/url-path.ts';
import { printPage, type Workshop } from './frame.ts';
import { layMap, type Point, TOP } from './map-layout.ts';
import { toMapPath, toPaperPath, toTopicPath } from './paths.ts';
import { toPlainName } from './plain-name.ts';
import { toSeries } from './series.ts';
import { hasMap } from './special-pages.ts';
import { cutToWidth, toWidth } from './text-width.ts';

/** No page where too few papers have a year. */
export function emitMap(workshop: Workshop): readonly Output[] {
  if (!hasMap(workshop.site)) return [];
  const path = toMapPath();
  return [{ path, print: () => printMap(workshop, path) }];
}

function printMap(workshop: Workshop, path: UrlPath): string {
  const { site, print } = workshop;
  const dated = site.papers.filter(({ paper }) => paper.year !== undefined);
  const layout = layMap(site.topics, dated);
  const points = layout.lanes.flatMap((lane) => lane.points);
  const curves = drawCurves(points);
  const colours = new Map(
    toSeries(site, dated).flatMap(({ colour, papers }) => papers.map(({ paper }) => [paper.slug, colour] as const)),
  );
  const names = new Map(site.papers.map(({ paper }) => [paper.slug, toPlainName(paper)]));
  const body = print('map', {
    width: layout.width,
    height: layout.height,
    top: TOP,
    description: `${dated.length} papers of ${layout.lanes.length === 1 ? 'one topic' : `${layout.lanes.length} topics`} from ${layout.years[0]?.year} to ${layout.years.at(-1)?.year}, ${curves.length} curves from a paper to one that builds on it.`,
    left: site.papers.length - dated.length,
    isNamed: layout.isNamed,
    years: layout.years,
    lanes: layout.lanes.map(({ place, y }) => ({
      name: place.topic.name,
      y,
      href: toRelativeUrl(path, toTopicPath(place.path, 'without-notes', 1)),
    })),
    curves,
    points: points.map((point) => ({
      ...toPointView(point, path),
      // Its name, where shown on demand, leans towards the middle.
      isLate: point.x > layout.width / 2,
      colour: colours.get(point.rendered.paper.slug),
      curves: curves.filter(({ ends }) => ends.includes(point.rendered.paper.slug)).map(({ id }) => id),
    })),
    rows: dated.map(({ paper }) => ({
      name: names.get(paper.slug),
      href: toRelativeUrl(path, toPaperPath(paper.slug)),
      year: paper.year,
      topic: paper.topics[0],
      bases: paper.buildsOn.flatMap((slug) => names.get(slug) ?? []).join(', '),
    })),
  });
  return printPage(workshop, {
    path,
    title: `Map · ${site.list.title}`,
    view: 'without-notes',
    hasMath: false,
    style: 'map.css',
    body,
  });
}

/** What a name leaves free of the room of its point, and the room below which it is not cut but left out. */
const AROUND_NAME = 14;
const LEAST_CUT = 90;

function toPointView({ rendered, x, y, room }: Point, path: UrlPath) {
  const name = toPlainName(rendered.paper);
  const cut = cutToWidth(name, room - AROUND_NAME);
  const label = cut === name || room >= LEAST_CUT ? cut : '';
  return {
    x,
    y,
    name,
    label,
    // Of what can be pressed: the point with its name.
    width: Math.ceil(toWidth(label)) + AROUND_NAME + 6,
    href: toRelativeUrl(path, toPaperPath(rendered.paper.slug)),
  };
}

interface Curve {
  readonly id: string;
  readonly shape: string;
  /** The paper that is built upon, and the one that builds on it. */
  readonly ends: readonly [Slug, Slug];
}

/** A curve for each relation whose both ends stand on the map. */
function drawCurves(points: readonly Point[]): readonly Curve[] {
  const places = new Map(points.map((point) => [point.rendered.paper.slug, point]));
  return points
    .flatMap((to) => to.rendered.paper.buildsOn.flatMap((slug) => ({ from: places.get(slug), to })))
    .flatMap(({ from, to }) => (from === undefined ? [] : [{ from, to }]))
    .map(({ from, to }, index) => ({
      id: `c${index}`,
      shape: toShape(from, to),
      ends: [from.rendered.paper.slug, to.rendered.paper.slug],
    }));
}

/** How far a curve leans out between two points of which one stands above the other. */
const LEAN = 15;

function toShape(from: Point, to: Point): string {
  if (from.x === to.x) return `M${from.x},${from.y}c${-LEAN},0,${-LEAN},${to.y - from.y},0,${to.y - from.y}`;
  const link = linkHorizontal<{ source: Point; target: Point }, Point>()
    .x(({ x }) => x)
    .y(({ y }) => y);
  return link({ source: from, target: to }) as string;
}
