/** Quote: shows a value of a file inside a message, short and harmless to any terminal. */
import { findForbiddenCharacters } from './forbidden-characters.ts';

const LONGEST = 80;
const LONGEST_LINE = 400;

/** The value between backticks: white space folded, forbidden characters as `\u{…}`, cut at 80 characters. */
export function quote(value: string): string {
  return `\`${toPlain(value.trim().replace(/\s+/g, ' '), LONGEST)}\``;
}

/** A whole line between backticks, spaces kept, for a hint that shows it corrected; cut at 400 characters. */
export function quoteLine(line: string): string {
  return `\`${toPlain(line, LONGEST_LINE)}\``;
}

function toPlain(value: string, longest: number): string {
  const start = value.slice(0, 4 * longest);
  let shown = '';
  let from = 0;
  for (const found of findForbiddenCharacters(start)) {
    shown += `${start.slice(from, found.offset)}\\u{${found.code.toString(16)}}`;
    from = found.offset + 1;
  }
  shown = (shown + start.slice(from)).replace(/[\n\t]/g, ' ');
  const characters = Array.from(shown);
  const isCut = characters.length > longest || start.length < value.length;
  return isCut ? `${characters.slice(0, longest - 1).join('')}…` : shown;
}

/** The value as a YAML scalar in double quotes, on one line. */
export function toQuotedYaml(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
}
