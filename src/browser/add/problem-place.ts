/** Problem place: from a problem in the file back to the field of the form that caused it. */
import type { Problem } from '../../model/problem.ts';

export interface ProblemPlace {
  /** The name of the field; `file` for the name of the file. Missing for a problem of the file as a whole. */
  readonly field?: string;
  /** In the notes: its place there, lines and columns counted from 1. */
  readonly notes?: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
}

/** `text` is the file with the problem, `notes` what was typed; the file leaves out its empty lines at the top. */
export function findPlace(problem: Problem, text: string, notes: string): ProblemPlace {
  const { rule, line, column, endLine, endColumn } = problem;
  const missing = /^(title|topics)-missing$/.exec(rule)?.[1];
  if (missing !== undefined) return { field: missing };
  if (rule.startsWith('slug-')) return { field: 'file' };
  const lines = text.split('\n');
  const closing = lines.indexOf('---', 1) + 1;
  if (line <= closing) {
    const keys = lines.slice(0, line).map((one) => /^(\w+):/.exec(one)?.[1]);
    const field = keys.findLast((key) => key !== undefined);
    return field === undefined ? {} : { field };
  }
  // There is an empty line between the front-matter and the notes.
  const skipped = (/^(?:[ \t]*\n)+/.exec(notes)?.[0].split('\n').length ?? 1) - 1;
  const shift = skipped - closing - 1;
  return { field: 'notes', notes: { line: line + shift, column, endLine: endLine + shift, endColumn } };
}
