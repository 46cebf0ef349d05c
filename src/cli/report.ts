/** Report: problems as text for a terminal, for GitHub's annotations, or as JSON. */
import { relative, resolve, sep } from 'node:path';
import { disarm, disarmJson, toPrintableLines } from '../io/printable.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { toExcerpt } from '../text/excerpt.ts';
import { type Folded, fold } from './fold.ts';

/** Escape sequences if the terminal shows colour, nothing if it does not. */
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

/** The problems with file paths relative to the working directory, as they are shown. */
export function toShown(problems: readonly Problem[], listFolder: string, workingFolder: string): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    file: relative(workingFolder, resolve(listFolder, problem.file)).replaceAll(sep, '/'),
  }));
}

/**
 * `papers/x.md:3:8 error topic-unknown`, the message, the line, the hint. `texts` are keyed by file as shown.
 * Many equal warnings fold, and a long report is shortened, unless `isFull` wants every problem.
 */
export function toPretty(
  problems: readonly Problem[],
  texts: ReadonlyMap<string, string>,
  paint: Paint,
  isFull: boolean,
): string {
  if (problems.length === 0) return '';
  const { shown, left } = isFull ? showAll(problems) : fold(problems);
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    const known = lines.get(file) ?? (texts.get(file) ?? '').split('\n');
    lines.set(file, known);
    return known;
  };
  const blocks = shown.map(({ problem, folded }) => {
    const { file, line, column, severity, rule, message, hint } = problem;
    const head = `${paint.bold(`${toLine(file)}:${line}:${column}`)} ${paint[severity](severity)} ${paint.dim(rule)}`;
    const frame = problem.more === undefined ? toFrame(problem, linesOf(file), paint) : '';
    return `${head}\n  ${toLine(message)}\n${frame}  ${toLine(hint)}\n${toFoldedLine(folded)}`;
  });
  const rest = left.size === 0 ? [] : [toRest(left)];
  return `${[...blocks, ...rest].join('\n')}\n${countProblems(problems)}\n`;
}

function showAll(problems: readonly Problem[]): Folded {
  return { shown: problems.map((problem) => ({ problem, folded: [] })), left: new Map() };
}

/** `image-alt` in 1,000 files, the first three: … */
function toFoldedLine(folded: readonly Problem[]): string {
  const [first] = folded;
  if (first === undefined) return '';
  const firsts = [...new Map(folded.toReversed().map((problem) => [problem.file, problem])).values()].toReversed();
  const places = firsts.slice(0, 3).map(({ file, line, column }) => `${toLine(file)}:${line}:${column}`);
  return `  \`${first.rule}\` in ${group(firsts.length)} files, the first three: ${places.join(', ')}. \`check --all\` shows them all.\n`;
}

/** The most files that are named if their problems are not shown. */
const MOST_FILES = 100;

function toRest(left: Folded['left']): string {
  const files = [...left].map(([file, problems]) => `  ${toLine(file)}: ${countSeverities(problems)}`);
  const more = files.length - MOST_FILES;
  const tail = more <= 0 ? [] : [`  and ${group(more)} more ${more === 1 ? 'file' : 'files'}`];
  return ['Not shown here; `check --all` shows them:', ...files.slice(0, MOST_FILES), ...tail, ''].join('\n');
}

const SEVERITIES = ['error', 'warning', 'hint'] as const;

/** `1,204 errors and 1 hint in 3 files.` */
export function countProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  return `${countSeverities(problems)} in ${group(files)} file${files === 1 ? '' : 's'}.`;
}

/** `1,204 errors, 2 warnings and 1 hint`, counting those that are left out. */
function countSeverities(problems: readonly Problem[]): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const all = problems.filter((problem) => problem.severity === severity);
    const count = all.reduce((sum, { more }) => sum + (more ?? 1), 0);
    return count === 0 ? [] : [`${group(count)} ${severity}${count === 1 ? '' : 's'}`];
  });
  const last = parts.pop();
  return parts.length === 0 ? `${last}` : `${parts.join(', ')} and ${last}`;
}

/** `12,345` */
function group(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The line with the problem, and carets under the part in question. */
function toFrame(problem: Problem, lines: readonly string[], paint: Paint): string {
  const excerpt = toExcerpt(problem, lines);
  if (excerpt === undefined) return '';
  const { before, marked, after } = excerpt;
  const gutter = `  ${problem.line} | `;
  const lead = disarm(gutter + toLine(before)).replace(/[^\t]/g, (character) => (isWide(character) ? '  ' : ' '));
  const carets = Array.from(toLine(marked) || ' ', (character) => (isWide(character) ? '^^' : '^'));
  const row = `${paint.dim(gutter)}${toLine(before + marked + after)}`;
  return `${row}\n${lead}${paint[problem.severity](carets.join(''))}\n`;
}

/** CJK and full-width characters take two cells of a terminal. */
function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
    character,
  );
}

/** Text from a file on one line of a terminal: anything that could move the cursor is written out. Tabs stay. */
function toLine(text: string): string {
  return toPrintableLines(text).replaceAll('\n', '\\n');
}

/** GitHub shows this many annotations of each kind per step, and drops the others. */
const MOST_ANNOTATIONS = 10;

/**
 * One workflow command per line, for the first ten problems of each severity; the report for people has them all.
 * Columns are given only if the problem lies within one line, since GitHub rejects them otherwise.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toGithub(problems: readonly Problem[]): string {
  const chosen = new Set(
    SEVERITIES.flatMap((severity) =>
      problems.filter((problem) => problem.severity === severity).slice(0, MOST_ANNOTATIONS),
    ),
  );
  return problems
    .filter((problem) => chosen.has(problem))
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

/** Each line is meant to be a command of its own, but must not contain another one. */
function toData(text: string): string {
  return disarm(toPrintableLines(text)).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function toProperty(text: string): string {
  return toData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** An array of problems, keys in a fixed order; `more` only on a problem that represents others. */
export function toJson(problems: readonly Problem[]): string {
  const rows = problems.map(({ rule, severity, message, hint, file, line, column, endLine, endColumn, more }) => {
    return { rule, severity, message, hint, file, line, column, endLine, endColumn, more };
  });
  return `${disarmJson(JSON.stringify(rows, null, 2))}\n`;
}

/** The text of each source, by the file name that its problems are shown with. */
export function toTexts(sources: readonly Source[], listFolder: string, workingFolder: string): Map<string, string> {
  return new Map(
    sources.map(({ path, text }) => [relative(workingFolder, resolve(listFolder, path)).replaceAll(sep, '/'), text]),
  );
}
