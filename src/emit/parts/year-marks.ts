/** Year marks: the years that hang in the margin of a list, each once. */
import type { PaperFacts } from '../../model/paper.ts';

/** What stands beside each paper: its year where that is another than the one before, else nothing. */
export function toYearMarks(papers: readonly Pick<PaperFacts, 'year'>[]): readonly (string | undefined)[] {
  let last = '';
  return papers.map(({ year }) => {
    // Papers without a year stand last; where others have one, they say so.
    const own = String(year ?? (last === '' ? '' : 'n.d.'));
    const mark = own === last ? undefined : own;
    last = own;
    return mark;
  });
}
