/** Plain title: a text with formulas for programs that know no formulas apart from TeX between dollars. */
import { splitFormulas, unescapeDollars } from '../text/formulas.ts';

/** Formulas stay TeX between dollars; a dollar that is none is written without its backslash. */
export function toPlainTitle(text: string): string {
  return splitFormulas(text)
    .map((part) => (part.isFormula ? `$${part.text}$` : unescapeDollars(part.text)))
    .join('');
}
