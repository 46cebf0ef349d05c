/** Plain name: the name of a paper where markup is not possible, such as in a picture. */

import type { PaperFacts } from '../../model/paper.ts';
import { splitFormulas, unescapeDollars } from '../../text/formulas.ts';

/** The short name, else the title, as plain text. */
export function toPlainName({ short, title }: Pick<PaperFacts, 'short' | 'title'>): string {
  return toPlainText(short ?? title);
}

/** The title, after the short name if it doesn't begin with it, as plain text. */
export function toTitle({ short, title }: Pick<PaperFacts, 'short' | 'title'>): string {
  const [plain, name] = [toPlainText(title), toPlainText(short ?? '')];
  return name === '' || plain.startsWith(name) ? plain : `${name}: ${plain}`;
}

/** Formulas are reduced to their letters, `\beta` to `beta`. */
export function toPlainText(text: string): string {
  return splitFormulas(text)
    .map((part) => (part.isFormula ? part.text.replace(/[\\{}]/g, '') : unescapeDollars(part.text)))
    .join('');
}
