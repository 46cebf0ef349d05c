/** Duplicates: a paper that is in the list twice. */
import type { KnownPaper } from '../../../model/known-paper.ts';
import type { Problem } from '../../../model/problem.ts';
import { groupBy } from '../../../text/group-by.ts';
import { quote } from '../../../text/quote.ts';
import type { PlaceOf } from '../../report/field-place.ts';
import { createReport } from '../../report/report.ts';
import { findDifference, IDENTIFIERS, type Identity, TITLE } from '../identity.ts';
import { findNewcomers, nameOthers } from './newcomers.ts';

/** At most this many papers of a group are compared with each of the others. */
const MOST = 50;

/**
 * Papers that share an identifier, and papers with the same title that nothing tells apart, in the files of those that
 * joined later; a pair is reported once, whatever it shares.
 */
export function checkDuplicates<Twin extends KnownPaper>(
  papers: readonly Twin[],
  placeOf: PlaceOf<Twin>,
): readonly Problem[] {
  const reported = new Set<string>();
  return [...IDENTIFIERS, TITLE].flatMap((identity) =>
    groupTwins(papers, identity).flatMap((group) => {
      const near = group.slice(0, MOST);
      return group.flatMap((paper) => {
        const twins = near.filter((other) => {
          if (other === paper || reported.has(`${paper.path}\n${other.path}`)) return false;
          return identity !== TITLE || findDifference(paper, other) === undefined;
        });
        for (const { path } of twins) reported.add(`${paper.path}\n${path}`);
        if (twins.length === 0 || !findNewcomers([paper, ...twins]).includes(paper)) return [];
        const { problems, report } = createReport(paper.path);
        const { field, name } = identity;
        const value = paper[field] ?? identity.key(paper) ?? '';
        const others = twins.length < MOST - 1 ? twins : group.filter((other) => other !== paper);
        const message = `${nameOthers(others)} already ${others.length === 1 ? 'has' : 'have'} the ${name} ${quote(value)}.`;
        const hint = 'A paper has one file: merge the two, and list the other file name under `aliases`.';
        report('paper-duplicate', 'error', placeOf(paper, field, 'url', 'doi'), message, hint);
        return problems;
      });
    }),
  );
}

/** Groups of at least two papers that share what identifies them. */
function groupTwins<Twin extends KnownPaper>(papers: readonly Twin[], { key }: Identity): readonly Twin[][] {
  return [...groupBy(papers, key).values()].filter(({ length }) => length > 1);
}

/** Hints at papers with the same title that something tells apart: two editions of a book, a preprint and its paper. */
export function findNamesakes<Twin extends KnownPaper>(
  papers: readonly Twin[],
  placeOf: PlaceOf<Twin>,
): readonly Problem[] {
  return groupTwins(papers, TITLE).flatMap((group) => {
    const near = group.slice(0, MOST);
    return group.flatMap((paper) => {
      const others = near.flatMap((other) => {
        const difference = other === paper ? undefined : findDifference(paper, other);
        return difference !== undefined && findNewcomers([paper, other]).includes(paper) ? [{ other, difference }] : [];
      });
      const [first] = others;
      if (first === undefined) return [];
      const { problems, report } = createReport(paper.path);
      const message = `${first.other.path} has the title ${quote(paper.title)} too; the ${first.difference} differ.`;
      const hint =
        'If they are the same paper, merge the two files and list the other file name under `aliases`; if not, leave them as they are.';
      report('title-similar', 'hint', placeOf(paper, 'title'), message, hint);
      return problems;
    });
  });
}
