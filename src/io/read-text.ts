/** Reads a text that the user hands over: a file, or standard input. */
import { readFileSync } from 'node:fs';
import { decodeText } from './decode-text.ts';
import { toPrintable } from './printable.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

/** The file's text, or that of standard input for `-`. Throws a WorldError where it cannot be read (2 where nothing is there). */
export function readText(file: string): string {
  const shown = file === '-' ? 'standard input' : `\`${toPrintable(file)}\``;
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new WorldError(`There is no file ${shown}.`, 2);
    if (systemCode(error) === 'EISDIR') throw new WorldError(`${shown} is a folder, not a file.`, 2);
    throw toWorldError(error, 'read', file);
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'text') return decoded.text;
  const place = decoded.kind === 'invalid' ? ` in line ${decoded.line}` : '';
  throw new WorldError(`The text of ${shown} is not UTF-8${place}. Save it as UTF-8.`, 2);
}
