/** Figures: checks that the pictures that notes show exist beside them. */
import type { Figure } from '../../model/figure.ts';
import type { Problem, Range } from '../../model/problem.ts';
import { leadsToLeftAlone } from '../../text/left-alone.ts';
import { quote } from '../../text/quote.ts';
import { suggest } from '../../text/suggest.ts';
import { createReport } from '../report/report.ts';

/** Figures by their path. */
export type Figures = ReadonlyMap<string, Figure>;

/**
 * Reports every missing picture of the notes in `file`; `placeAt` gives the place of one. Those that are `refused` have
 * a problem of their own.
 */
export function checkFigureUses(
  file: string,
  paths: readonly string[],
  placeAt: (index: number) => Range,
  figures: Figures,
  refused: ReadonlySet<string>,
): readonly Problem[] {
  const { problems, report } = createReport(file);
  for (const [index, path] of paths.entries()) {
    if (figures.has(path) || refused.has(path)) continue;
    const near = suggest(path, figures.keys());
    const hint = leadsToLeftAlone(path)
      ? 'Files and folders whose names begin with `_` or a dot are ignored and not published: rename the picture or its folder.'
      : `${near === undefined ? '' : `Did you mean ${quote(near)}? `}A picture is a PNG, JPEG, GIF, WebP, AVIF or SVG file beside the notes.`;
    report('image-missing', 'error', placeAt(index), `There is no picture ${quote(path)}.`, hint);
  }
  return problems;
}
