/** Reads an output: the bytes that belong into its file. */
import { readFileSync } from 'node:fs';
import type { Output } from '../model/output.ts';
import { toWorldError } from './world-error.ts';

/** Prints a text now. Throws a WorldError where the file to copy cannot be read, and what its text throws. */
export function readOutput(output: Output): Uint8Array {
  if ('print' in output) return Buffer.from(output.print());
  try {
    return readFileSync(output.copyOf);
  } catch (error) {
    throw toWorldError(error, 'read', output.copyOf);
  }
}
