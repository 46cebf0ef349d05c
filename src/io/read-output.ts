/** Read output: the bytes that belong in an output's file, and what they depend on. */
import { readFileSync, statSync } from 'node:fs';
import type { CopiedOutput, Output, Print } from '../model/output.ts';
import { toWorldError } from './world-error.ts';

/** How much of a digest the ledger has: 128 bits, hex. */
const DIGEST = 32;

/** Prints a text on the spot. Throws a WorldError if the file to copy cannot be read, and whatever printing throws. */
export function readOutput(output: Output, print: Print): Uint8Array {
  return 'kind' in output ? Buffer.from(print(output)) : readCopied(output);
}

/** Throws a WorldError if the file cannot be read. */
export function readCopied({ copyOf }: CopiedOutput): Uint8Array {
  try {
    return readFileSync(copyOf);
  } catch (error) {
    throw toWorldError(error, 'read', copyOf);
  }
}

/**
 * Equal for an output that is the same as before. A file that is copied is known by size, time and inode, as git does it;
 * `undefined` if it has changed since `written`, in milliseconds, because it may change again within the same tick.
 */
export function digestOutput(output: Output, written: number): string | undefined {
  if ('kind' in output) return output.digest.slice(0, DIGEST);
  const stats = statSync(output.copyOf, { throwIfNoEntry: false });
  if (stats === undefined || stats.mtimeMs >= written) return undefined;
  return `${stats.size}-${stats.mtimeMs}-${stats.ino}`;
}
