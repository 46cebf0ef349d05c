/** Reads one file of the list, or tells why it cannot be one. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { FILE_START, type Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { type Decoded, decodeText } from './decode-text.ts';
import { isPrintable, toPrintable } from './printable.ts';
import { systemCode, toWorldError } from './world-error.ts';

/** No paper file may be larger; what reads it later is bounded by this. */
const LARGEST = 64 * 1024;

/** Never through a link, and never waiting for the other end of a FIFO. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** One byte more than allowed, so that a file that grows while it is read shows. */
const buffer = Buffer.allocUnsafe(LARGEST + 1);

export type SourceRead =
  | { readonly source: Source; readonly problem?: never }
  | { readonly problem: Problem; readonly source?: never };

/**
 * Reads the file; `path` is what the source and its problem are called. Gives `undefined` for a file that is gone.
 * Throws a WorldError where no file can be opened at all.
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

/** The problem of a file or folder that may not be read; throws where the fault is not the file's. */
export function toUnreadable(error: unknown, path: string): Problem {
  const code = systemCode(error);
  if (code === undefined || code === 'EMFILE' || code === 'ENFILE') throw toWorldError(error, 'read', path);
  return toFileProblem(
    path,
    'file-unreadable',
    `\`${path}\` cannot be read (${code}).`,
    code === 'EACCES' || code === 'EPERM'
      ? `Give read permission: \`chmod u+rX ${path}\`.`
      : 'Check the disk, or delete the file and add it again.',
  );
}

/** The problem of a file or folder that is a symbolic link. */
export function toSymlinkProblem(path: string): Problem {
  return toFileProblem(
    path,
    'file-symlink',
    `\`${path}\` is a symbolic link; links are not followed.`,
    'Put the file itself in its place, or delete the link.',
  );
}

/** The problem of something named like a paper that is not a file. */
export function toNotRegular(path: string, kind: string): Problem {
  return toFileProblem(
    path,
    'file-not-regular',
    `\`${path}\` is a ${kind}, not a file.`,
    kind === 'folder'
      ? 'Rename it: only files end in `.md`.'
      : 'Delete it, or give it a name that does not end in `.md`.',
  );
}

/** What a thing is that is not a file, in a word. */
export function kindOf(entry: Pick<Stats, 'isDirectory' | 'isFIFO' | 'isSocket'>): string {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFIFO()) return 'named pipe';
  return entry.isSocket() ? 'socket' : 'device';
}

function toTooLarge(path: string, size: number): Problem {
  return toFileProblem(
    path,
    'file-too-large',
    `\`${path}\` has ${size} bytes; ${LARGEST} (64 KiB) is the most.`,
    'Shorten the notes. Figures belong in files of their own beside the notes.',
  );
}

/** The problem of a file that is not UTF-8, at the first byte that shows it. */
export function toEncodingProblem(path: string, fault: Exclude<Decoded, { kind: 'text' }>): Problem {
  if (fault.kind === 'utf-16') {
    return toFileProblem(
      path,
      'encoding-utf16',
      `\`${path}\` is encoded as UTF-16.`,
      'Save it as UTF-8: in the "Save as" dialog of the editor, choose the encoding UTF-8.',
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

/** An error of the whole file, shown at its start; the path is made printable. */
export function toFileProblem(path: string, rule: string, message: string, hint: string): Problem {
  return { rule, severity: 'error', message, hint, file: toPrintable(path), ...FILE_START };
}
