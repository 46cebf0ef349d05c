/** YAML node checks: well-formed YAML values that their author cannot have meant. */
import { isAlias, type Node, Scalar } from 'yaml';
import { fieldsReadAs } from '../../../model/fields.ts';
import { findForbiddenCharacters, toCharacterName } from '../../../text/forbidden-characters.ts';
import { quote, quoteLine, toQuotedYaml } from '../../../text/quote.ts';
import { toLine, toLineParts, toQuotedLine } from './yaml-lines.ts';
import { type Reading, report, reportAt, toSpan } from './yaml-reading.ts';

/** Anchors, aliases and tags: YAML that contributors never mean. */
export function checkProperties(reading: Reading, node: Node): void {
  const [start, end] = toSpan(reading, node);
  const text = reading.block.text;
  if (isAlias(node)) {
    const hint = toQuoteHint(text, start);
    reportAt(reading, start, end, {
      rule: 'yaml-anchor',
      message: 'A value that begins with `*` is an alias in YAML, not text.',
      hint,
    });
    return;
  }
  const anchor = 'anchor' in node ? node.anchor : undefined;
  const mark = typeof anchor === 'string' ? '&' : typeof node.tag === 'string' ? '!' : undefined;
  if (mark === undefined) return;
  const found = text.lastIndexOf(mark === '&' ? `&${anchor}` : '!', Math.max(0, start - 1));
  const at = found < 0 ? start : toTokenStart(text, found);
  const rest = toLineRest(text, at);
  reportAt(reading, at, at + (rest.split(/[\s,\]}]/, 1)[0] as string).length, {
    rule: mark === '&' ? 'yaml-anchor' : 'yaml-tag',
    message: `A value that begins with \`${mark}\` is ${mark === '&' ? 'an anchor' : 'a tag'} in YAML, not text.`,
    hint: toQuoteHint(text, at),
  });
}

/** Advice with the corrected line if the value is all there is on it, else in words alone. */
function toQuoteHint(text: string, start: number): string {
  const line = toLine(text, start);
  const isWhole = toLineParts(line.text)?.prefix.length === start - line.start;
  const fixed = isWhole ? toQuotedLine(line.text) : undefined;
  return fixed === undefined
    ? 'Put the whole value in double quotes.'
    : `Put the whole value in double quotes: ${quoteLine(fixed)}.`;
}

/** `!!str` is found at its second mark; its token begins at the first. */
function toTokenStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[^\s,[\]{}]/.test(text[start - 1] as string)) start -= 1;
  return start;
}

function toLineRest(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end).trim();
}

/** False if a double-quoted escape produced a forbidden character; one in the file itself is reported at its place. */
export function checkDecoded(reading: Reading, node: Scalar, value: string): boolean {
  if (node.type !== Scalar.QUOTE_DOUBLE) return true;
  const [start, end] = toSpan(reading, node);
  const found = findForbiddenCharacters(value, 1)[0];
  if (found === undefined || findForbiddenCharacters(reading.block.text.slice(start, end), 1).length > 0) return true;
  report(reading, node, {
    rule: 'character-forbidden',
    message: `The value contains the character ${toCharacterName(found.code)}, written as an escape.`,
    hint: 'In double quotes a backslash begins an escape. Put the value in single quotes to keep backslashes as they are.',
  });
  return false;
}

// What the escapes \t \n \r \b \f \v \e \a make of \theta, \nabla, \rho, \beta, \frac, \vec, \epsilon, \alpha.
const TEX_LIKE = /\\(?:[tnrbfvea][a-z]+)/;

export function checkEscapes(reading: Reading, node: Scalar): void {
  const [start, end] = toSpan(reading, node);
  const written = reading.block.text.slice(start, end);
  const command = written.includes('$') ? TEX_LIKE.exec(written.replaceAll('\\\\', '  ')) : null;
  if (command === null) return;
  reportAt(reading, start + command.index, start + command.index + command[0].length, {
    rule: 'yaml-escape',
    severity: 'warning',
    message: `In double quotes, YAML reads the ${quote(command[0].slice(0, 2))} of ${quote(command[0])} as an escape, not as TeX.`,
    hint: 'Put the value in single quotes, which keep backslashes; double any single quote inside it.',
  });
}

const SHOWN_LINE = [...fieldsReadAs('title', 'line'), 'abstract', 'description'].join('|');
const SHOWN_NAME = fieldsReadAs('people', 'names', 'topics').join('|');
const SHOWN_TEXT = new RegExp(`^(?:${SHOWN_LINE})$|^(?:${SHOWN_NAME})(?:\\.\\d+)*(?:\\.name)?$`);

/** A plain value ends at a space and `#`: a comment to YAML, but part of the title to its author. */
export function checkComment(reading: Reading, node: Scalar, value: string, path: string): void {
  const end = node.range?.[1] ?? 0;
  const comment = /^([ \t]+)#(.?)/.exec(toRawLineRest(reading.block.text, end));
  if (comment === null || value === '' || !SHOWN_TEXT.test(path)) return;
  const isGlued = /\S/.test(comment[2] as string);
  if (!isGlued && !(path === 'title' && comment[1] === ' ')) return;
  const start = end + (comment[1] as string).length;
  const rest = toLineRest(reading.block.text, start);
  const whole = toQuotedYaml(toLineRest(reading.block.text, node.range?.[0] ?? 0));
  reportAt(reading, start, start + rest.length, {
    rule: 'front-matter-comment',
    severity: 'warning',
    message: `YAML reads ${quote(rest)} as a comment, so the value ends before it: ${quote(value)}.`,
    hint: `If it belongs to the value, put the whole value in double quotes: ${quoteLine(whole)}. If not, put a space after \`#\`.`,
  });
}

function toRawLineRest(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}
