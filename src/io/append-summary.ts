/** Append summary: adds to the summary of a step in a GitHub workflow. */
import { appendFileSync, statSync } from 'node:fs';
import { toWorldError } from './world-error.ts';

/** GitHub shows no summary of a step that is longer. */
const LARGEST = 1024 * 1024;

/** Adds the text, unless the file would be too large: then returns false. Throws a WorldError if the system refuses. */
export function appendSummary(file: string, text: string): boolean {
  try {
    const { size } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
    if (size + Buffer.byteLength(text) > LARGEST) return false;
    appendFileSync(file, text);
    return true;
  } catch (error) {
    throw toWorldError(error, 'write', file);
  }
}
