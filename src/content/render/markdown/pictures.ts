/** Pictures: checks the address of every picture, and finds the figures beside the notes. */
import type { Element, Root } from 'hast';
import { FIGURE, FIGURE_END } from '../../../model/html.ts';
import type { Range } from '../../../model/problem.ts';
import { toHttpUrl } from '../../../text/identifiers.ts';
import { quote } from '../../../text/quote.ts';
import { placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { walkElements } from './walk.ts';

/** Marks a figure until the sanitiser, which lets https pass, is done. */
const INNER = 'https://papershelf.invalid/figure/';

/** A picture beside the notes: its path, as sources have theirs, and its place in the file. */
export interface FigureUse {
  readonly path: string;
  readonly place: Range;
}

/** Before sanitising: a picture comes by https or from below `folder`, that of the notes; any other is reported and removed. */
export function resolvePictures(tree: Root, folder: string, report: Report): readonly FigureUse[] {
  const figures: FigureUse[] = [];
  walkElements(tree, (element) => {
    const { src } = element.properties;
    if (typeof src === 'string') element.properties.src = resolvePicture(src, element, { folder, figures, report });
  });
  return figures;
}

function resolvePicture(
  src: string,
  element: Element,
  { folder, figures, report }: { folder: string; figures: FigureUse[]; report: Report },
): string | undefined {
  const place = placeOf(element);
  const address = toHttpUrl(src);
  if ('url' in address && !address.url.startsWith(INNER)) {
    const { url } = address;
    if (url.startsWith('https:')) return url;
    const message = `The picture ${quote(src)} is loaded without encryption; browsers block it on a secure page.`;
    report('image-scheme', 'error', place, message, `Use \`${url.replace(/^http:/, 'https:')}\`.`);
    return undefined;
  }
  const path = /^[a-z][a-z\d+.-]*:|^\/|[?#]/i.test(src) ? undefined : join(folder, src);
  if (path === undefined) {
    const hint = 'Give its full address, with https://, or the name of a file beside the notes.';
    report('image-scheme', 'error', place, `The picture ${quote(src)} cannot be shown.`, hint);
    return undefined;
  }
  figures.push({ path, place });
  return INNER + encodeURIComponent(path);
}

/** A path below the folder of papers; `undefined` if `..` leads out of it. */
function join(folder: string, name: string): string | undefined {
  const parts = folder.split('/');
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
    if (parts.length === 0) return undefined;
  }
  return parts.join('/');
}

/** After sanitising: marks a figure for its final name and its size, which `placeFigures` fills in. */
export function finishPictures(tree: Root): void {
  walkElements(tree, (element) => {
    const { src, width, height: _height, ...rest } = element.properties;
    if (typeof src !== 'string' || !src.startsWith(INNER)) return;
    const path = decodeURIComponent(src.slice(INNER.length));
    element.properties = { src: `${FIGURE}${path}${FIGURE_END}${width ?? ''}`, ...rest };
  });
}
