/** Figures: checks that the pictures that notes show exist beside them. */
import type { Figure } from '../../model/figure.ts';
import type { Problem, Range } from '../../model/problem.ts';
import { leadsToLeftAlone } from '../../text/left-alone.ts';
import { quote } from '../../text/quote.ts';
import { createReport } from '../report/report.ts';
import { createSuggester } from './cross-checks/suggester.ts';

/** The pictures beside the notes, for looking them up. */
export interface KnownFigures {
  readonly paths: ReadonlySet<string>;
  /** Paths of pictures that could not be read, which have a problem of their own. */
  readonly refused: ReadonlySet<string>;
  readonly suggestPath: (path: string) => string | undefined;
}

export function toKnownFigures(figures: readonly Figure[], refused: ReadonlySet<string>): KnownFigures {
  const paths = new Set(figures.map(({ name }) => name));
  return { paths, refused, suggestPath: createSuggester([...paths]) };
}

/** Reports every missing picture of the notes in `file`; `placeAt` gives the place of one. */
export function checkFigureUses(
  file: string,
  paths: readonly string[],
  placeAt: (index: number) => Range,
  known: KnownFigures,
): readonly Problem[] {
  const { problems, report } = createReport(file);
  for (const [index, path] of paths.entries()) {
    if (known.paths.has(path) || known.refused.has(path)) continue;
    const near = known.suggestPath(path);
    const hint = leadsToLeftAlone(path)
      ? 'Files and folders whose names begin with `_` or a dot are ignored and not published: rename the picture or its folder.'
      : `${near === undefined ? '' : `Did you mean ${quote(near)}? `}A picture is a PNG, JPEG, GIF, WebP, AVIF or SVG file beside the notes.`;
    report('image-missing', 'error', placeAt(index), `There is no picture ${quote(path)}.`, hint);
  }
  return problems;
}
