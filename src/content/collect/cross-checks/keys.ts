/** Keys: BibTeX refuses a file in which two records have the same key, whatever its case. */
import type { Card } from '../../../model/card.ts';
import type { Problem } from '../../../model/problem.ts';
import { groupBy } from '../../../text/group-by.ts';
import { quote } from '../../../text/quote.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';
import { findNewcomers } from './newcomers.ts';

/** Keys that several records have, reported in the files of the papers that joined later. */
export function checkKeys(papers: readonly Card[], placeOf: PlaceOf<Card>): readonly Problem[] {
  return [...groupBy(papers, ({ recordKey }) => recordKey.toLowerCase()).values()].flatMap((group) => {
    if (group.length < 2) return [];
    const newcomers = new Set(findNewcomers(group));
    return group.flatMap((paper) => {
      // Two papers with the same slug are reported elsewhere.
      const other = group.find((one) => one !== paper && (one.hasOwnRecord || paper.hasOwnRecord));
      if (other === undefined || !newcomers.has(paper)) return [];
      const { problems, report } = createReport(paper.path);
      const message = `${other.path} already has the BibTeX key ${quote(paper.recordKey)}.`;
      const hint = !paper.hasOwnRecord
        ? 'This key comes from the file name: rename the file, or give the record there another key.'
        : 'Give this record another key. The key of a generated record is the name of its file.';
      report('bibtex-key-duplicate', 'error', placeOf(paper, 'bibtex'), message, hint);
      return problems;
    });
  });
}
