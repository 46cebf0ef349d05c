/** Fold: which problems a report for people shows in full, which it names on one line, and which it only counts. */

import type { Problem } from '../model/problem.ts';
import { groupBy } from '../text/group-by.ts';

/** Equal warnings in more files than this fold into one. */
const MOST_FILES = 10;
/** The most problems that are shown in full. */
const MOST_IN_FULL = 300;

/** A problem to show, and all those it represents. */
interface Shown {
  readonly problem: Problem;
  /** In the order of the report, starting with itself; empty unless others are folded into it. */
  readonly folded: readonly Problem[];
}

export interface Folded {
  /** In the order of the report. */
  readonly shown: readonly Shown[];
  /** The problems that are not shown, by file. */
  readonly left: ReadonlyMap<string, readonly Problem[]>;
}

/**
 * Warnings of one rule, and hints that say the same thing, fold into the first of them if they occur in more than ten
 * files. Errors do not, since each of them stops the build. Of what remains, 300 are shown, errors first.
 */
export function fold(problems: readonly Problem[]): Folded {
  const groups = groupBy(problems, toKey);
  const many = new Set(
    [...groups.values()].filter(([first, ...rest]) => {
      return first?.severity !== 'error' && new Set([first, ...rest].map((problem) => problem?.file)).size > MOST_FILES;
    }),
  );
  const items = problems.flatMap((problem): Shown[] => {
    const group = groups.get(toKey(problem)) as Problem[];
    if (!many.has(group)) return [{ problem, folded: [] }];
    return group[0] === problem ? [{ problem, folded: group }] : [];
  });
  const ranked = ['error', 'warning', 'hint'].flatMap((rank) =>
    items.filter(({ problem }) => problem.severity === rank),
  );
  const chosen = new Set(ranked.slice(0, MOST_IN_FULL));
  const hidden = items.filter((item) => !chosen.has(item)).map(({ problem }) => problem);
  const left = groupBy(hidden, ({ file }) => file);
  return { shown: items.filter((item) => chosen.has(item)), left };
}

function toKey({ severity, rule, message, hint, more }: Problem): string {
  return severity === 'warning' && more === undefined
    ? `${severity} ${rule}`
    : JSON.stringify([rule, message, hint, more]);
}
