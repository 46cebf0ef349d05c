/** Read output: the bytes that belong in an output's file. */
import { readFileSync } from 'node:fs';
import type { Output, Print } from '../model/output.ts';
import { toWorldError } from './world-error.ts';

/** Prints a text on the spot. Throws a WorldError if the file to copy cannot be read, and whatever printing throws. */
export function readOutput(output: Output, print: Print): Uint8Array {
  if ('kind' in output) return Buffer.from(print(output));
  try {
    return readFileSync(output.copyOf);
  } catch (error) {
    throw toWorldError(error, 'read', output.copyOf);
  }
}
