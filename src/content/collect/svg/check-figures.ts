/** Check figures: the problems of the SVG files among the figures, at their places. */
import type { Figure } from '../../../model/figure.ts';
import { FILE_START, type Problem } from '../../../model/problem.ts';
import { quote } from '../../../text/quote.ts';
import { toLineIndex, toRange } from '../../parse/front-matter/line-index.ts';
import { createReport } from '../../report/report.ts';
import { checkSvg } from './check-svg.ts';

/** Reports every SVG that is not well-formed, could do more than show a picture, or has no size. */
export function checkFigures(figures: readonly Figure[]): readonly Problem[] {
  return figures.flatMap(({ name, svg, width }) => {
    if (svg === undefined) return [];
    const { problems, report } = createReport(name);
    const findings = checkSvg(svg);
    const lines = toLineIndex(svg);
    for (const { rule, start, end, message, hint } of findings) {
      report(rule, 'error', toRange(lines, start, end), message, hint);
    }
    if (width === 0 && !findings.some(({ rule }) => rule === 'svg-invalid')) {
      const hint = 'Give the `<svg>` element `width` and `height`, or a `viewBox`.';
      report('image-unreadable', 'error', FILE_START, `${quote(name)} does not give its size.`, hint);
    }
    return problems;
  });
}
