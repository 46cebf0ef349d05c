/** Titles and abstracts: plain text in which only formulas between dollar signs mean anything. */
import { type Html, toHtml } from '../../model/html.ts';
import type { Range } from '../../model/problem.ts';
import type { Report } from '../report.ts';
import { renderFormula } from './formula.ts';

/** pandoc's rule: no blank just inside the dollars, no digit just after; so that money stays money. */
const FORMULA = /(?<![\\$])\$(?![\s$])((?:[^$\\]|\\[\s\S])+?)(?<![\s\\])\$(?![\d$])/g;

export interface TextWithMath {
  readonly html: Html;
  readonly hasMath: boolean;
}

/** Text as HTML with its formulas set; a formula KaTeX cannot read is told at `place`. */
export function renderTextWithMath(text: string, place: Range, report: Report): TextWithMath {
  let html = '';
  let end = 0;
  let hasMath = false;
  for (const match of text.matchAll(FORMULA)) {
    const formula = renderFormula(match[1] as string, false);
    for (const { rule, severity, message, hint } of formula.findings) report(rule, severity, place, message, hint);
    html += toHtml(toPlain(text.slice(end, match.index))) + formula.html;
    end = match.index + match[0].length;
    hasMath = true;
  }
  return { html: (html + toHtml(toPlain(text.slice(end)))) as Html, hasMath };
}

function toPlain(text: string): string {
  return text.replaceAll('\\$', '$');
}
