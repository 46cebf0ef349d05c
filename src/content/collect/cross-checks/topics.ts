/** Topics: checks that papers name only topics that the list declares. */
import type { Paper } from '../../../model/paper.ts';
import type { Problem } from '../../../model/problem.ts';
import { quote } from '../../../text/quote.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';
import { createSuggester } from './suggester.ts';

/** Topics of papers that are not among `names`, those that the list at `listPath` declares. */
export function checkTopics<Sorted extends Pick<Paper, 'path' | 'topics'>>(
  listPath: string,
  names: readonly string[],
  papers: readonly Sorted[],
  placeOf: PlaceOf<Sorted>,
): readonly Problem[] {
  const declared = new Set(names);
  const suggestName = createSuggester(names);
  return papers.flatMap((paper) => {
    const { problems, report } = createReport(paper.path);
    for (const [index, name] of paper.topics.entries()) {
      if (declared.has(name)) continue;
      const near = suggestName(name);
      const hint = `${near === undefined ? '' : `Did you mean ${quote(near)}? `}Topics are declared in ${listPath}.`;
      const place = placeOf(paper, `topics.${index}`, 'topics');
      report('topic-unknown', 'error', place, `Topic ${quote(name)} is not in this list.`, hint);
    }
    return problems;
  });
}
