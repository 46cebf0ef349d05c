/** Figures: the pictures that lie beside notes, checked, and put where the notes show them. */
import type { Figure } from '../model/figure.ts';
import { FIGURE, FIGURE_END, type Html, SITE_ROOT } from '../model/html.ts';
import { leadsToLeftAlone } from '../model/left-alone.ts';
import type { Problem } from '../model/problem.ts';
import type { NotesSection, Prose } from '../model/rendered.ts';
import { quote } from './quote.ts';
import { createReport } from './report.ts';
import { suggest } from './suggest.ts';

/** Figures by their path. */
export type Figures = ReadonlyMap<string, Figure>;

/** Every picture that is not there, reported at its place in `file`; those that are `refused` have a problem of their own. */
export function checkFigureUses(
  file: string,
  prose: Prose,
  figures: Figures,
  refused: ReadonlySet<string>,
): readonly Problem[] {
  const { problems, report } = createReport(file);
  for (const { path, place } of prose.figures) {
    if (figures.has(path) || refused.has(path)) continue;
    const near = suggest(path, figures.keys());
    const hint = leadsToLeftAlone(path)
      ? 'Names that begin with `_` or a dot are left alone and not published: rename the picture or its folder.'
      : `${near === undefined ? '' : `Did you mean ${quote(near)}? `}Pictures are PNG, JPEG, GIF, WebP, AVIF or SVG files beside the notes.`;
    report('image-missing', 'error', place, `There is no picture ${quote(path)}.`, hint);
  }
  return problems;
}

const USE = new RegExp(`src="${FIGURE}([^"${FIGURE_END}]*)${FIGURE_END}(\\d*)"`, 'g');

/** The same prose with each figure's address and size in place. */
export function placeFigures<P extends Prose>(prose: P, figures: Figures): P {
  if (prose.figures.length === 0) return prose;
  const sections: NotesSection[] = prose.sections.map((section) => ({
    ...section,
    html: section.html.replace(USE, (_, path: string, wanted: string) => {
      const figure = figures.get(path.replaceAll('&#x26;', '&').replaceAll('&amp;', '&'));
      if (figure === undefined) return 'src=""';
      const width = wanted === '' ? figure.width : Number(wanted);
      const height = Math.round((figure.height * width) / figure.width);
      return `src="${SITE_ROOT}assets/${figure.fileName}" width="${width}" height="${height}"`;
    }) as Html,
  }));
  return { ...prose, sections };
}
