/** Prepare: turns one source into an entry, or into the problems that prevent it. */

import { type PaperParser, parsePaper } from '../content/parse/parse.ts';
import { toCard } from '../content/render/card.ts';
import type { FormulaMemo } from '../content/render/markdown/formula-memo.ts';
import { renderPaper } from '../content/render/render.ts';
import { toTerms } from '../content/render/terms.ts';
import { Overtime, toFault } from '../content/report/fault.ts';
import { limitProblems } from '../content/report/problem-limit.ts';
import type { Prepared, Records } from '../model/entry.ts';
import type { Paper } from '../model/paper.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { toTexText } from '../text/formulas.ts';

/** Milliseconds that one file may take. Files at the limits of every stage take a fraction of it. */
const PATIENCE = 5000;

/** What `prepare` may be given to work with. */
export interface PrepareTools {
  /** Returns the milliseconds of work done so far. */
  readonly clock?: (() => number) | undefined;
  /** May be the same for many files, which then cost less. */
  readonly memo?: FormulaMemo | undefined;
  /** Reads papers of the list that has the file; without it, the list has no own fields. */
  readonly parse?: PaperParser;
  /** Makes the records of a paper; without it there are none, which is enough for those who look for problems. */
  readonly toRecords?: (paper: Paper) => Records;
}

const noRecords = (): Records => ({ formats: {}, references: [], meta: [], coins: '' });

/**
 * Parses and renders; the result depends on the bytes of this one file and on the tools alone. Never throws: whatever a
 * stage throws becomes a problem of this file. The stages bound the work by limits that count instead of measuring time.
 * What slips past them is caught between the stages, if there is a clock.
 */
export function prepare(
  source: Source,
  { clock = () => 0, memo, parse = parsePaper, toRecords = noRecords }: PrepareTools = {},
): Prepared {
  const end = clock() + PATIENCE;
  const checkTime = () => {
    if (clock() > end) throw new Overtime(PATIENCE / 1000);
  };
  let problems: readonly Problem[] = [];
  try {
    const parsed = parse(source);
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
      records: toRecords(paper),
      places: { ...prose.places, fields: paper.places },
    };
    checkTime();
    return { entry, problems };
  } catch (error) {
    return { problems: limitProblems([...problems, toFault(error, source.path)]) };
  }
}
