/** YAML advice: says in plain words what a YAML error means to people who fill in fields, with the line corrected. */
import type { YAMLError } from 'yaml';
import { quote, quoteLine } from '../../../text/quote.ts';
import {
  adviseLine,
  adviseListColumn,
  adviseUnreadLine,
  adviseValue,
  QUOTE_WHOLE,
  toQuoteHint,
  type YamlAdvice,
} from './yaml-line-advice.ts';
import {
  isFieldLine,
  type TextLine,
  toLine,
  toLineAfter,
  toLineBefore,
  toLineParts,
  toQuotedLine,
  toSingleQuotedLine,
  toUntabbedLine,
} from './yaml-lines.ts';

/** The advice for an error of the `yaml` package whose positions are offsets in `text`. */
export function adviseYaml(error: YAMLError, text: string): YamlAdvice {
  const position = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const line = toLine(text, position);
  if (/^[ ]*\t/.test(line.text) && TAB_CODES.has(error.code)) return adviseTab(line, text);
  const mark = toLineParts(line.text)?.value[0];
  if (mark !== undefined && MARKS.has(mark) && error.code !== 'DUPLICATE_KEY') return adviseMark(line, mark);
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return adviseColon(line, text);
    case 'MULTILINE_IMPLICIT_KEY':
      return adviseUnreadLine(line);
    case 'MISSING_CHAR':
      return adviseMissing(error, line, text);
    case 'UNEXPECTED_TOKEN':
      return adviseToken(line);
    case 'BAD_SCALAR_START':
      return adviseStart(line, position, text);
    case 'BAD_DQ_ESCAPE':
      return adviseEscape(line, position, text);
    case 'BAD_INDENT':
      return adviseIndent(error, line, text);
    case 'DUPLICATE_KEY':
      return adviseDuplicate(error, text);
    case 'MULTIPLE_DOCS':
      return adviseDocument(line, text);
    case 'BAD_DIRECTIVE':
      return adviseDirective(text);
    case 'RESOURCE_EXHAUSTION':
      return adviseLine(line, 'front-matter-too-deep', 'Values are nested too deep to be read.', QUOTE_WHOLE);
    default:
      return adviseLine(line, 'yaml-syntax', `YAML cannot read this line: ${quote(error.message)}.`, toQuoteHint(line));
  }
}

const TAB_CODES = new Set([
  'TAB_AS_INDENT',
  'BAD_INDENT',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);

const MARKS = new Set(['*', '&', '!']);

function adviseMark(line: TextLine, mark: string): YamlAdvice {
  const kind = mark === '*' ? 'an alias' : mark === '&' ? 'an anchor' : 'a tag';
  const rule = mark === '!' ? 'yaml-tag' : 'yaml-anchor';
  return adviseValue(
    line,
    rule,
    `A value that begins with \`${mark}\` is ${kind} in YAML, not text.`,
    toQuoteHint(line),
  );
}

function adviseTab(line: TextLine, text: string): YamlAdvice {
  const tab = line.start + line.text.indexOf('\t');
  const message = 'A tab indents this line, which YAML does not allow.';
  const before = toLineBefore(text, line);
  const isField = isFieldLine(line.text) && (before === undefined || /:[ \t]+[^\s|>]/.test(before.text));
  const hint = isField
    ? `A field begins at the first column: ${quoteLine(line.text.trim())}.`
    : `Indent with spaces: ${quoteLine(toUntabbedLine(line.text))}.`;
  return { rule: 'yaml-tab', message, hint, start: tab, end: tab + 1 };
}

function adviseColon(line: TextLine, text: string): YamlAdvice {
  const value = toLineParts(line.text)?.value ?? '';
  if (/:(?:\s|$)/.test(value)) {
    const message = `The value ${quote(value)} contains a colon and a space, which YAML reads as another field.`;
    return adviseValue(line, 'yaml-colon', message, toQuoteHint(line));
  }
  if (/^\s*- /.test(line.text)) return adviseListColumn(line);
  if (value.startsWith('?')) return adviseToken(line);
  const next = toLineAfter(text, line);
  if (next !== undefined && /^[ \t]/.test(next.text) && isFieldLine(next.text)) {
    const hint = `Begin it at the same column as the other fields: ${quoteLine(next.text.trim())}.`;
    return adviseLine(next, 'yaml-indent', 'This field is indented, so YAML takes it as part of the line above.', hint);
  }
  const hint = 'Put the whole value in double quotes, from its first word to its last.';
  return adviseValue(line, 'yaml-colon', 'A value that spans several lines contains a colon.', hint);
}

function adviseMissing(error: YAMLError, line: TextLine, text: string): YamlAdvice {
  if (error.message.includes('directives-end')) return adviseDirective(text);
  if (/^Missing closing/.test(error.message)) return adviseOpenQuote(line, text);
  if (error.message.includes('flow')) {
    const hint =
      'Put a comma between the entries, and double quotes around an entry that contains a comma, a colon or quotes.';
    return adviseLine(line, 'yaml-bracket', 'A comma is missing between two entries.', hint);
  }
  return adviseUnreadLine(line);
}

function adviseDocument(line: TextLine, text: string): YamlAdvice {
  let current: TextLine | undefined = line;
  while (current !== undefined && !/^\.\.\./.test(current.text)) current = toLineBefore(text, current);
  const hint = 'Keep all fields together, and delete the line `...`.';
  return adviseLine(current ?? line, 'yaml-document', 'A second YAML document begins here.', hint);
}

function adviseDirective(text: string): YamlAdvice {
  const at = Math.max(0, text.search(/^%/m));
  return adviseLine(
    toLine(text, at),
    'yaml-directive',
    'A line that begins with `%` is a YAML directive, which is not allowed.',
    'Delete the line.',
  );
}

function adviseOpenQuote(line: TextLine, text: string): YamlAdvice {
  for (let current: TextLine | undefined = line; current !== undefined; current = toLineBefore(text, current)) {
    const parts = toLineParts(current.text);
    const mark = parts?.value[0];
    if (parts === undefined || (mark !== '"' && mark !== "'")) continue;
    if (parts.value.length > 1 && parts.value.endsWith(mark)) continue;
    const fixed = toQuotedLine(parts.prefix + parts.value.slice(1)) ?? `${parts.prefix}""`;
    const hint = `Close it on the same line: ${quoteLine(fixed)}.`;
    return adviseValue(current, 'yaml-quotes', `The quote ${quote(mark)} that begins the value is never closed.`, hint);
  }
  return adviseLine(
    line,
    'yaml-quotes',
    'A quote that begins a value is never closed.',
    'Close every value that begins with a quote.',
  );
}

function adviseToken(line: TextLine): YamlAdvice {
  const value = toLineParts(line.text)?.value ?? '';
  const mark = value[0] ?? '';
  if (mark === '"' || mark === "'") {
    const message = `The value begins with ${quote(mark)} and ends at the next one, but more text follows.`;
    return adviseValue(line, 'yaml-quotes', message, toQuoteHint(line));
  }
  if (mark === '[' || mark === '{') {
    const message = `The value begins with ${quote(mark)}, which opens a ${mark === '[' ? 'list' : 'map'}, but more text follows it.`;
    return adviseValue(line, 'yaml-bracket', message, toQuoteHint(line));
  }
  if (/^\s*-(?:\s|$)/.test(line.text)) return adviseListColumn(line);
  if (mark === '') return adviseUnreadLine(line);
  return adviseValue(line, 'yaml-character', toStartMessage(mark), toQuoteHint(line));
}

function toStartMessage(mark: string): string {
  return `A value cannot begin with ${mark === '`' ? 'a backtick' : quote(mark)} unless it is in quotes.`;
}

function adviseStart(line: TextLine, position: number, text: string): YamlAdvice {
  const mark = text[position] ?? '';
  const parts = toLineParts(line.text);
  const isInList = parts !== undefined && /^[[{]/.test(parts.value);
  const hint = isInList || parts === undefined ? 'Put that entry in double quotes.' : toQuoteHint(line);
  const advice = adviseLine(line, 'yaml-character', toStartMessage(mark), hint);
  return { ...advice, start: position, end: isInList ? position + 1 : Math.max(advice.end, position + 1) };
}

function adviseEscape(line: TextLine, position: number, text: string): YamlAdvice {
  const written = text.slice(position, position + 2).trimEnd();
  const fixed = toSingleQuotedLine(line.text);
  const hint =
    fixed === undefined
      ? 'Write two backslashes, or put the value in single quotes.'
      : `Single quotes keep backslashes: ${quoteLine(fixed)}.`;
  const message = `${quote(written)} is not a valid YAML escape in double quotes.`;
  return { rule: 'yaml-escape', message, hint, start: position, end: position + written.length };
}

function adviseIndent(error: YAMLError, line: TextLine, text: string): YamlAdvice {
  const closing = /end with a ([\]}])/.exec(error.message)?.[1];
  if (closing === undefined) {
    const hint =
      'Begin fields of the same map at the same column, and indent the lines of a longer text with two spaces.';
    return adviseLine(line, 'yaml-indent', 'This line is not indented the way YAML expects.', hint);
  }
  const opening = closing === ']' ? '[' : '{';
  let current: TextLine | undefined = line;
  const hint = `Write ${quote(closing)} after the last value, and indent any line between the two brackets.`;
  const message = `The bracket ${quote(opening)} is not closed before the next field.`;
  while (current !== undefined && !toLineParts(current.text)?.value.startsWith(opening))
    current = toLineBefore(text, current);
  return adviseValue(current ?? line, 'yaml-bracket', message, hint);
}

function adviseDuplicate(error: YAMLError, text: string): YamlAdvice {
  const [start, pos] = error.pos;
  const line = toLine(text, start);
  const end = Math.max(
    pos,
    Math.min(line.end, start + (/^[^:]*/.exec(text.slice(start, line.end))?.[0].trimEnd().length ?? 1)),
  );
  const name = text.slice(start, end);
  return {
    rule: 'key-duplicate',
    message: `The field ${quote(name)} appears twice.`,
    hint: 'Keep one of the two.',
    start,
    end,
  };
}
