/** Figures: checks that the pictures that notes show exist beside them. */
import type { Figure } from '../../model/figure.ts';
import { FILE_START, type Problem } from '../../model/problem.ts';
import type { Prose } from '../../model/prose.ts';
import { leadsToLeftAlone } from '../../text/left-alone.ts';
import { quote } from '../../text/quote.ts';
import { suggest } from '../../text/suggest.ts';
import { createReport } from '../report/report.ts';

/** Figures by their path. */
export type Figures = ReadonlyMap<string, Figure>;

/** The pictures that notes show, and their places in the file. */
type Uses = Pick<Prose, 'figures'> & { readonly places: Pick<Prose['places'], 'figures'> };

/** Reports every missing picture at its place in `file`; those that are `refused` have a problem of their own. */
export function checkFigureUses(
  file: string,
  { figures: paths, places }: Uses,
  figures: Figures,
  refused: ReadonlySet<string>,
): readonly Problem[] {
  const { problems, report } = createReport(file);
  for (const [index, path] of paths.entries()) {
    const place = places.figures[index] ?? FILE_START;
    if (figures.has(path) || refused.has(path)) continue;
    const near = suggest(path, figures.keys());
    const hint = leadsToLeftAlone(path)
      ? 'Files and folders whose names begin with `_` or a dot are ignored and not published: rename the picture or its folder.'
      : `${near === undefined ? '' : `Did you mean ${quote(near)}? `}A picture is a PNG, JPEG, GIF, WebP, AVIF or SVG file beside the notes.`;
    report('image-missing', 'error', place, `There is no picture ${quote(path)}.`, hint);
  }
  return problems;
}
