/** Formulas: TeX between dollars in plain text, such as a title; the one rule for finding them, wherever such text is read. */

/**
 * pandoc's rule, with one exception: no space just inside the dollars and no digit just after, so that money stays
 * money, unless the text between them begins with a command, as in `3$\times$3`, which money never does.
 */
const FORMULA =
  /(?<![\\$])\$((?=\\[^\s$])(?:[^$\\]|\\[\s\S])+?(?=\$(?!\$))|(?![\s$])(?:[^$\\]|\\[\s\S])+?(?<![\s\\])(?=\$(?![\d$])))\$/;

/** The same rule for text between two dollars, `after` being what follows the second: true if it is not a formula. */
export function isLikeMoney(tex: string, after: string): boolean {
  return !/^\\[^\s$]/.test(tex) && (/^\s|\s$/.test(tex) || /^\d/.test(after));
}

export interface TextPart {
  /** For a formula, the TeX without its dollars; for words, the text as written, `\$` included. */
  readonly text: string;
  readonly isFormula: boolean;
}

/** The words and the formulas of a text in their order; no part is empty. */
export function splitFormulas(text: string): readonly TextPart[] {
  return text
    .split(FORMULA)
    .map((part, index) => ({ text: part, isFormula: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The text without its dollars: formulas as TeX, white space folded. */
export function toTexText(text: string): string {
  return splitFormulas(text)
    .map((part) => (part.isFormula ? part.text : unescapeDollars(part.text)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text as it is shown, its formulas as TeX between dollars. */
export function toDollarText(text: string): string {
  return splitFormulas(text)
    .map((part) => (part.isFormula ? `$${part.text}$` : unescapeDollars(part.text)))
    .join('');
}

/** Words as they are shown: `\$` becomes a dollar. */
export function unescapeDollars(text: string): string {
  return text.replaceAll('\\$', '$');
}
