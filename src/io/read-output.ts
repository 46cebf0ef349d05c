/** Reads an output: the bytes that belong into its file. */
import { readFileSync } from 'node:fs';
import type { Output, Print } from '../model/output.ts';
import { toWorldError } from './world-error.ts';

/** Prints a text now. Throws a WorldError if the file to copy cannot be read, and what printing throws. */
export function readOutput(output: Output, print: Print): Uint8Array {
  if ('kind' in output) return Buffer.from(print(output));
  try {
    return readFileSync(output.copyOf);
  } catch (error) {
    throw toWorldError(error, 'read', output.copyOf);
  }
}
