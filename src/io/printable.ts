/** Printable: values from files and from the disk as text that a terminal or CI log shows instead of obeying. */

/** Control and format characters (but the joiners that Persian and emoji need), surrogates, private use, separators, U+FFFD. */
const UNCLEAN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu;

/** True if a name shows as it is: no newline, escape or invisible character, no byte that isn't UTF-8 (read as U+FFFD). */
export function isPrintable(name: string): boolean {
  return name.search(UNCLEAN) === -1;
}

/** The name with each unprintable character written out: `\n`, `\u{1b}`. */
export function toPrintable(name: string): string {
  return name.replace(UNCLEAN, (character) =>
    character === '\n' ? '\\n' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** The same for text with several lines: line feeds and tabs stay. */
export function toPrintableLines(text: string): string {
  return text.replace(/[^\n\t]+/g, toPrintable);
}

/** White space within a line, as .NET trims it. */
const BLANK = '[^\\S\\r\\n\\u2028\\u2029]|\\u0085';
const DOUBLE_COLON = new RegExp(`^((?:${BLANK})*:)(?=:)`, 'gm');
const DOUBLE_HASH = /#(?=#\w*\[)/g;

/**
 * Output of several lines in which nothing is a command for a CI runner: a space splits the characters that would begin
 * one. GitHub's runner obeys `::error::` at the start of a line, with or without white space before it, and `##[error]`
 * anywhere in a line, on either stream (ActionCommand.cs of github.com/actions/runner); Azure's obeys `##vso[…]` likewise.
 */
export function disarm(text: string): string {
  return text.replace(DOUBLE_COLON, '$1 ').replace(DOUBLE_HASH, '# ');
}

/** The same for JSON, which keeps its meaning. */
export function disarmJson(json: string): string {
  return json.replace(/(?<=#)#(?=\w*\[)/g, '\\u0023');
}
