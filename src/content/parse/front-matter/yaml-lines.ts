/** YAML lines: takes one line of front-matter apart and writes it as its author meant it. */
import { toQuotedYaml } from '../../../text/quote.ts';

export interface TextLine {
  /** Offsets in the text it was cut from; `end` is that of the line feed. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The line that an offset is on. */
export function toLine(text: string, offset: number): TextLine {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', start);
  const end = found === -1 ? text.length : found;
  return { start, end, text: text.slice(start, end) };
}

/** The line before, or `undefined` at the top. */
export function toLineBefore(text: string, line: TextLine): TextLine | undefined {
  return line.start === 0 ? undefined : toLine(text, line.start - 1);
}

/** The line after, or `undefined` at the end. */
export function toLineAfter(text: string, line: TextLine): TextLine | undefined {
  return line.end >= text.length ? undefined : toLine(text, line.end + 1);
}

export interface LineParts {
  /** Indentation, list marks, the name of the field and its colon. */
  readonly prefix: string;
  /** What follows, trimmed; perhaps empty. */
  readonly value: string;
}

/** `title: A: B` becomes `title: ` and `A: B`; `undefined` for a line that is neither a field nor an entry of a list. */
export function toLineParts(line: string): LineParts | undefined {
  const marks = (/^[ \t]*(?:- +)*/.exec(line) as RegExpExecArray)[0];
  const rest = line.slice(marks.length);
  const name = /^["']?[\w-]{1,40}["']? {0,4}:(?:[ \t]+|$)/.exec(rest);
  if (name !== null) return { prefix: marks + name[0], value: rest.slice(name[0].length).trim() };
  return marks.includes('-') ? { prefix: marks, value: rest.trim() } : undefined;
}

/** True for a line that begins like a field: a lower-case name, a colon, then a space or nothing. */
export function isFieldLine(line: string): boolean {
  return /^[ \t]*[a-z][a-z-]{0,20}:(?:[ \t]|$)/.test(line);
}

/** The line with its whole value in double quotes, so that YAML takes all of it as text. */
export function toQuotedLine(line: string): string | undefined {
  const parts = toLineParts(line);
  if (parts === undefined || parts.value === '') return undefined;
  return toSpaced(parts.prefix) + toQuotedYaml(toUnquoted(parts.value));
}

/** The line with its value in single quotes, which keep backslashes. */
export function toSingleQuotedLine(line: string): string | undefined {
  const parts = toLineParts(line);
  if (parts === undefined || !/^".*"$/.test(parts.value)) return undefined;
  return `${toSpaced(parts.prefix)}'${parts.value.slice(1, -1).replaceAll("'", "''")}'`;
}

/** A field written from its name and value, in quotes if YAML would misread it. */
export function toFieldLine(name: string, value: string): string {
  const isSafe = /^[^\s\-?:,[\]{}#&*!|>'"%@`](?:(?!: | #).)*$/.test(value) && !value.endsWith(':');
  const isYaml = /^\[[^\]]*\]$|^"[^"\\]*"$|^'[^']*'$/.test(value);
  return `${name}: ${isSafe || isYaml || value === '' ? value : toQuotedYaml(value)}`.trimEnd();
}

/** The line with each tab that indents it as two spaces. */
export function toUntabbedLine(line: string): string {
  const indent = (/^[ \t]*(?:-[ \t]+)*/.exec(line) as RegExpExecArray)[0];
  return indent.replaceAll('\t', '  ').replace(/- +/g, '- ') + line.slice(indent.length);
}

function toSpaced(prefix: string): string {
  return `${prefix.trimEnd()} `;
}

/** `'It's'` was meant as It's: quotes around a value whose inner ones are apostrophes. */
function toUnquoted(value: string): string {
  const inner = value.slice(1, -1);
  const isWrapped = value.length > 2 && value.startsWith("'") && value.endsWith("'");
  return isWrapped && !/(?<!\w)'|'(?!\w)/.test(inner) ? inner : value;
}
