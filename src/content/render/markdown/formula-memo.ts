/** Formula memo: formulas that a batch of files has already set; half of those in a list stand in it more than once. */
import { type Formula, renderFormula } from './formula.ts';

/**
 * Formulas by their TeX and form. Whoever prepares several files makes one and hands it to each of them. It changes only
 * what they cost: a formula depends on its TeX and its form, and on nothing else.
 */
export type FormulaMemo = Map<string, Formula>;

/** Formulas that are kept. The HTML of one is 6 KB in memory, and those that return do so within few papers. */
const MOST = 2000;
/** Characters of TeX; longer formulas are rarely written twice. */
const LONGEST = 400;

/** As {@link renderFormula}. The formula that was set first makes room for a new one. */
export function recallFormula(tex: string, isDisplay: boolean, memo: FormulaMemo | undefined): Formula {
  if (memo === undefined || tex.length > LONGEST) return renderFormula(tex, isDisplay);
  const key = `${isDisplay ? 'display' : 'inline'} ${tex}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const formula = renderFormula(tex, isDisplay);
  const [oldest] = memo.size < MOST ? [] : memo.keys();
  if (oldest !== undefined) memo.delete(oldest);
  // To be searched, a string becomes one piece. KaTeX joins it from thousands, which would be kept for as long.
  formula.html.includes('\0');
  memo.set(key, formula);
  return formula;
}
