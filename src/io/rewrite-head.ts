/** Rewrite head: rewrites the first lines of a file and no byte below them. */
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { moveTemporary, removeTemporary, writeTemporary } from './temporary-file.ts';
import { toWorldError } from './world-error.ts';

/**
 * Replaces the first `lines` lines of the file with `head`, whole lines that end in LF; a byte order mark, CRLF and the
 * permissions stay. The file is replaced atomically, and only if its SHA-256 is still `digest`: returns false if somebody
 * changed it meanwhile. Throws a WorldError if the system refuses.
 */
export function rewriteHead(
  file: string,
  digest: string,
  { head, lines: count }: { readonly head: string; readonly lines: number },
): boolean {
  let bytes: Buffer;
  let mode: number;
  try {
    bytes = readFileSync(file);
    mode = statSync(file).mode;
  } catch (error) {
    throw toWorldError(error, 'read', file);
  }
  if (createHash('sha256').update(bytes).digest('hex') !== digest) return false;
  const text = bytes.toString('utf8');
  let end = 0;
  for (let left = count; left > 0; left -= 1) end = text.indexOf('\n', end) + 1;
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const lines = text.slice(0, end).includes('\r\n') ? head.replaceAll('\n', '\r\n') : head;
  const temporary = writeTemporary(file, Buffer.from(mark + lines + text.slice(end)));
  try {
    chmodSync(temporary, mode);
  } catch (error) {
    removeTemporary(temporary);
    throw toWorldError(error, 'write', file);
  }
  moveTemporary(temporary, file);
  return true;
}
