/** Chart: papers per year, stacked by topic, for the top of the home page. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { stack, stackOrderReverse } from 'd3-shape';
import type { PlacedCard } from '../../model/card.ts';
import type { Html } from '../../model/html.ts';
import type { Site } from '../../model/site.ts';
import type { Slug } from '../../model/slug.ts';
import { toRelativeUrl, type UrlPath } from '../../model/url-path.ts';
import { toFacetPath, toMapPath, toTopicPath, type View } from '../paths.ts';
import type { Press } from '../press.ts';
import { splitName } from './page.ts';
import { type Series, toSeries } from './series.ts';

/** With fewer papers or years there is nothing to show. */
const LEAST_PAPERS = 8;
const LEAST_YEARS = 2;

/** As wide as a phone can show without shrinking the text. */
const WIDTH = 340;
const HEIGHT = 132;
/** The space above the columns for their numbers, and below them for the years. */
const TOP = 18;
const BOTTOM = 20;
/** The minimum distance between two years below the columns, and between two numbers above. */
const LABEL_WIDTH = 36;
const STEPS = [1, 2, 5, 10, 20, 50, 100];

/** A topic in the chart. */
interface Column {
  readonly colour: string;
  /** Missing for the remaining topics. */
  readonly topic?: { readonly name: string; readonly path: string };
  /** The number of its papers in each year. */
  readonly counts: readonly number[];
}

export interface ChartParts {
  /** Every year from the first to the last, including those without a paper, which have no page. */
  readonly years: readonly { readonly year: number; readonly slug?: Slug }[];
  readonly topics: readonly Column[];
}

/** Undefined if there is too little to show. */
export function planChart(site: Site): ChartParts | undefined {
  const dated = site.cards.filter(({ year }) => year !== undefined);
  if (dated.length < LEAST_PAPERS || new Set(dated.map(({ year }) => year)).size < LEAST_YEARS) return undefined;
  const years = toYears(dated);
  const slugs = new Map(site.facets.years?.map(({ name, slug }) => [name, slug]));
  return {
    years: years.map((year) => {
      const slug = slugs.get(String(year));
      return { year, ...(slug === undefined ? {} : { slug }) };
    }),
    topics: toSeries(site, dated).map((series) => toColumn(series, years)),
  };
}

function toYears(dated: readonly PlacedCard[]): number[] {
  const years = dated.map(({ year }) => year as number);
  const first = years.reduce((one, other) => Math.min(one, other));
  const last = years.reduce((one, other) => Math.max(one, other));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function toColumn({ colour, place, cards }: Series, years: readonly number[]): Column {
  const counts = years.map(() => 0);
  for (const { year } of cards) {
    const at = (year as number) - (years[0] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  return { colour, ...(place === undefined ? {} : { topic: { name: place.name, path: place.path } }), counts };
}

/** The chart for the page at this path. */
export function printChart({ years: shown, topics }: ChartParts, press: Press, path: UrlPath, view: View): Html {
  const years = shown.map(({ year }) => year);
  const totals = years.map((_, index) => topics.reduce((sum, { counts }) => sum + (counts[index] as number), 0));
  const count = totals.reduce((sum, one) => sum + one, 0);
  const most = Math.max(...totals);
  const map = toRelativeUrl(path, toMapPath());
  const legend = topics.map(({ colour, topic, counts }): Legend => {
    if (topic === undefined) return { colour, name: 'Other', href: map, counts };
    const href = toRelativeUrl(path, toTopicPath(topic.path, view, 1));
    return { colour, name: splitName(press.data.list, topic.name).name, href, counts };
  });
  return press.print('chart', {
    width: WIDTH,
    height: HEIGHT,
    base: HEIGHT - BOTTOM,
    description: `${count} papers from ${years[0]} to ${years.at(-1)}; the most in one year, ${most}, in ${years[totals.indexOf(most)]}.`,
    years: shown.map(({ year, slug }) => ({
      year,
      href: slug === undefined ? '' : toRelativeUrl(path, toFacetPath('years', slug, 1)),
    })),
    totals,
    count,
    ...draw(legend, years, totals),
    legend,
    map,
  });
}

interface Legend {
  readonly colour: string;
  readonly name: string;
  readonly href: string;
  /** The number of its papers in each year. */
  readonly counts: readonly number[];
}

interface Segment {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/** Columns in whole pixels, so that no gap shows between two segments; the first topic on top, as in the legend. */
function draw(
  legend: readonly Legend[],
  years: readonly number[],
  totals: readonly number[],
): { bands: { colour: string; href: string; segments: Segment[] }[]; columns: object[] } {
  const across = scaleBand(years, [0, WIDTH]).paddingInner(0.2);
  const up = scaleLinear([0, Math.max(...totals)], [HEIGHT - BOTTOM, TOP]);
  const left = (year: number) => Math.round(across(year) as number);
  const width = Math.max(Math.round(across.bandwidth()), 1);
  const layers = stack<number, number>()
    .keys(legend.keys())
    .value((place, index) => legend[index]?.counts[place] ?? 0)
    .order(stackOrderReverse)(years.keys());
  const bands = legend.map(({ colour, href, name, counts }, index) => ({
    colour,
    href,
    segments: [...(layers[index] ?? [])]
      .map(([from, to], place) => {
        const year = years[place] as number;
        const y = Math.round(up(to));
        const title = `${year}, ${name}: ${counts[place]}`;
        return { x: left(year), y, width, height: Math.round(up(from)) - y, title };
      })
      .filter(({ height }) => height > 0),
  }));
  const step = STEPS.find((one) => across.step() * one >= LABEL_WIDTH) ?? 100;
  const highest = totals.indexOf(Math.max(...totals));
  // Above narrow columns a number would overlap the next column; only that of the highest has room.
  const columns = years.map((year, place) => ({
    x: left(year) + width / 2,
    y: Math.round(up(totals[place] as number)) - 5,
    total: totals[place] !== 0 && (step === 1 || place === highest) ? totals[place] : '',
    isLabelled: year % step === 0,
  }));
  return { bands, columns };
}
