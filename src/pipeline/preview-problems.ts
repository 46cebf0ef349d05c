/** Preview problems: what keeps the site from being rebuilt, as open pages show it. */
import { TemplateError } from '../emit/templates.ts';
import type { PreviewProblem, PreviewState } from '../model/preview.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { toExcerpt } from '../text/excerpt.ts';

/** The most that are shown on a page. */
const MOST = 50;

/** The errors among the problems; a warning does not keep the site from being rebuilt. */
export function toPreviewProblems(
  problems: readonly Problem[],
  sources: readonly Source[],
): Pick<PreviewState, 'problems' | 'more'> {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    const known = lines.get(file) ?? (texts.get(file) ?? '').split('\n');
    lines.set(file, known);
    return known;
  };
  const errors = problems.filter(({ severity }) => severity === 'error');
  return {
    problems: errors.slice(0, MOST).map((problem): PreviewProblem => {
      const { rule, message, hint, file, line, column } = problem;
      const excerpt = toExcerpt(problem, linesOf(file));
      return { rule, message, hint, place: { file, line, column }, ...(excerpt === undefined ? {} : { excerpt }) };
    }),
    more: errors.slice(MOST).reduce((sum, { more }) => sum + (more ?? 1), 0),
  };
}

/** The problem for an error that was thrown; a failing template is shown with its line. */
export function toPreviewFault(error: Error): Pick<PreviewState, 'problems' | 'more'> {
  if (!(error instanceof TemplateError)) return { problems: [{ message: error.message }], more: 0 };
  const { file, line, reason, text } = error;
  const message = `The template fails: ${reason}.`;
  if (line === undefined) return { problems: [{ message, place: { file } }], more: 0 };
  const after = text.split('\n')[line - 1] ?? '';
  return { problems: [{ message, place: { file, line }, excerpt: { before: '', marked: '', after } }], more: 0 };
}
