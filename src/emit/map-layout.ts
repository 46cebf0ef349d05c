/** Map layout: where each paper and each year stands on the map of the list. */
import type { Rendered } from '../model/rendered.ts';
import type { SiteTopic } from '../model/site.ts';

/** As wide as the page is at 1280 px; more years than fit make it wider. */
const WIDTH = 928;
/** Room above the lanes for the years, above the points of a lane for its name, and below them. */
export const TOP = 28;
const LANE_NAME = 30;
const LANE_FOOT = 10;
/** Room between the points of two years, and the least for a year itself. */
const BETWEEN_YEARS = 20;
/** Room at the left of a year's points, for curves that lean out. */
const INSET = 12;
const LEAST_YEAR = 36;
/** The room of one paper: with its name, on a map of few papers; with the point alone, on one of many. */
const NAMED = { width: 124, height: 20 };
const BARE = { width: 10, height: 10 };
const MOST_NAMED = 200;
/** Where few papers spread over so many years that the map would be wider than this, names stand where they can. */
const WIDEST = 2 * WIDTH;
const NARROW = { width: 14, height: 20 };

interface Lane {
  readonly place: SiteTopic;
  /** Of its upper edge. */
  readonly y: number;
  readonly points: readonly Point[];
}

export interface Point {
  readonly rendered: Rendered;
  readonly x: number;
  readonly y: number;
  /** As far as the next point beside it; nothing on a map of many papers. */
  readonly room: number;
}

interface Year {
  readonly year: number;
  /** Where its points begin. */
  readonly x: number;
  /** True where years without a paper are left out before it. */
  readonly isAfterGap: boolean;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly years: readonly Year[];
  readonly lanes: readonly Lane[];
  /** True on a map of few papers. */
  readonly isNamed: boolean;
}

/**
 * A lane for each topic in which papers are at home, in the order of the list; a band for each year that has papers, as
 * broad as its fullest lane asks. Within both the points fill rows, the oldest first; no two stand on the same place.
 */
export function layMap(topics: readonly SiteTopic[], dated: readonly Rendered[]): MapLayout {
  const years = [...new Set(dated.map(yearOf))].toSorted((left, right) => left - right);
  const laneCells = topics
    .map((place) => {
      const own = dated.filter(({ paper }) => paper.topics[0] === place.topic.name).toReversed();
      return { place, cells: years.map((year) => own.filter((rendered) => yearOf(rendered) === year)) };
    })
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
  const fullest = years.map((_, index) => Math.max(...laneCells.map(({ cells }) => cells[index]?.length ?? 0)));

  const isNamed = dated.length <= MOST_NAMED;
  const isWide = years.length * (NAMED.width + BETWEEN_YEARS) <= WIDEST;
  const { width: least, height } = isNamed ? (isWide ? NAMED : NARROW) : BARE;
  const room = WIDTH - years.length * BETWEEN_YEARS;
  const columns = chooseColumns(fullest, (counts) => toWidth(counts, least) <= room);
  let unit = least;
  while (toWidth(columns, unit + 1) <= room) unit += 1;

  let right = 0;
  const bands = years.map((year, index) => {
    const band = { year, x: right, isAfterGap: index > 0 && year - (years[index - 1] as number) > 1 };
    right += toWidth([columns[index] as number], unit) + BETWEEN_YEARS;
    return band;
  });
  let bottom = TOP;
  const lanes = laneCells.map(({ place, cells }) => {
    const y = bottom;
    const places = cells.flatMap((cell, index) =>
      cell.map((rendered, rank) => {
        const across = columns[index] as number;
        return {
          rendered,
          x: (bands[index] as Year).x + INSET + (rank % across) * unit,
          y: y + LANE_NAME + Math.floor(rank / across) * height + height / 2,
        };
      }),
    );
    const rows = Math.max(...cells.map((cell, index) => Math.ceil(cell.length / (columns[index] as number))));
    bottom += LANE_NAME + rows * height + LANE_FOOT;
    return { place, y, points: places.map((one) => ({ ...one, room: isNamed ? toRoom(one, places, right) : 0 })) };
  });
  return { width: right, height: bottom, years: bands, lanes, isNamed };
}

function yearOf({ paper }: Rendered): number {
  return paper.year ?? Number.NaN;
}

function toRoom(point: Omit<Point, 'room'>, places: readonly Omit<Point, 'room'>[], right: number): number {
  const beside = places.filter(({ x, y }) => y === point.y && x > point.x).map(({ x }) => x);
  return Math.min(...beside, right) - point.x;
}

/** The room that years take with so many papers side by side in each. */
function toWidth(columns: readonly number[], unit: number): number {
  return columns.reduce((sum, count) => sum + Math.max(count * unit, LEAST_YEAR), 0);
}

/** How many papers stand side by side in each year, so that no lane needs more rows than must be; one at least. */
function chooseColumns(fullest: readonly number[], fits: (columns: readonly number[]) => boolean): readonly number[] {
  for (let rows = 1; rows < Math.max(...fullest); rows += 1) {
    const columns = fullest.map((count) => Math.ceil(count / rows));
    if (fits(columns)) return columns;
  }
  return fullest.map(() => 1);
}
