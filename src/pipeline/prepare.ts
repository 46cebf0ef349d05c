/** Prepare: one Source becomes a Rendered paper, or the problems that keep it from being one. */
import { parsePaper } from '../content/parse.ts';
import { renderPaper } from '../content/render.ts';
import { toBibtex } from '../exchange/bibtex.ts';
import type { Problem } from '../model/problem.ts';
import type { Rendered } from '../model/rendered.ts';
import type { Source } from '../model/source.ts';

export interface Prepared {
  /** Missing where the front-matter could not be understood. */
  readonly rendered?: Rendered;
  readonly problems: readonly Problem[];
}

/** parse + render, and the record to cite it by; depends on the bytes of this one file and on nothing else. */
export function prepare(source: Source): Prepared {
  const parsed = parsePaper(source);
  if (parsed.paper === undefined) return { problems: parsed.problems };
  const { rendered, problems } = renderPaper(parsed.paper);
  return { rendered: { ...rendered, bibtex: toBibtex(parsed.paper) }, problems: [...parsed.problems, ...problems] };
}
