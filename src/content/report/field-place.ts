/** Field place: the place of a paper's field in its file, looked up only if there is something to report. */
import type { FieldPlaces } from '../../model/paper.ts';
import { FILE_START, type Range } from '../../model/problem.ts';

/** The place of the first of these fields that has one; the start of the file if none has. */
export type PlaceOf<Paper> = (paper: Paper, ...fields: readonly string[]) => Range;

/** Looks up fields of these papers in the places that `placesOf` returns for a paper's number among them. */
export function toPlaceOf<Paper extends object>(
  papers: readonly Paper[],
  placesOf: (paper: number) => { readonly fields: FieldPlaces },
): PlaceOf<Paper> {
  const numbers = new Map(papers.map((paper, number) => [paper, number]));
  return (paper, ...names) => {
    const { fields } = placesOf(numbers.get(paper) as number);
    const name = names.find((one) => fields[one] !== undefined);
    return (name === undefined ? undefined : fields[name]) ?? FILE_START;
  };
}
