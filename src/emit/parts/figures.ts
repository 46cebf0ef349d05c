/** Figures: fills in the address and the size of each picture in the notes. */
import type { Card } from '../../model/card.ts';
import type { Figure } from '../../model/figure.ts';
import { FIGURE, FIGURE_END, type Html, SITE_ROOT } from '../../model/html.ts';
import type { Picture } from '../../model/press.ts';

/** The published name, the width and the height of each picture, by its path. */
export type FigurePlaces = Readonly<Record<string, readonly [fileName: string, width: number, height: number]>>;

const USE = new RegExp(`src="${FIGURE}([^"${FIGURE_END}]*)${FIGURE_END}(\\d*)"`, 'g');

/** The same HTML with each picture's address and size filled in; a width given by the author keeps the proportions. */
export function placeFigures(html: Html, figures: FigurePlaces): Html {
  if (!html.includes(FIGURE)) return html;
  return html.replace(USE, (_, path: string, wanted: string) => {
    const name = path.replaceAll('&#x26;', '&').replaceAll('&amp;', '&');
    const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
    if (figure === undefined) return 'src=""';
    const [fileName, ownWidth, ownHeight] = figure;
    const width = wanted === '' ? ownWidth : Number(wanted);
    const height = Math.round((ownHeight * width) / ownWidth);
    return `src="${SITE_ROOT}assets/${fileName}" width="${width}" height="${height}"`;
  }) as Html;
}

/** Those who show the picture of a shared page want photographs' formats, and at least this many pixels each way. */
const SHARED = /\.(?:png|jpe?g)$/i;
const LEAST_SHARED = 200;

/** The first of these pictures that can stand for a page that is shared, `paths` being in the order of the notes. */
export function pickShared(paths: readonly string[], figures: FigurePlaces): Picture | undefined {
  for (const path of paths) {
    const [fileName, width, height] = figures[path] ?? ['', 0, 0];
    if (SHARED.test(fileName) && Math.min(width, height) >= LEAST_SHARED) return { fileName, width, height };
  }
  return undefined;
}

/** The places of those pictures that these papers show. */
export function pickFigures(figures: readonly Figure[], cards: readonly Pick<Card, 'figures'>[]): FigurePlaces {
  const wanted = new Set(cards.flatMap((card) => card.figures));
  if (wanted.size === 0) return {};
  return Object.fromEntries(
    figures
      .filter(({ name }) => wanted.has(name))
      .map(({ name, fileName, width, height }) => [name, [fileName, width, height] as const]),
  );
}
