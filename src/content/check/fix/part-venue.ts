/** Part venue: takes the year out of the venue of a paper, `CVPR 2021`, and gives it a field of its own. */
import { isScalar, type YAMLMap } from 'yaml';
import type { Paper } from '../../../model/paper.ts';
import { partVenue } from '../../../text/venue-name.ts';

/**
 * The venue without its year, and the line to write below it if nothing else gives that year: `year: 2021`.
 * `undefined` for a venue without a year, for one that contradicts `year`, and if there is no place for the line.
 */
export function toPartedVenue(
  venue: string,
  paper: Paper,
  fields: YAMLMap,
): { readonly name: string; readonly line?: string } | undefined {
  const { name, year } = partVenue(venue);
  if (year === undefined || year !== paper.year) return undefined;
  const field = fields.items.find(({ key }) => isScalar(key) && key.value === 'year');
  const isGiven = isScalar(field?.value) && String(field.value.value ?? '').trim() === String(year);
  if (isGiven || (field === undefined && paper.date?.startsWith(String(year)))) return { name };
  return field === undefined && fields.flow !== true ? { name, line: `year: ${year}` } : undefined;
}
