/** Report: problems as text for a terminal, for GitHub's annotations, or as JSON. */
import { relative, resolve, sep } from 'node:path';
import { toExcerpt } from '../model/excerpt.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';

/** Escape sequences where the terminal shows colour, nothing where it does not. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly hint: (text: string) => string;
}

export function createPaint(hasColour: boolean): Paint {
  const paint = (open: number, close: number) => (text: string) =>
    hasColour ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { bold: paint(1, 22), dim: paint(2, 22), error: paint(31, 39), warning: paint(33, 39), hint: paint(36, 39) };
}

/** The problems with their files relative to the working directory, as they are shown. */
export function toShown(problems: readonly Problem[], listFolder: string, workingFolder: string): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    file: relative(workingFolder, resolve(listFolder, problem.file)).replaceAll(sep, '/'),
  }));
}

/** `papers/x.md:3:8 error topic-unknown`, the message, a frame of the line, the hint. `texts` are keyed by file as shown. */
export function toPretty(problems: readonly Problem[], texts: ReadonlyMap<string, string>, paint: Paint): string {
  const blocks = problems.map((problem) => {
    const { file, line, column, severity, rule, message, hint } = problem;
    const head = `${paint.bold(`${toLine(file)}:${line}:${column}`)} ${paint[severity](severity)} ${paint.dim(rule)}`;
    return `${head}\n  ${toLine(message)}\n${toFrame(problem, texts.get(file), paint)}  ${toLine(hint)}\n`;
  });
  return blocks.join('\n') + (blocks.length === 0 ? '' : `\n${countProblems(problems)}\n`);
}

const SEVERITIES = ['error', 'warning', 'hint'] as const;

function countProblems(problems: readonly Problem[]): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  const files = new Set(problems.map(({ file }) => file)).size;
  const last = parts.pop();
  const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `${list} in ${files} file${files === 1 ? '' : 's'}.`;
}

/** The line of the problem, and carets under what is meant. */
function toFrame(problem: Problem, text: string | undefined, paint: Paint): string {
  const excerpt = text === undefined ? undefined : toExcerpt(problem, text);
  if (excerpt === undefined) return '';
  const { before, marked, after } = excerpt;
  const lead = before.replace(/[^\t]/g, (character) => (isWide(character) ? '  ' : ' '));
  const carets = Array.from(marked || ' ', (character) => (isWide(character) ? '^^' : '^'));
  const gutter = `  ${problem.line} | `;
  return `${paint.dim(gutter)}${toLine(before + marked + after)}\n${' '.repeat(gutter.length)}${lead}${paint[problem.severity](carets.join(''))}\n`;
}

/** CJK and full-width characters take two cells of a terminal. */
function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
    character,
  );
}

/** Text of a file on one line of a terminal: whatever could move the cursor or begin a workflow command is written out. */
function toLine(text: string): string {
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/**
 * One workflow command a line; columns only where the problem stays on its line, since GitHub refuses them otherwise.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toGithub(problems: readonly Problem[]): string {
  return problems
    .map((problem) => {
      const { severity, file, line, endLine, column, endColumn, rule, message, hint } = problem;
      const columns = line === endLine ? [`col=${column}`, `endColumn=${Math.max(endColumn, column)}`] : [];
      const properties = [
        `file=${toProperty(file)}`,
        `line=${line}`,
        `endLine=${endLine}`,
        ...columns,
        `title=${toProperty(rule)}`,
      ];
      return `::${severity === 'hint' ? 'notice' : severity} ${properties.join(',')}::${toData(`${message}\n${hint}`)}\n`;
    })
    .join('');
}

function toData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function toProperty(text: string): string {
  return toData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** An array of problems, keys in a fixed order. */
export function toJson(problems: readonly Problem[]): string {
  const rows = problems.map(({ rule, severity, message, hint, file, line, column, endLine, endColumn }) => {
    return { rule, severity, message, hint, file, line, column, endLine, endColumn };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** The text of each source by the file name its problems are shown with. */
export function toTexts(sources: readonly Source[], listFolder: string, workingFolder: string): Map<string, string> {
  return new Map(
    sources.map(({ path, text }) => [relative(workingFolder, resolve(listFolder, path)).replaceAll(sep, '/'), text]),
  );
}
