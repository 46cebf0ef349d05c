/** Folded: text reduced to its bare letters, so that two spellings of the same words are equal. */
import anyAscii from 'any-ascii';

/** Lower case, Latin letters without accents (`ø` is `o`), every other script as it is. */
export function toFolded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Script=Latin}+/gu, (letters) => anyAscii(letters))
    .toLowerCase();
}

/** The words of a text, folded: stretches of letters and digits. */
export function toFoldedWords(text: string): readonly string[] {
  return toFolded(text).match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? [];
}
