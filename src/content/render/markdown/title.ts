/** Title: titles and abstracts are plain text in which only formulas between dollar signs mean anything. */

import { type Html, toHtml } from '../../../model/html.ts';
import type { Range } from '../../../model/problem.ts';
import { findActingTex } from '../../../text/acting-tex.ts';
import { splitFormulas, unescapeDollars } from '../../../text/formulas.ts';
import { quote } from '../../../text/quote.ts';
import type { Report } from '../../report/report.ts';
import { type FormulaMemo, recallFormula } from './formula-memo.ts';

export interface TextWithMath {
  readonly html: Html;
  readonly hasMath: boolean;
}

/**
 * Text as HTML with its formulas set; a formula KaTeX cannot read is reported at `place`. If it ends up in BibTeX records
 * as TeX, `isRecorded`, it may only set type there: KaTeX accepts some commands that do more in TeX, and skips comments.
 */
export function renderTextWithMath(
  text: string,
  place: Range,
  report: Report,
  isRecorded = false,
  memo?: FormulaMemo,
): TextWithMath {
  let html = '';
  let hasMath = false;
  for (const part of splitFormulas(text)) {
    if (!part.isFormula) {
      html += toHtml(unescapeDollars(part.text));
      continue;
    }
    const formula = recallFormula(part.text, false, memo);
    for (const { rule, severity, message, hint } of formula.findings) report(rule, severity, place, message, hint);
    const acting = isRecorded && formula.html !== '' ? findActingTex(part.text, 'formula') : undefined;
    if (acting !== undefined) {
      const message = `${quote(acting.token)} is not allowed in a formula of the title, because BibTeX records repeat it.`;
      const hint =
        acting.token === '%'
          ? 'Write `\\%` for a percent sign; TeX reads everything after a bare `%` as a comment.'
          : 'Write the formula without it, or as text.';
      report('title-tex', 'error', place, message, hint);
    }
    html += formula.html;
    hasMath = true;
  }
  return { html: html as Html, hasMath };
}
