/** Verdict: sums up a draft's problems in a sentence or two. */
import type { CheckedDraft } from './check-draft.ts';

/** `papers/styleclip.md: 2 errors and 1 warning. Topics are missing.` */
export function toVerdict({ path, problems }: CheckedDraft): string {
  if (problems.length === 0) return `${path}: no problems.`;
  const counts = (['error', 'warning', 'hint'] as const)
    .map((of) => toCount(problems.filter(({ severity }) => severity === of).length, of))
    .filter((part) => part !== '');
  const missing = MISSING.filter(([rule]) => problems.some((problem) => problem.rule === rule));
  return [`${path}: ${counts.join(' and ')}.`, ...missing.map(([, sentence]) => sentence)].join(' ');
}

const MISSING = [
  ['title-missing', 'The title is missing.'],
  ['topics-missing', 'Topics are missing.'],
] as const;

function toCount(count: number, noun: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
