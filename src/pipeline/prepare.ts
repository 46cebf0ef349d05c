/** Prepare: one Source becomes a Rendered paper, or the problems that keep it from being one. */
import { Overtime, toFault } from '../content/fault.ts';
import { parsePaper } from '../content/parse.ts';
import { limitProblems } from '../content/problem-limit.ts';
import { renderPaper } from '../content/render.ts';
import { toBibtex } from '../exchange/bibtex.ts';
import { toCitation } from '../exchange/citation.ts';
import type { Problem } from '../model/problem.ts';
import type { Rendered } from '../model/rendered.ts';
import type { Source } from '../model/source.ts';

export interface Prepared {
  /** Missing where the front-matter could not be understood. */
  readonly rendered?: Rendered;
  readonly problems: readonly Problem[];
}

/** Milliseconds that one file may take. Files up to all limits of the stages take a fraction of it. */
const PATIENCE = 5000;

/**
 * parse + render, and the record and the reference to cite it by; depends on the bytes of this one file and on nothing
 * else. Never throws: whatever a stage throws is a problem of this file. The limits of the stages, which count and do not
 * measure, bound the work. What they overlook is caught between the stages, if `clock` gives the milliseconds of work
 * done so far.
 */
export function prepare(source: Source, clock: () => number = () => 0): Prepared {
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
    const { rendered, problems: found } = renderPaper(paper);
    problems = limitProblems([...problems, ...found]);
    checkTime();
    const records = { bibtex: toBibtex(paper), citation: toCitation(paper) };
    checkTime();
    return { rendered: { ...rendered, ...records }, problems };
  } catch (error) {
    return { problems: limitProblems([...problems, toFault(error, source.path)]) };
  }
}
