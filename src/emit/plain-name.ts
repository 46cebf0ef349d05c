/** Plain name: a paper named where no markup can stand, such as in a picture. */
import type { Paper } from '../model/paper.ts';

/** The short name, else the title; formulas as their letters, `\beta` as `beta`. */
export function toPlainName({ short, title }: Paper): string {
  return (short ?? title)
    .replace(/(?<!\\)\$([^$]*)(?<!\\)\$/g, (_, formula: string) => formula.replace(/[\\{}]/g, ''))
    .replaceAll('\\$', '$');
}
