/** Read figure: reads a picture next to notes, its bytes to name it, its header for its size. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { disableTypes, imageSize } from 'image-size';
import type { Figure } from '../model/figure.ts';
import type { Problem } from '../model/problem.ts';
import { decodeText } from './decode-text.ts';
import { measureSvg } from './measure-svg.ts';
import { toEncodingProblem, toFileProblem, toUnreadable } from './read-source.ts';

/** File names of pictures. */
export const FIGURE_NAME = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** A larger picture belongs elsewhere, since every reader downloads it; in bytes. */
const LARGEST = 4 * 1024 * 1024;
/** An SVG must be parsed and drawn by the browser; a larger one is slower to draw than a picture is to load. In bytes. */
const LARGEST_SVG = 256 * 1024;
/** Pixels per side. Browsers unpack the whole picture, and a few bytes can claim any size. */
const LONGEST_SIDE = 16_384;
const CLEAN_NAME = /^[\w~-][\w.~-]*$/;

// An SVG is measured with our XML parser; the library's takes quadratic time.
disableTypes(['svg']);

/** The figure, or the problem that prevents it. Does not follow links. */
export function readFigure(file: string, path: string): { readonly figure: Figure } | { readonly problem: Problem } {
  const { name, ext, base } = parse(file);
  if (!CLEAN_NAME.test(base)) {
    const hint = 'Rename it, using only letters, digits, `.`, `_` and `-`.';
    return {
      problem: toFileProblem(path, 'image-name', `The picture \`${path}\` cannot be published under this name.`, hint),
    };
  }
  try {
    const isSvg = ext.toLowerCase() === '.svg';
    const bytes = readRegular(file, isSvg ? LARGEST_SVG : LARGEST);
    if (typeof bytes === 'number') return { problem: toTooLarge(path, bytes, isSvg) };
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const common = { name: path, file, fileName: `${name}.${hash}${ext.toLowerCase()}` };
    if (isSvg) {
      const decoded = decodeText(bytes);
      if (decoded.kind !== 'text') return { problem: toEncodingProblem(path, decoded) };
      const size = measureSvg(decoded.text) ?? { width: 0, height: 0 };
      if (toLongestSide(size) > LONGEST_SIDE) return { problem: toTooManyPixels(path, size) };
      return { figure: { ...common, ...size, svg: decoded.text } };
    }
    const measured = measure(bytes);
    if (measured === undefined) {
      const hint = 'Save it again as PNG, JPEG, WebP or SVG.';
      return {
        problem: toFileProblem(path, 'image-unreadable', `\`${path}\` is not a picture whose size can be read.`, hint),
      };
    }
    const { size, longest } = measured;
    if (toLongestSide(longest) > LONGEST_SIDE) return { problem: toTooManyPixels(path, longest) };
    return { figure: { ...common, ...size } };
  } catch (error) {
    return { problem: toUnreadable(error, path) };
  }
}

function toTooLarge(path: string, size: number, isSvg: boolean): Problem {
  const message = isSvg
    ? `\`${path}\` has ${size} bytes; the limit for an SVG is ${LARGEST_SVG} (256 KiB).`
    : `\`${path}\` has ${size} bytes; the limit is ${LARGEST} (4 MiB).`;
  const hint = isSvg
    ? 'Export it with fewer points or without embedded pictures and fonts, or save it as PNG or WebP.'
    : 'Save the picture in a smaller size.';
  return toFileProblem(path, 'file-too-large', message, hint);
}

/** The bytes, or their number if it is more than `largest`. */
function readRegular(file: string, largest: number): Uint8Array | number {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(descriptor);
    return size > largest ? size : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function toTooManyPixels(path: string, { width, height }: Size): Problem {
  const message = `\`${path}\` is \`${width} × ${height}\` pixels; the limit is 16,384 × 16,384.`;
  const hint =
    'Save it in a smaller size: a page shows a figure about 800 pixels wide, and twice that is sharp on every screen.';
  return toFileProblem(path, 'image-too-large', message, hint);
}

/** What the file says about itself; `longest` is the longest side of any picture in it. */
function measure(bytes: Uint8Array): { readonly size: Size; readonly longest: Size } | undefined {
  try {
    const { width, height, images = [] } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return undefined;
    const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
    const longest = images.reduce<Size>(
      (one, other) => (toLongestSide(other) > toLongestSide(one) ? other : one),
      size,
    );
    return { size, longest };
  } catch {
    return undefined; // not a kind of picture that the library knows
  }
}

function toLongestSide({ width, height }: Size): number {
  return Math.max(width, height);
}
