/** Names from the disk as text that a terminal or a CI log shows and does not obey. */

/** Controls, formats (but the joiners that Persian and emoji need), lone surrogates, private use, line separators, U+FFFD. */
const UNCLEAN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu;

/** True where a name shows as it is: no newline, escape or invisible sign, no byte that is not UTF-8 (read as U+FFFD). */
export function isPrintable(name: string): boolean {
  return name.search(UNCLEAN) === -1;
}

/** The name with each unclean character written out: `\n`, `\u{1b}`. */
export function toPrintable(name: string): string {
  return name.replace(UNCLEAN, (character) =>
    character === '\n' ? '\\n' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
