/** Reports: bounded whatever comes, folded if many files say the same, and nothing in them is obeyed by a CI runner. */
import { describe, expect, test } from 'vitest';
import { createPaint, toGithub, toJson, toPretty } from '../../../src/cli/report.ts';
import { limitProblems } from '../../../src/content/report/problem-limit.ts';
import type { Problem } from '../../../src/model/problem.ts';

const paint = createPaint(false);
const none = new Map<string, string>();

function toProblem(file: string, changes: Partial<Problem> = {}): Problem {
  const place = { line: 3, column: 1, endLine: 3, endColumn: 2 };
  return { rule: 'image-alt', severity: 'warning', message: 'No text.', hint: 'Write it.', file, ...place, ...changes };
}

const files = (count: number) => Array.from({ length: count }, (_, at) => `papers/p${String(at).padStart(5, '0')}.md`);

describe('folding', () => {
  const many = files(1000).map((file) => toProblem(file));

  test('a warning in a thousand files is told once, with the first three', () => {
    expect(toPretty(many, none, paint, false)).toMatchInlineSnapshot(`
      "papers/p00000.md:3:1 warning image-alt
        No text.
        Write it.
        \`image-alt\` in 1,000 files, the first three: papers/p00000.md:3:1, papers/p00001.md:3:1, papers/p00002.md:3:1. \`check --all\` shows them all.

      1,000 warnings in 1,000 files.
      "
    `);
  });

  test('in ten files it is not folded, and neither are errors, hints that differ, or anything with --all', () => {
    const heads = (problems: readonly Problem[], isFull: boolean) =>
      toPretty(problems, none, paint, isFull).match(/^papers\//gm)?.length;
    expect(heads(many.slice(0, 10), false)).toBe(10);
    expect(heads(many.slice(0, 11), false)).toBe(1);
    expect(heads(many, true)).toBe(1000);
    expect(
      heads(
        files(200).map((file) => toProblem(file, { severity: 'error' })),
        false,
      ),
    ).toBe(200);
    expect(
      heads(
        files(200).map((file) => toProblem(file, { severity: 'hint', message: `About ${file}.` })),
        false,
      ),
    ).toBe(200);
  });

  test('of very many, errors are shown first and the others counted by file', () => {
    const warnings = files(500).map((file) => toProblem(file, { severity: 'hint', message: `About ${file}.` }));
    const error = toProblem('papers/z.md', { severity: 'error', rule: 'topic-unknown' });
    const report = toPretty([...warnings, error], none, paint, false);
    expect(report).toContain('papers/z.md:3:1 error topic-unknown');
    expect(report.match(/^papers\//gm)).toHaveLength(300);
    expect(report).toContain('\n  papers/p00299.md: 1 hint\n');
    expect(report).toContain('\n  and 101 more files\n');
    expect(report.endsWith('1 error and 500 hints in 501 files.\n')).toBe(true);
  });
});

test('a report of 64 files with 20,000 problems of a kilobyte each stays below 1 MB', () => {
  const text = '数'.repeat(400);
  const problems = files(64).flatMap((file) =>
    Array.from({ length: 20_000 }, (_, line) =>
      toProblem(file, { severity: 'error', line, message: text, hint: text }),
    ),
  );
  const report = toPretty(limitProblems(problems), none, paint, false);
  expect(Buffer.byteLength(report)).toBeLessThan(1_000_000);
  expect(report.endsWith('1,280,000 errors in 64 files.\n')).toBe(true);
});

test('annotations are the first ten of each severity', () => {
  const problems = (['error', 'warning', 'hint'] as const).flatMap((severity) =>
    files(30).map((file) => toProblem(file, { severity })),
  );
  const lines = toGithub(problems).trimEnd().split('\n');
  expect(lines.map((line) => line.slice(2, line.indexOf(' ')))).toEqual([
    ...Array(10).fill('error'),
    ...Array(10).fill('warning'),
    ...Array(10).fill('notice'),
  ]);
});

test('JSON keeps a value that would be obeyed, and is not obeyed', () => {
  const problem = toProblem('papers/##[error]x.md', { message: '##[add-mask]a ##vso[x]', more: 3 });
  const text = toJson([problem]);
  expect(text).not.toMatch(/##\w*\[/);
  expect(JSON.parse(text)).toEqual([problem]);
});

test('carets stay below what they mark, though a command is disarmed before it', () => {
  const line = 'tags: ["##[error]a", wrong]';
  const at = line.indexOf('wrong') + 1;
  const problem = toProblem('papers/x.md', { line: 1, endLine: 1, column: at, endColumn: at + 5 });
  const report = toPretty([problem], new Map([['papers/x.md', line]]), paint, false);
  const [, , , carets] = report.split('\n');
  expect(carets).toBe(`${' '.repeat('  1 | '.length + line.indexOf('wrong') + 1)}^^^^^`);
});
