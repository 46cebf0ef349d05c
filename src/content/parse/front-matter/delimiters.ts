/** Delimiters: finds the two lines `---` around the front-matter and reports what is wrong with them. */
import { FILE_START, type Problem, type Range } from '../../../model/problem.ts';
import type { Source } from '../../../model/source.ts';
import { quote } from '../../../text/quote.ts';

export interface Delimited {
  /** The YAML, ending in a line feed unless empty; `undefined` if it is missing or too long to read. */
  readonly block: string | undefined;
  /** Where `block` begins in the text of the file. */
  readonly blockOffset: number;
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

const DELIMITER = /^---[ \t]*$/;

/** Splits at the delimiters. Front-matter of more than `bytes` bytes is reported and not read. */
export function findDelimiters(source: Source, bytes: number): Delimited {
  const text = source.text;
  const firstEnd = toLineEnd(text, 0);
  const first = text.slice(0, firstEnd);
  if (!DELIMITER.test(first)) return { ...withoutBlock(text), problems: [toOpeningProblem(source, first)] };

  const blockOffset = Math.min(firstEnd + 1, text.length);
  let line = 2;
  for (let start = blockOffset; start < text.length; line += 1) {
    const end = toLineEnd(text, start);
    if (text.startsWith('---', start)) {
      const written = text.slice(start, end);
      const problems = DELIMITER.test(written) ? [] : [toClosingProblem(source, written, line)];
      const block = text.slice(blockOffset, start);
      const long = checkLength(source, block, bytes);
      return {
        block: long.length === 0 ? block : undefined,
        blockOffset,
        body: text.slice(end + 1),
        bodyLine: line + 1,
        problems: [...problems, ...long],
      };
    }
    start = end + 1;
  }
  return { ...withoutBlock(''), problems: [toUnclosedProblem(source, blockOffset)] };
}

function withoutBlock(body: string): Omit<Delimited, 'problems'> {
  return { block: undefined, blockOffset: 0, body, bodyLine: 1 };
}

function toLineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function toOpeningProblem(source: Source, first: string): Problem {
  const place: Range = { ...FILE_START, endColumn: Math.min(first.length, 200) + 1 };
  if (/^---[^-]/.test(first)) {
    const rest = first.slice(3).trim();
    return {
      rule: 'front-matter-language',
      severity: 'error',
      message: `The opening line is ${quote(first)}; front-matter is always YAML, and nothing may follow its \`---\`.`,
      hint: `Delete ${quote(rest)}, so that line 1 is just \`---\`.`,
      file: source.path,
      ...place,
      column: 4 + (/^---(\s*)/.exec(first)?.[1]?.length ?? 0),
    };
  }
  return {
    rule: 'front-matter-missing',
    severity: 'error',
    message: 'The file does not begin with front-matter, which gives the title and the topics.',
    hint: toMissingHint(source.text, first),
    file: source.path,
    ...place,
  };
}

function toMissingHint(text: string, first: string): string {
  if (text.trim() === '')
    return 'The file is empty. Begin it with a line `---`, then `title:` and `topics:`, then another line `---`.';
  if (/^-{2,}\s*$/.test(first)) return 'Line 1 must be three hyphens, `---`, no more and no fewer.';
  if (/^\s*---[ \t]*(?:\n|$)/.test(text))
    return 'Nothing may come before the first `---`: delete the blank space in front of it.';
  return 'Make line 1 a line `---`, then write `title:` and `topics:`, then another line `---`.';
}

function toClosingProblem(source: Source, written: string, line: number): Problem {
  return {
    rule: 'front-matter-unclosed',
    severity: 'error',
    message: `The front-matter ends at ${quote(written)}, which is not exactly \`---\`.`,
    hint: 'Make the line that closes the front-matter exactly `---`; what follows belongs on the next line.',
    file: source.path,
    line,
    column: 1,
    endLine: line,
    endColumn: written.length + 1,
  };
}

function toUnclosedProblem(source: Source, blockOffset: number): Problem {
  const lines = source.text.slice(blockOffset).split('\n', 200);
  let last = 0;
  while (last < lines.length && /^(?:[\w-]+[ \t]*:(?:\s|$)|[ \t]+\S|-[ \t]|#[ \t])/.test(lines[last] as string))
    last += 1;
  const advice = last === 0 ? '' : ` The last line that looks like a field is line ${last + 1}: put it below that one.`;
  return {
    rule: 'front-matter-unclosed',
    severity: 'error',
    message: 'The front-matter that `---` opens here is never closed.',
    hint: `Write a line \`---\` after the last field.${advice}`,
    file: source.path,
    ...FILE_START,
    endColumn: 4,
  };
}

function checkLength(source: Source, block: string, bytes: number): Problem[] {
  const length = new TextEncoder().encode(block).length;
  if (length <= bytes) return [];
  return [
    {
      rule: 'front-matter-too-long',
      severity: 'error',
      message: `The front-matter is ${length} bytes long; at most ${bytes} are read.`,
      hint: 'Move long text below the closing `---`, into the notes.',
      file: source.path,
      ...FILE_START,
      endColumn: 4,
    },
  ];
}
