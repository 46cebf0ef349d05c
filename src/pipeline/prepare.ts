/** Prepare: one Source becomes a Rendered paper, or the problems that keep it from being one. */
import { parsePaper } from '../content/parse.ts';
import { renderPaper } from '../content/render.ts';
import { toBibtex } from '../exchange/bibtex.ts';
import { toCitation } from '../exchange/citation.ts';
import type { Paper } from '../model/paper.ts';
import { FILE_START, type Problem } from '../model/problem.ts';
import type { Rendered } from '../model/rendered.ts';
import type { Source } from '../model/source.ts';

export interface Prepared {
  /** Missing where the front-matter could not be understood. */
  readonly rendered?: Rendered;
  readonly problems: readonly Problem[];
}

/** parse + render, and the record and the reference to cite it by; depends on the bytes of this one file and on nothing else. */
export function prepare(source: Source): Prepared {
  const parsed = parsePaper(source);
  if (parsed.paper === undefined) return { problems: parsed.problems };
  try {
    return finish(parsed.paper, parsed.problems);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The limits keep notes from nesting so deep; should one slip through, it is that file's problem alone.
    const message = 'The notes nest too deep to be rendered.';
    const place = { ...FILE_START, line: parsed.paper.bodyLine, endLine: parsed.paper.bodyLine };
    const problem: Problem = {
      rule: 'limit-nesting',
      severity: 'error',
      message,
      hint: 'Flatten them.',
      file: source.path,
      ...place,
    };
    return { problems: [...parsed.problems, problem] };
  }
}

function finish(paper: Paper, told: readonly Problem[]): Prepared {
  const { rendered, problems } = renderPaper(paper);
  return {
    rendered: { ...rendered, bibtex: toBibtex(paper), citation: toCitation(paper) },
    problems: [...told, ...problems],
  };
}
