/** Undated: papers of which nobody can say when they joined the list, in a list that has feeds. */
import type { PaperFacts as Paper } from '../../../model/paper.ts';
import { FILE_START, type Problem } from '../../../model/problem.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';

/** Whether git can say when the files of a list were new: never, not in this clone, or once they are committed. */
export type GitMemory = 'none' | 'shallow' | 'whole';

/**
 * A hint at each published paper that does not say when it was added, if git does not know either; only one, at the list,
 * if git would know in another clone. Nothing if that is so for all papers: such a list has no feeds.
 */
export function findUndated(
  papers: readonly Paper[],
  listPath: string,
  memory: GitMemory,
  placeOf: PlaceOf<Paper>,
): readonly Problem[] {
  const published = papers.filter(({ draft }) => !draft);
  const undated = published.filter(({ added }) => added === undefined);
  if (memory === 'whole' || undated.length === 0) return [];
  if (memory === 'shallow') {
    const { problems, report } = createReport(listPath);
    const message = `This clone is shallow, so git cannot say when ${undated.length === 1 ? 'the paper' : `the ${undated.length} papers`} without \`added\` joined the list; they are in no feed.`;
    const hint = 'Fetch the whole history: `fetch-depth: 0` in a GitHub workflow, `git fetch --unshallow` elsewhere.';
    report('history-shallow', 'hint', FILE_START, message, hint);
    return problems;
  }
  if (undated.length === published.length) return [];
  return undated.flatMap((paper) => {
    const { problems, report } = createReport(paper.path);
    const message = 'The paper has no `added`, so it is in no feed and not among the recent additions.';
    const hint = 'Add the day on which it joins the list, such as `added: 2021-04-02`.';
    report('added-missing', 'hint', placeOf(paper, 'title'), message, hint);
    return problems;
  });
}
