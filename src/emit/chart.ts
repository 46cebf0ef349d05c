/** Chart: papers per year, stacked by topic, for the head of the home page. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { stack, stackOrderReverse } from 'd3-shape';
import type { Html } from '../model/html.ts';
import type { Rendered } from '../model/rendered.ts';
import type { Site } from '../model/site.ts';
import { toRelativeUrl, type UrlPath } from '../model/url-path.ts';
import { splitName, type Workshop } from './frame.ts';
import { toFacetPath, toMapPath, toTopicPath, type View } from './paths.ts';
import { type Series, toSeries } from './series.ts';

/** Fewer papers, or fewer years, make no picture. */
const LEAST_PAPERS = 8;
const LEAST_YEARS = 2;

/** As wide as a phone can show without making the letters smaller. */
const WIDTH = 340;
const HEIGHT = 132;
/** The room above the columns for their numbers, and below them for the years. */
const TOP = 18;
const BOTTOM = 20;
/** The least distance of two years written below their columns, and of two numbers above. */
const LABEL_WIDTH = 36;
const STEPS = [1, 2, 5, 10, 20, 50, 100];

/** The chart for the page at this path; nothing where there is too little to show. */
export function printChart({ site, print }: Workshop, path: UrlPath, view: View): Html {
  const dated = site.papers.filter(({ paper }) => paper.year !== undefined);
  const years = toYears(dated);
  if (dated.length < LEAST_PAPERS || new Set(dated.map(yearOf)).size < LEAST_YEARS) return '' as Html;
  const series = toSeries(site, dated);
  const totals = years.map((year) => dated.filter((rendered) => yearOf(rendered) === year).length);
  const most = Math.max(...totals);
  const legend = series.map((one) => ({ ...toLegend(site, one, path, view), counts: countByYear(one, years) }));
  return print('chart', {
    width: WIDTH,
    height: HEIGHT,
    base: HEIGHT - BOTTOM,
    description: `${dated.length} papers from ${years[0]} to ${years.at(-1)}; most of them, ${most}, in ${years[totals.indexOf(most)]}.`,
    years: toYearLinks(site, years, path),
    totals,
    count: dated.length,
    ...draw(legend, years, totals),
    legend,
    map: toRelativeUrl(path, toMapPath()),
  });
}

/** A year in which there is no paper has no page. */
function toYearLinks({ facets }: Site, years: readonly number[], path: UrlPath): { year: number; href: string }[] {
  const slugs = new Map(facets.years.map(({ name, slug }) => [name, slug]));
  return years.map((year) => {
    const slug = slugs.get(String(year));
    return { year, href: slug === undefined ? '' : toRelativeUrl(path, toFacetPath('years', slug, 1)) };
  });
}

interface Legend {
  readonly colour: string;
  readonly name: string;
  readonly href: string;
  /** Its papers in each year. */
  readonly counts: readonly number[];
}

function toLegend({ list }: Site, { colour, place }: Series, path: UrlPath, view: View): Omit<Legend, 'counts'> {
  return place === undefined
    ? { colour, name: 'Other', href: toRelativeUrl(path, toMapPath()) }
    : {
        colour,
        name: splitName(list, place.topic.name).name,
        href: toRelativeUrl(path, toTopicPath(place.path, view, 1)),
      };
}

/** Every year from the first to the last, those without a paper too. */
function toYears(dated: readonly Rendered[]): number[] {
  const years = dated.map(yearOf);
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

function yearOf({ paper }: Rendered): number {
  return paper.year ?? Number.NaN;
}

function countByYear({ papers }: Series, years: readonly number[]): number[] {
  return years.map((year) => papers.filter((rendered) => yearOf(rendered) === year).length);
}

interface Segment {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/** Columns of whole pixels, so that no gap shows between two segments; the first topic on top, as in the legend. */
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
  // Between narrow columns a number would stand in the one beside it, but for that of the highest.
  const columns = years.map((year, place) => ({
    x: left(year) + width / 2,
    y: Math.round(up(totals[place] as number)) - 5,
    total: totals[place] !== 0 && (step === 1 || place === highest) ? totals[place] : '',
    isLabelled: year % step === 0,
  }));
  return { bands, columns };
}
