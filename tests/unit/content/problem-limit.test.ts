/** At most 50 problems of a file, and a count of the others, in which nothing is lost and errors come first. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitProblems } from '../../../src/content/report/problem-limit.ts';
import type { Problem, Severity } from '../../../src/model/problem.ts';

function toProblem(rule: string, severity: Severity, line = 1, file = 'papers/x.md'): Problem {
  const place = { line, column: 1, endLine: line, endColumn: 2 };
  return { rule, severity, message: `At ${line}.`, hint: 'Fix it.', file, ...place };
}

const repeat = (count: number, rule: string, severity: Severity, file?: string) =>
  Array.from({ length: count }, (_, index) => toProblem(rule, severity, index + 1, file));

const total = (problems: readonly Problem[], severity: Severity) =>
  problems.filter((one) => one.severity === severity).reduce((sum, { more }) => sum + (more ?? 1), 0);

test('fifty problems stay as they are', () => {
  const problems = repeat(50, 'a', 'warning');
  expect(limitProblems(problems)).toEqual(problems);
});

test('of more, one says how many, where the first of them stands', () => {
  const limited = limitProblems(repeat(18_033, 'math-unclosed', 'error'));
  expect(limited).toHaveLength(51);
  expect(limited.at(-1)).toMatchObject({
    rule: 'math-unclosed',
    severity: 'error',
    message: 'And 17,983 more of `math-unclosed` in this file.',
    line: 51,
    more: 17_983,
  });
});

test('an error behind a thousand warnings is kept, and so is the first of every rule', () => {
  const limited = limitProblems([
    ...repeat(1000, 'noise', 'warning'),
    toProblem('late', 'error', 5000),
    toProblem('quiet', 'warning', 6000),
  ]);
  expect(limited.filter(({ more }) => more === undefined)).toHaveLength(50);
  expect(limited.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['late', 'quiet']));
});

test('a warning takes the place of no error', () => {
  const limited = limitProblems([...repeat(60, 'wrong', 'error'), ...repeat(60, 'noise', 'warning')]);
  expect(limited.filter(({ more }) => more === undefined).map(({ severity }) => severity)).toEqual(
    Array(50).fill('error'),
  );
});

test('files do not share the room', () => {
  expect(
    limitProblems([...repeat(50, 'a', 'error', 'papers/x.md'), ...repeat(50, 'a', 'error', 'papers/y.md')]),
  ).toHaveLength(100);
});

test('a message and a hint of any length are cut', () => {
  const [problem] = limitProblems([{ ...toProblem('a', 'error'), message: '𝒳'.repeat(9000), hint: 'h'.repeat(9000) }]);
  expect(problem?.message.length).toBeLessThanOrEqual(1000);
  expect(problem?.message).not.toMatch(/[\ud800-\udbff]…$/);
  expect(problem?.hint).toHaveLength(1000);
});

describe('whatever the problems', () => {
  const severity = fc.constantFrom<Severity>('error', 'warning', 'hint');
  const problem = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), severity, fc.integer({ min: 1, max: 999 }), fc.constantFrom('x', 'y'))
    .map(([rule, of, line, file]) => toProblem(rule, of, line, file));
  const problems = fc.array(problem, { maxLength: 200, size: 'max' });

  test('every one is kept or counted, at most 50 of a file stand for themselves, no warning in place of an error', () => {
    fc.assert(
      fc.property(problems, (given) => {
        const limited = limitProblems(given);
        for (const one of ['error', 'warning', 'hint'] as const) expect(total(limited, one)).toBe(total(given, one));
        for (const file of ['x', 'y']) {
          const of = limited.filter((one) => one.file === file);
          const kept = of.filter(({ more }) => more === undefined);
          // One alone stands for itself: at most one for each of the twelve pairs of rule and severity.
          expect(kept.length).toBeLessThanOrEqual(50 + 12);
          const errorsLeft = of.some(({ severity: is, more }) => is === 'error' && more !== undefined);
          if (errorsLeft) expect(kept.filter(({ severity: is }) => is === 'error').length).toBeGreaterThanOrEqual(50);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('limiting again, with more or with nothing, loses nothing', () => {
    fc.assert(
      fc.property(problems, problems, (first, second) => {
        const once = limitProblems(first);
        expect(limitProblems(once)).toEqual(once);
        const both = limitProblems([...once, ...second]);
        for (const one of ['error', 'warning', 'hint'] as const) {
          expect(total(both, one)).toBe(total(first, one) + total(second, one));
        }
      }),
      { numRuns: 200 },
    );
  });
});
