/** Year marks: the years in the margin of a list, each once. */
import type { PaperFacts } from '../../model/paper.ts';

/** What is beside each paper: its year if that differs from the previous paper's, else nothing. */
export function toYearMarks(papers: readonly Pick<PaperFacts, 'year'>[]): readonly (string | undefined)[] {
  let last = '';
  return papers.map(({ year }) => {
    // Papers without a year come last; if others have one, they say so.
    const own = String(year ?? (last === '' ? '' : 'n.d.'));
    const mark = own === last ? undefined : own;
    last = own;
    return mark;
  });
}
