/** Published: the year and the month of a paper, by its `year` and its `date`. */
import type { Paper } from '../model/paper.ts';

type Dated = Pick<Paper, 'year' | 'date'>;

/** Four digits. */
export function toYear({ year, date }: Dated): string | undefined {
  return year === undefined ? date?.slice(0, 4) : String(year);
}

/** 1 to 12; nothing where `year` and `date` disagree, for the month is of the date's year. */
export function toMonth(paper: Dated): number | undefined {
  const [year, month] = paper.date?.split('-') ?? [];
  return month === undefined || year !== toYear(paper) ? undefined : Number(month);
}
