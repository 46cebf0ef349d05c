/** Reads a picture that lies beside notes: its bytes for a name, its head for a size. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { imageSize } from 'image-size';
import type { Figure } from '../model/figure.ts';
import type { Problem } from '../model/problem.ts';
import { decodeText } from './decode-text.ts';
import { toFileProblem, toUnreadable } from './read-source.ts';

/** Names of pictures. */
export const FIGURE_NAME = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** A picture larger than this belongs elsewhere: readers download it. */
const LARGEST = 4 * 1024 * 1024;
const CLEAN_NAME = /^[\w~-][\w.~-]*$/;

/** The figure, or why it cannot be one. Follows no link. */
export function readFigure(file: string, path: string): { readonly figure: Figure } | { readonly problem: Problem } {
  const { name, ext, base } = parse(file);
  if (!CLEAN_NAME.test(base)) {
    const hint = 'Rename it: letters, digits, `.`, `_` and `-` only.';
    return {
      problem: toFileProblem(path, 'image-name', `The picture \`${path}\` cannot be published under its name.`, hint),
    };
  }
  try {
    const bytes = readRegular(file);
    if (typeof bytes === 'number') {
      const message = `\`${path}\` has ${bytes} bytes; ${LARGEST} (4 MiB) is the most.`;
      return { problem: toFileProblem(path, 'file-too-large', message, 'Save the picture smaller.') };
    }
    const size = measure(bytes);
    if (size === undefined) {
      const hint = 'Save it anew as PNG, JPEG, WebP or SVG; an SVG needs `width` and `height`, or a `viewBox`.';
      return {
        problem: toFileProblem(path, 'image-unreadable', `\`${path}\` is no picture whose size can be read.`, hint),
      };
    }
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const decoded = ext.toLowerCase() === '.svg' ? decodeText(bytes) : undefined;
    const svg = decoded === undefined ? {} : { svg: decoded.kind === 'text' ? decoded.text : '' };
    return { figure: { name: path, file, fileName: `${name}.${hash}${ext.toLowerCase()}`, ...size, ...svg } };
  } catch (error) {
    return { problem: toUnreadable(error, path) };
  }
}

/** The bytes, or their number where they are too many. */
function readRegular(file: string): Uint8Array | number {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(descriptor);
    return size > LARGEST ? size : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function measure(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : undefined;
  } catch {
    return undefined; // not a picture that the library knows
  }
}
