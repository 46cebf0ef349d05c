/** Excerpt: the line that a problem is on, with the place marked. */
import type { Excerpt } from '../model/excerpt.ts';
import type { Range } from '../model/problem.ts';

/** A line longer than this is cut around the place. */
const WIDEST = 100;

/** The first line of the range in a text of these lines; `undefined` if nothing is there. */
export function toExcerpt({ line, column, endLine, endColumn }: Range, lines: readonly string[]): Excerpt | undefined {
  const source = lines[line - 1];
  if (source === undefined || source.trim() === '') return undefined;
  const start = Math.max(0, Math.min(column - 1 - WIDEST / 2, source.length - WIDEST));
  const cut = source.slice(start, start + WIDEST);
  const from = column - 1 - start;
  const end = endLine === line ? endColumn : source.length + 1;
  const length = Math.max(1, Math.min(end - column, cut.length - from));
  return { before: cut.slice(0, from), marked: cut.slice(from, from + length), after: cut.slice(from + length) };
}
