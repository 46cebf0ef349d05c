/** Job summary: what a command reports as Markdown, for the summary of a GitHub job or for an issue. */
import { toPrintable } from '../io/printable.ts';
import type { Problem } from '../model/problem.ts';
import { fold } from './fold.ts';
import { countProblems } from './report.ts';

/**
 * A summary has at most this many characters, so that it fits into an issue, which takes 65,536. A job summary could have
 * 1 MiB: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
const LONGEST = 60_000;

export interface Summarised {
  /** The verb of the command. */
  readonly verb: string;
  /** What the command says in one sentence, or in several lines. */
  readonly summary: string;
  /** With file paths relative to the root of the repository. */
  readonly problems: readonly Problem[];
  /** The address of the files of the repository, with a slash at its end; without it, places are not links. */
  readonly files?: string | undefined;
}

/**
 * A heading, what the command said, and a table of the problems, errors first; equal warnings are folded, and what does not
 * fit is counted. Text from papers is shown and never obeyed: no markup, no link, no picture, no mention of a user.
 */
export function toJobSummary({ verb, summary, problems, files }: Summarised): string {
  const said = summary === '' ? [] : summary.split('\n').map((line) => `${toMarkdown(line)}\n`);
  const start = `### \`papershelf ${verb}\`\n\n${said.join('\n')}`;
  if (problems.length === 0) return `${start}\n`;
  const { shown, left } = fold(problems);
  const ranked = ['error', 'warning', 'hint'].flatMap((rank) =>
    shown.filter(({ problem }) => problem.severity === rank),
  );
  const head = `${start}\n**${countProblems(problems)}**\n\n| | where | what | what to do |\n|---|---|---|---|\n`;
  const rows: string[] = [];
  let room = LONGEST - head.length - toMore(problems.length).length;
  for (const { problem, folded } of ranked) {
    const row = toRow(problem, new Set(folded.map(({ file }) => file)).size, files);
    if (row.length > room) break;
    room -= row.length;
    rows.push(row);
  }
  const hidden = ranked.length - rows.length + [...left.values()].reduce((sum, some) => sum + some.length, 0);
  return `${head}${rows.join('')}${hidden === 0 ? '' : toMore(hidden)}\n`;
}

function toMore(hidden: number): string {
  return `\n${hidden} more; the log of the job has all of them.\n`;
}

function toRow({ severity, file, line, column, message, hint }: Problem, inFiles: number, files?: string): string {
  const place = toCode(`${file}:${line}:${column}`);
  const where = files === undefined ? place : `[${place}](${files}${toAddress(file)}#L${line})`;
  const others = inFiles > 1 ? ` and ${inFiles - 1} other ${inFiles === 2 ? 'file' : 'files'}` : '';
  const cells = [severity, where + others, toMarkdown(message), toMarkdown(hint)];
  // What stands between two cells of a table has to be escaped even in code.
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

/** A path as the destination of a link. */
function toAddress(path: string): string {
  const toPart = (part: string) =>
    encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
      /[!'()*~_]/g,
      (character) => `%${character.charCodeAt(0).toString(16)}`,
    );
  return path.split('/').map(toPart).join('/');
}

/** Words in which GitHub finds a user, an issue, a formula, an address or an emoji by itself, however they are written. */
const FOUND = /[@#$]|:\/\/|\bwww\.|\bGH-\d|:[\w+-]+:/i;

/** Text of a message: what is in backticks becomes code. Two code spans need something between them, or they are one. */
function toMarkdown(text: string): string {
  const parts = toPrintable(text).split('`');
  return parts
    .map((part, at) => (at % 2 === 1 ? toCode(part) : toMarkedText(part)))
    .reduce((whole, part) => whole + (whole.endsWith('`') && part.startsWith('`') ? '<!-- -->' : '') + part);
}

function toMarkedText(text: string): string {
  return text.replace(/\S+/g, (word) => (FOUND.test(word) ? toCode(word) : toReferences(word)));
}

/** A code span, in which nothing is read but the same number of backticks: https://spec.commonmark.org/0.31.2/#code-spans */
function toCode(text: string): string {
  const shown = toPrintable(text);
  if (shown === '') return '';
  const fence = '`'.repeat(Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * Every character that is special in Markdown or HTML as a character reference: a parser shows it and reads nothing into it.
 * Full stops and colons too, unless they end a word; after a number, a full stop would begin a list.
 */
function toReferences(word: string): string {
  return word.replace(/[.:](?=\S)|(?<=\d)\.|[!#$%&*+/<=>@[\\\]^_`{|}~-]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
