/** Problem limit: how many problems of one file are kept; the others are counted. */
import { compareProblems, type Problem, type Severity } from '../../model/problem.ts';
import { groupBy } from '../../text/group-by.ts';

/** At most this many problems of one file are kept. */
const MOST = 50;
/** At most this many characters of a message or a hint are kept. */
const LONGEST = 1000;

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/**
 * The problems in the order of a report, at most 50 of each file and then one for each rule that has more, which says
 * how many. Errors are kept before warnings and warnings before hints; within a severity the first of each rule is kept
 * before the second of any. Problems that have been limited may be limited again, together with more.
 */
export function limitProblems(problems: readonly Problem[]): readonly Problem[] {
  const byFile = groupBy(problems, ({ file }) => file);
  return [...byFile.values()]
    .flatMap((group) => (group.length > MOST ? limitFile(group) : group))
    .map(shorten)
    .sort(compareProblems);
}

function limitFile(problems: readonly Problem[]): readonly Problem[] {
  const [kept, left] = part(problems);
  const rest = [...groupBy(left, toKey).values()].map((group) => {
    const more = group.reduce((sum, problem) => sum + (problem.more ?? 1), 0);
    // A single problem takes no more room than the line that would count it.
    return more === 1 ? (group[0] as Problem) : toCount(group[0] as Problem, more);
  });
  return [...kept, ...rest];
}

/** Those to keep, and the others in the order of a report, among them what was counted before. */
function part(problems: readonly Problem[]): readonly [readonly Problem[], readonly Problem[]] {
  const met = new Map<string, number>();
  const ranked = problems.toSorted(compareProblems).map((problem) => {
    const turn = met.get(toKey(problem)) ?? 0;
    if (problem.more === undefined) met.set(toKey(problem), turn + 1);
    return { problem, turn };
  });
  const kept = new Set(
    ranked
      .filter(({ problem }) => problem.more === undefined)
      .toSorted((left, right) => RANKS[left.problem.severity] - RANKS[right.problem.severity] || left.turn - right.turn)
      .slice(0, MOST)
      .map(({ problem }) => problem),
  );
  return [[...kept], ranked.flatMap(({ problem }) => (kept.has(problem) ? [] : [problem]))];
}

function toKey({ severity, rule }: Problem): string {
  return `${severity} ${rule}`;
}

/** The problem that counts others, at the place of the first of them. */
function toCount(first: Problem, more: number): Problem {
  const number = String(more).replace(/\B(?=(\d{3})+$)/g, ',');
  const message = `And ${number} more of \`${first.rule}\` in this file.`;
  return { ...first, message, hint: 'Fix those that are shown, then check again.', more };
}

function shorten(problem: Problem): Problem {
  const { message, hint } = problem;
  if (message.length <= LONGEST && hint.length <= LONGEST) return problem;
  return { ...problem, message: cut(message), hint: cut(hint) };
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
