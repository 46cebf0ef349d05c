/** YAML line advice: what to say about a line of front-matter that is not a field as written. */
import { quote, quoteLine } from '../../../text/quote.ts';
import { type TextLine, toFieldLine, toLineParts, toQuotedLine } from './yaml-lines.ts';

/** What to report about one YAML error, and where in the YAML text. */
export interface YamlAdvice {
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

/** The hint if no corrected line can be shown. */
export const QUOTE_WHOLE = 'Put text that YAML may misread in double quotes, as in `title: "..."`.';

/** Advice for the visible part of a line. */
export function adviseLine(line: TextLine, rule: string, message: string, hint: string): YamlAdvice {
  const start = line.start + (line.text.length - line.text.trimStart().length);
  return { rule, message, hint, start: Math.min(start, line.end), end: line.start + line.text.trimEnd().length };
}

/** The same, placed at the value of the line if it has one. */
export function adviseValue(line: TextLine, rule: string, message: string, hint: string): YamlAdvice {
  const advice = adviseLine(line, rule, message, hint);
  const parts = toLineParts(line.text);
  return parts === undefined || parts.value === '' ? advice : { ...advice, start: line.start + parts.prefix.length };
}

/** Shows the line with its value in double quotes. */
export function toQuoteHint(line: TextLine): string {
  const fixed = toQuotedLine(line.text);
  return fixed === undefined ? QUOTE_WHOLE : `Put the whole value in double quotes: ${quoteLine(fixed)}.`;
}

/** An entry of a list that begins at a different column than its list. */
export function adviseListColumn(line: TextLine): YamlAdvice {
  const hint =
    'Begin every entry of a list at the same column, below its field: `authors:`, then `  - ` and a name on each line.';
  return adviseLine(line, 'yaml-indent', 'This entry is not lined up with its list.', hint);
}

/** A line that is not a field: the most common slips around the colon. */
export function adviseUnreadLine(line: TextLine): YamlAdvice {
  const wide = /^(\s*)([\w-]{1,40})\s{0,4}：\s*(.*)$/u.exec(line.text);
  if (wide !== null)
    return adviseField(line, wide, 'The colon `：` is a full-width colon, which YAML does not recognise.');
  const blank = /^(\s*)([\w-]{1,40}):[ \t]*[\u00a0\u2000-\u200b\u202f\u3000]\s*(.*)$/.exec(line.text);
  if (blank !== null) return adviseField(line, blank, 'The space after the colon is not an ordinary space.');
  const tight = /^(\s*)([\w-]{1,40}):(\S.*)$/.exec(line.text);
  if (tight !== null) return adviseField(line, tight, 'A space is missing after the colon.');
  const equals = /^(\s*)([\w-]{1,40}) ?= ?(.*)$/.exec(line.text);
  if (equals !== null) return adviseField(line, equals, 'There is an equals sign instead of a colon.');
  if (/^\s*-(?:\s|$)/.test(line.text)) return adviseListColumn(line);
  const hint =
    'A field is a name, a colon, a space and a value on one line; text that continues the line above must be indented.';
  return adviseLine(line, 'yaml-syntax', `The line ${quote(line.text)} is not a field.`, hint);
}

function adviseField(line: TextLine, match: RegExpExecArray, message: string): YamlAdvice {
  const fixed = toFieldLine(match[2] as string, (match[3] as string).trim());
  return adviseLine(line, 'yaml-colon', message, `Write ${quoteLine(fixed)}.`);
}
