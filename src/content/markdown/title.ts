/** Titles and abstracts: plain text in which only formulas between dollar signs mean anything. */
import { splitFormulas, toWords } from '../../model/formulas.ts';
import { type Html, toHtml } from '../../model/html.ts';
import type { Range } from '../../model/problem.ts';
import type { Report } from '../report.ts';
import { renderFormula } from './formula.ts';

export interface TextWithMath {
  readonly html: Html;
  readonly hasMath: boolean;
}

/** Text as HTML with its formulas set; a formula KaTeX cannot read is told at `place`. */
export function renderTextWithMath(text: string, place: Range, report: Report): TextWithMath {
  let html = '';
  let hasMath = false;
  for (const part of splitFormulas(text)) {
    if (!part.isFormula) {
      html += toHtml(toWords(part.text));
      continue;
    }
    const formula = renderFormula(part.text, false);
    for (const { rule, severity, message, hint } of formula.findings) report(rule, severity, place, message, hint);
    html += formula.html;
    hasMath = true;
  }
  return { html: html as Html, hasMath };
}
