/** Map layout: where each paper and each year is on the map of the list. */

/** As wide as the page is at 1280 px; wider if there are more years than fit. */
const WIDTH = 928;
/** Space above the lanes for the years, above the points of a lane for its name, and below them. */
export const TOP = 28;
const LANE_NAME = 30;
const LANE_FOOT = 10;
/** Space between the points of two years, and the minimum for a year itself. */
const BETWEEN_YEARS = 20;
/** Space to the left of a year's points, for curves that bend outwards. */
const INSET = 12;
const LEAST_YEAR = 36;
/** The space for one paper: with its name on a map of few papers, for the point alone on a map of many. */
const NAMED = { width: 124, height: 20 };
const BARE = { width: 10, height: 10 };
const MOST_NAMED = 200;
/** If a few papers span so many years that the map would be wider than this, names go where there is space. */
const WIDEST = 2 * WIDTH;
const NARROW = { width: 14, height: 20 };

/** A paper as the map needs it. */
export interface MapPaper {
  readonly year: number;
  /** The path of its home topic. */
  readonly home: string;
}

interface Lane<Paper> {
  /** The path of the topic. */
  readonly topic: string;
  /** The position of its upper edge. */
  readonly y: number;
  readonly points: readonly Point<Paper>[];
}

export interface Point<Paper> {
  readonly paper: Paper;
  readonly x: number;
  readonly y: number;
  /** The distance to the next point beside it; missing on a map of many papers. */
  readonly room: number;
}

interface Year {
  readonly year: number;
  /** Where its points begin. */
  readonly x: number;
  /** True if years without a paper are left out before it. */
  readonly isAfterGap: boolean;
}

export interface MapLayout<Paper> {
  readonly width: number;
  readonly height: number;
  readonly years: readonly Year[];
  readonly lanes: readonly Lane<Paper>[];
  /** True on a map of few papers. */
  readonly isNamed: boolean;
}

/**
 * A lane for each home topic, in the order of the list; a column for each year that has papers, as wide as its fullest
 * lane requires. Within each cell, points fill rows, the oldest first; no two are in the same place.
 */
export function layMap<Paper extends MapPaper>(topics: readonly string[], papers: readonly Paper[]): MapLayout<Paper> {
  const years = [...new Set(papers.map(({ year }) => year))].toSorted((left, right) => left - right);
  const laneCells = topics
    .map((topic) => {
      const own = papers.filter(({ home }) => home === topic).toReversed();
      return { topic, cells: years.map((year) => own.filter((paper) => paper.year === year)) };
    })
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
  const fullest = years.map((_, index) => Math.max(...laneCells.map(({ cells }) => cells[index]?.length ?? 0)));

  const isNamed = papers.length <= MOST_NAMED;
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
  const lanes = laneCells.map(({ topic, cells }) => {
    const y = bottom;
    const places = cells.flatMap((cell, index) =>
      cell.map((paper, rank) => {
        const across = columns[index] as number;
        return {
          paper,
          x: (bands[index] as Year).x + INSET + (rank % across) * unit,
          y: y + LANE_NAME + Math.floor(rank / across) * height + height / 2,
        };
      }),
    );
    const rows = Math.max(...cells.map((cell, index) => Math.ceil(cell.length / (columns[index] as number))));
    bottom += LANE_NAME + rows * height + LANE_FOOT;
    return { topic, y, points: places.map((one) => ({ ...one, room: isNamed ? toRoom(one, places, right) : 0 })) };
  });
  return { width: right, height: bottom, years: bands, lanes, isNamed };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function toRoom(point: Place, places: readonly Place[], right: number): number {
  const beside = places.filter(({ x, y }) => y === point.y && x > point.x).map(({ x }) => x);
  return Math.min(...beside, right) - point.x;
}

/** The width of all years, given the number of papers side by side in each. */
function toWidth(columns: readonly number[], unit: number): number {
  return columns.reduce((sum, count) => sum + Math.max(count * unit, LEAST_YEAR), 0);
}

/** How many papers are side by side in each year, so that lanes need as few rows as possible; at least one. */
function chooseColumns(fullest: readonly number[], fits: (columns: readonly number[]) => boolean): readonly number[] {
  for (let rows = 1; rows < Math.max(...fullest); rows += 1) {
    const columns = fullest.map((count) => Math.ceil(count / rows));
    if (fits(columns)) return columns;
  }
  return fullest.map(() => 1);
}
