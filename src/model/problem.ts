/** Problem: something wrong in a file, explained so that its author can fix it. */

/** An error stops the build, a warning does not; a hint is a guess, which `check` reports and `build` does not. */
export type Severity = 'error' | 'warning' | 'hint';

/** A place in a text, counted from 1; columns count UTF-16 units as editors do. `endColumn` is one past the last. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What `check --format json` prints, one object per problem. */
export interface Problem extends Range {
  /** Kebab-case, noun first: `topic-unknown`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong; quotes the value in backticks. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** The source's path, relative to the folder that contains `papers/`; the command shows it relative to the working directory. */
  readonly file: string;
  /** Present if this stands in for that many problems of its rule, severity and file that are left out, at least two. */
  readonly more?: number;
}

/** The first character of a file, at which a problem of the whole file is shown. */
export const FILE_START: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The order of a report: file, line, column, rule, message; by code units, the same in every locale. */
export function compareProblems(left: Problem, right: Problem): number {
  return (
    compareText(left.file, right.file) ||
    left.line - right.line ||
    left.column - right.column ||
    compareText(left.rule, right.rule) ||
    compareText(left.message, right.message)
  );
}

/** Code-unit order, never the locale's: the same input sorts the same everywhere. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** True if at least one problem stops the build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
