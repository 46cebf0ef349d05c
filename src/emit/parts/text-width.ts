/** Text width: estimates how wide a text is in a picture, where nothing can be measured or wrapped. */

/** How wide letters are in the pictures' sans-serif font at 12 px; others are as wide as `n`. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/, 12],
  [/[ijltfrI.,:;'|()[\]! -]/, 4.2],
  [/[mwMW@%…]/, 10.5],
  [/[A-Z0-9&]/, 8],
];
const WIDTH_OF_N = 6.8;

/** The width of a text at 12 px; rather too large than too small. */
export function toWidth(text: string): number {
  const widths = Array.from(text, (letter) => WIDTHS.find(([pattern]) => pattern.test(letter))?.[1] ?? WIDTH_OF_N);
  return widths.reduce((sum, width) => sum + width, 0);
}

/** The text, cut with an ellipsis if it is wider than this; empty if there is not even space for one letter. */
export function cutToWidth(text: string, most: number): string {
  if (toWidth(text) <= most) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && toWidth(`${letters.join('')}…`) > most) letters.pop();
  return letters.length === 0 ? '' : `${letters.join('').trimEnd()}…`;
}
