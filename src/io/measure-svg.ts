/** Measure SVG: the size of a drawing, from the attributes of its first element. */
import { SaxesParser } from 'saxes';

/** CSS pixels per CSS unit; `em` and `ex` as in browsers without a style. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pc: 16,
  pt: 96 / 72,
  em: 16,
  ex: 8,
};

/** Thrown to leave the parser once the first element is read, and at the first error. */
class Enough extends Error {}

/**
 * Width and height in whole CSS pixels: `width` and `height`, either of them with the proportions of `viewBox`, or the
 * size of `viewBox`. `undefined` if they are missing or are not lengths, such as percentages.
 */
export function measureSvg(text: string): { readonly width: number; readonly height: number } | undefined {
  let root: Readonly<Record<string, string>> = {};
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', ({ attributes }) => {
    root = attributes;
    throw new Enough();
  });
  parser.on('error', () => {
    throw new Enough();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  const [, , boxWidth = 0, boxHeight = 0] = (root.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const width = toPixels(root.width) ?? (hasBox ? ((toPixels(root.height) ?? boxHeight) * boxWidth) / boxHeight : 0);
  const height = toPixels(root.height) ?? (hasBox ? (width * boxHeight) / boxWidth : 0);
  const size = { width: Math.round(width), height: Math.round(height) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

function toPixels(length: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*\+?((?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  const factor = Object.hasOwn(UNITS, unit.toLowerCase()) ? UNITS[unit.toLowerCase()] : undefined;
  const pixels = number === undefined || factor === undefined ? 0 : Number(number) * factor;
  return pixels > 0 && Number.isFinite(pixels) ? pixels : undefined;
}
