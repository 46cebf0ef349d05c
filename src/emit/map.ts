/** Map: `map.html`, the list as a picture: papers by year and topic, and curves between those that build on each other. */
import { linkHorizontal } from 'd3-shape';
import type { Output } from '../model/output.ts';
import type { Slug } from '../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../model/url-path.ts';
import { printPage, type Workshop } from './frame.ts';
import { layMap, type MapLayout, type Point, TOP } from './map-layout.ts';
import { toMapPath, toPaperPath, toTopicPath } from './paths.ts';
import { toPlainName } from './plain-name.ts';
import { toSeries } from './series.ts';
import { hasMap } from './special-pages.ts';

/** No page where too few papers have a year. */
export function emitMap(workshop: Workshop): readonly Output[] {
  const { site, print } = workshop;
  if (!hasMap(site)) return [];
  const path = toMapPath();
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
    isNamed: layout.nameWidth !== undefined,
    years: layout.years,
    lanes: layout.lanes.map(({ place, y }) => ({
      name: place.topic.name,
      y,
      href: toRelativeUrl(path, toTopicPath(place.path, 'without-notes', 1)),
    })),
    curves,
    points: points.map((point) => ({
      ...toPointView(point, layout, path),
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
  const content = printPage(workshop, {
    path,
    title: `Map · ${site.list.title}`,
    view: 'without-notes',
    hasMath: false,
    body,
  });
  return [{ path, content }];
}

function toPointView({ rendered, x, y }: Point, { nameWidth }: MapLayout, path: UrlPath) {
  const name = toPlainName(rendered.paper);
  return {
    x,
    y,
    name,
    label: nameWidth === undefined ? '' : cutToWidth(name, nameWidth),
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
const LEAN = 24;

function toShape(from: Point, to: Point): string {
  if (from.x === to.x) return `M${from.x},${from.y}c${-LEAN},0,${-LEAN},${to.y - from.y},0,${to.y - from.y}`;
  const link = linkHorizontal<{ source: Point; target: Point }, Point>()
    .x(({ x }) => x)
    .y(({ y }) => y);
  return link({ source: from, target: to }) as string;
}

/** How wide letters are, about, in the sans of the labels at 12 px. */
const LETTER_WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/, 12],
  [/[ijltfrI.,:;'|()[\]! -]/, 4.2],
  [/[mwMW@%]/, 10.5],
  [/[A-Z0-9&]/, 8],
];
const LETTER_WIDTH = 6.8;

/** The text, cut with an ellipsis where it is likely too wide. */
function cutToWidth(text: string, most: number): string {
  const letters = Array.from(text);
  let width = 0;
  const end = letters.findIndex((letter) => {
    width += LETTER_WIDTHS.find(([pattern]) => pattern.test(letter))?.[1] ?? LETTER_WIDTH;
    return width > most;
  });
  return end === -1
    ? text
    : `${letters
        .slice(0, end - 1)
        .join('')
        .trimEnd()}…`;
}
