/** Read text: reads a text that the user provides, from a file or standard input. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { decodeText } from './decode-text.ts';
import { toPrintable } from './printable.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

/** In bytes: several thousand BibTeX records, or a hundred answers from a service. */
const LARGEST = 8 * 1024 * 1024;
/** Bytes to read at once, and milliseconds before trying again if the input has nothing yet. */
const CHUNK = 64 * 1024;
const PAUSE = 10;

/**
 * The text of the file, or of standard input for `-`. Throws a WorldError if it cannot be read (2 if it is missing or
 * larger than 8 MiB; no more than that is read).
 */
export function readText(file: string): string {
  const shown = file === '-' ? 'standard input' : `\`${toPrintable(file)}\``;
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? readAll(0, shown) : readFile(file, shown);
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

function readFile(file: string, shown: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const stats = fstatSync(descriptor);
    if (stats.isFile() && stats.size > LARGEST) refuse(`${shown} has ${group(stats.size)} bytes`);
    return readAll(descriptor, shown);
  } finally {
    closeSync(descriptor);
  }
}

/** A pipe or device has no size, and a file may grow, so what counts is what arrives. */
function readAll(descriptor: number, shown: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const count = readSome(descriptor, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    length += count;
    if (length > LARGEST) refuse(`${shown[0]?.toUpperCase()}${shown.slice(1)} is larger`);
  }
}

/** How many bytes arrived; 0 at the end. */
function readSome(descriptor: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      // This is how a pipe ends on Windows.
      if (systemCode(error) === 'EOF') return 0;
      if (systemCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function refuse(what: string): never {
  const hint = 'Split it, or remove what is not needed, such as abstracts and attached files.';
  throw new WorldError(`${what}; the limit is ${group(LARGEST)} (8 MiB). ${hint}`, 2);
}

/** `12,345` */
function group(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
