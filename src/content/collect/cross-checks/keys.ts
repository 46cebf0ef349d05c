/** Keys: BibTeX refuses a file with two records of one key, whatever their case. */
import type { Card } from '../../../model/card.ts';
import type { PlacedFacts } from '../../../model/paper.ts';
import { FILE_START, type Problem } from '../../../model/problem.ts';
import { groupBy } from '../../../text/group-by.ts';
import { quote } from '../../../text/quote.ts';
import { createReport } from '../../report/report.ts';
import { findNewcomers } from './newcomers.ts';

type Recorded = Pick<PlacedFacts, 'path' | 'places'> &
  Partial<Pick<PlacedFacts, 'added'>> &
  Pick<Card, 'recordKey' | 'hasOwnRecord'>;

/** Keys that several records have, in the files of the papers that joined later. */
export function checkKeys(papers: readonly Recorded[]): readonly Problem[] {
  return [...groupBy(papers, ({ recordKey }) => recordKey.toLowerCase()).values()].flatMap((group) => {
    if (group.length < 2) return [];
    const newcomers = new Set(findNewcomers(group));
    return group.flatMap((paper) => {
      // Two papers of one slug are told of elsewhere.
      const other = group.find((one) => one !== paper && (one.hasOwnRecord || paper.hasOwnRecord));
      if (other === undefined || !newcomers.has(paper)) return [];
      const { problems, report } = createReport(paper.path);
      const message = `The BibTeX key ${quote(paper.recordKey)} is that of ${other.path} too.`;
      const hint = !paper.hasOwnRecord
        ? 'This key is made of the name of the file: rename it, or give the record there another key.'
        : 'Give this record another key; one that is made for a paper has the name of its file.';
      report('bibtex-key-duplicate', 'error', paper.places.bibtex ?? FILE_START, message, hint);
      return problems;
    });
  });
}
