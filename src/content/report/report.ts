/** Report: collects the problems of one file while a stage goes through it. */
import type { Problem, Range, Severity } from '../../model/problem.ts';

/** Reports one problem: rule, severity, place, what is wrong, what to do. */
export type Report = (rule: string, severity: Severity, place: Range, message: string, hint: string) => void;

/** A report for one file, and the list of problems that it fills in the order reported. */
export function createReport(file: string): { readonly problems: Problem[]; readonly report: Report } {
  const problems: Problem[] = [];
  const report: Report = (rule, severity, place, message, hint) => {
    const { line, column, endLine, endColumn } = place;
    problems.push({ rule, severity, message, hint, file, line, column, endLine, endColumn });
  };
  return { problems, report };
}
