/** Read source: reads one file of the list, or reports why it cannot be one. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { FILE_START, type Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { type Decoded, decodeText } from './decode-text.ts';
import { isPrintable, toPrintable } from './printable.ts';
import { systemCode, toWorldError } from './world-error.ts';

/** No paper file may be larger, in bytes; this bounds everything that reads it later. */
const LARGEST = 64 * 1024;

/** Never follows a link, and never waits for the other end of a FIFO. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads one byte more than allowed, to notice a file that grows while it is read. */
const buffer = Buffer.allocUnsafe(LARGEST + 1);

export type SourceRead =
  | { readonly source: Source; readonly problem?: never }
  | { readonly problem: Problem; readonly source?: never };

/**
 * Reads the file; the source and its problem are called `path`. Returns `undefined` for a file that no longer exists.
 * Throws a WorldError if no file can be opened at all.
 */
export function readSource(file: string, path: string): SourceRead | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, FLAGS);
  } catch (error) {
    return toFailure(error, path);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { problem: toNotRegular(path, kindOf(stats)) };
    if (stats.size > LARGEST) return { problem: toTooLarge(path, stats.size) };
    const length = readAll(descriptor);
    if (length > LARGEST) return { problem: toTooLarge(path, length) };
    return toSource(path, buffer.subarray(0, length));
  } catch (error) {
    return toFailure(error, path);
  } finally {
    closeSync(descriptor);
  }
}

function readAll(descriptor: number): number {
  let length = 0;
  while (length < buffer.length) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return length;
}

function toSource(path: string, bytes: Uint8Array): SourceRead {
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return { problem: toEncodingProblem(path, decoded) };
  return { source: { path, text: decoded.text, digest: createHash('sha256').update(bytes).digest('hex') } };
}

function toFailure(error: unknown, path: string): SourceRead | undefined {
  const code = systemCode(error);
  if (code === 'ENOENT') return undefined;
  if (code === 'ELOOP') return { problem: toSymlinkProblem(path) };
  // A socket, or a device without a driver, cannot be opened.
  if (code === 'ENXIO') return { problem: toNotRegular(path, 'socket') };
  return { problem: toUnreadable(error, path) };
}

/** The problem of a file or folder that cannot be read; throws if the file is not to blame. */
export function toUnreadable(error: unknown, path: string): Problem {
  const code = systemCode(error);
  if (code === undefined || code === 'EMFILE' || code === 'ENFILE') throw toWorldError(error, 'read', path);
  return toFileProblem(
    path,
    'file-unreadable',
    `\`${path}\` cannot be read (${code}).`,
    code === 'EACCES' || code === 'EPERM'
      ? `Allow reading it: \`chmod u+rX ${path}\`.`
      : 'Check the disk, or delete the file and add it again.',
  );
}

/** The problem of a file or folder that is a symbolic link. */
export function toSymlinkProblem(path: string): Problem {
  return toFileProblem(
    path,
    'file-symlink',
    `\`${path}\` is a symbolic link; links are not followed.`,
    'Replace the link with the file itself, or delete it.',
  );
}

/** The problem of something that is named like a paper but isn't a file. */
export function toNotRegular(path: string, kind: string): Problem {
  return toFileProblem(
    path,
    'file-not-regular',
    `\`${path}\` is a ${kind}, not a file.`,
    kind === 'folder'
      ? 'Rename it: only files may end in `.md`.'
      : 'Delete it, or give it a name that does not end in `.md`.',
  );
}

/** What something other than a file is, in a word. */
export function kindOf(entry: Pick<Stats, 'isDirectory' | 'isFIFO' | 'isSocket'>): string {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFIFO()) return 'named pipe';
  return entry.isSocket() ? 'socket' : 'device';
}

function toTooLarge(path: string, size: number): Problem {
  return toFileProblem(
    path,
    'file-too-large',
    `\`${path}\` has ${size} bytes; the limit is ${LARGEST} (64 KiB).`,
    'Shorten the notes. Figures belong in separate files next to the notes.',
  );
}

/** The problem of a file that isn't UTF-8, at the first byte that shows it. */
export function toEncodingProblem(path: string, fault: Exclude<Decoded, { kind: 'text' }>): Problem {
  if (fault.kind === 'utf-16') {
    return toFileProblem(
      path,
      'encoding-utf16',
      `\`${path}\` is encoded as UTF-16.`,
      'Save it as UTF-8: choose the encoding UTF-8 in your editor\'s "Save as" dialog.',
    );
  }
  const { byte, line, column } = fault;
  const guess = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
  const meant = isPrintable(guess) ? ` In Windows-1252 (Latin-1) this byte is \`${guess}\`.` : '';
  return {
    ...toFileProblem(
      path,
      'encoding-invalid',
      `The byte \`0x${byte.toString(16).toUpperCase().padStart(2, '0')}\` is not UTF-8.`,
      `Save the file as UTF-8.${meant}`,
    ),
    line,
    column,
    endLine: line,
    endColumn: column + 1,
  };
}

/** An error about the whole file, shown at its start; the path is made printable. */
export function toFileProblem(path: string, rule: string, message: string, hint: string): Problem {
  return { rule, severity: 'error', message, hint, file: toPrintable(path), ...FILE_START };
}
