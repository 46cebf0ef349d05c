/** Formulas: TeX between dollars in plain text, such as a title; the one rule by which all who read such text find them. */

/** pandoc's rule: no blank just inside the dollars, no digit just after; so that money stays money. */
const FORMULA = /(?<![\\$])\$(?![\s$])((?:[^$\\]|\\[\s\S])+?)(?<![\s\\])\$(?![\d$])/;

export interface TextPart {
  /** Of a formula the TeX without its dollars; of words the text as written, `\$` and all. */
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

/** Words as they are read: `\$` is a dollar. */
export function toWords(text: string): string {
  return text.replaceAll('\\$', '$');
}
