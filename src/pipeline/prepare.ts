/** Prepare: turns one source into an entry, or into the problems that prevent it. */

import { parsePaper } from '../content/parse/parse.ts';
import { toCard } from '../content/render/card.ts';
import type { FormulaMemo } from '../content/render/markdown/formula-memo.ts';
import { renderPaper } from '../content/render/render.ts';
import { toTerms } from '../content/render/terms.ts';
import { Overtime, toFault } from '../content/report/fault.ts';
import { limitProblems } from '../content/report/problem-limit.ts';
import { toCitation } from '../exchange/citation.ts';
import { toRecords } from '../exchange/formats.ts';
import type { Prepared } from '../model/entry.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { toTexText } from '../text/formulas.ts';

/** Milliseconds that one file may take. Files at the limits of every stage take a fraction of it. */
const PATIENCE = 5000;

/**
 * Parses and renders; the result depends on the bytes of this one file and on nothing else. Never throws: whatever a
 * stage throws becomes a problem of this file. The stages bound the work by limits that count instead of measuring time.
 * What slips past them is caught between the stages, if `clock` returns the milliseconds of work done so far.
 * `memo` may be the same for many files, which then cost less.
 */
export function prepare(source: Source, clock: () => number = () => 0, memo?: FormulaMemo): Prepared {
  const end = clock() + PATIENCE;
  const checkTime = () => {
    if (clock() > end) throw new Overtime(PATIENCE / 1000);
  };
  let problems: readonly Problem[] = [];
  try {
    const parsed = parsePaper(source);
    problems = parsed.problems;
    checkTime();
    const { paper } = parsed;
    if (paper === undefined) return { problems: limitProblems(problems) };
    const { rendered, problems: found } = renderPaper(paper, memo);
    problems = limitProblems([...problems, ...found]);
    checkTime();
    const { prose, abstract } = rendered;
    const entry = {
      card: toCard(paper, rendered),
      notes: {
        sections: prose.sections,
        ...(abstract === undefined ? {} : { abstract, abstractText: toTexText(paper.abstract ?? '') }),
      },
      terms: toTerms(paper, prose.sections),
      records: { formats: toRecords(paper), citation: toCitation(paper) },
      places: { ...prose.places, fields: paper.places },
    };
    checkTime();
    return { entry, problems };
  } catch (error) {
    return { problems: limitProblems([...problems, toFault(error, source.path)]) };
  }
}
