/**
 * Segment: many pieces of bytes in one file that appears complete or not at all, with an index that is read at once and
 * pieces that are read one by one. Without a file it is kept in memory.
 *
 *     pieces, one after the other | index, JSON | length and CRC-32 of the index, mark
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { PieceAt } from '../model/prepared.ts';
import { removeTemporary, toTemporary } from './temporary-file.ts';

/** Changes with the layout of the file. */
const MARK = Buffer.from('papshlf1');
const FOOTER = 8 + MARK.length;
/** Pieces are written when this many bytes have come together. */
const CHUNK = 1 << 20;

/** What pieces are read from, in any thread of this process: a file descriptor, or memory. */
export type SegmentSource = number | SharedArrayBuffer;

/** A segment that is being written. */
export interface SegmentWriter {
  readonly add: (piece: Uint8Array) => PieceAt;
  /** Completes the segment; pieces can be read from then on, `isKept` or not: true if the next run will find it. */
  readonly finish: (index: object) => { readonly source: SegmentSource; readonly isKept: boolean };
  /** Removes what was written. */
  readonly discard: () => void;
}

/** Begins a segment in a file. `add`, `finish` and this throw a system error if it cannot be written, as on a full disk. */
export function createSegment(file: string): SegmentWriter {
  const temporary = toTemporary(file);
  const descriptor = openSync(temporary, 'wx+');
  const waiting: Uint8Array[] = [];
  let offset = 0;
  let size = 0;
  const flush = () => {
    writeFully(descriptor, Buffer.concat(waiting.splice(0)));
    size = 0;
  };
  return {
    add(piece) {
      const at = [offset, piece.length, crc32(piece)] as const;
      waiting.push(piece);
      offset += piece.length;
      size += piece.length;
      if (size >= CHUNK) flush();
      return at;
    },
    finish(index) {
      const bytes = Buffer.from(JSON.stringify(index));
      const footer = Buffer.alloc(FOOTER);
      footer.writeUInt32LE(bytes.length, 0);
      footer.writeUInt32LE(crc32(bytes), 4);
      MARK.copy(footer, 8);
      waiting.push(bytes, footer);
      flush();
      try {
        renameSync(temporary, file);
        return { source: descriptor, isKept: true };
      } catch {
        // Somebody removed it, or may rename nothing here.
        removeTemporary(temporary);
        return { source: descriptor, isKept: false };
      }
    },
    discard() {
      closeSync(descriptor);
      removeTemporary(temporary);
    },
  };
}

/** Begins a segment in memory. */
export function createMemorySegment(): SegmentWriter {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  return {
    add(piece) {
      const at = [offset, piece.length, crc32(piece)] as const;
      pieces.push(piece);
      offset += piece.length;
      return at;
    },
    finish() {
      const memory = new SharedArrayBuffer(offset);
      const bytes = new Uint8Array(memory);
      let at = 0;
      for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
      }
      return { source: memory, isKept: false };
    },
    discard() {},
  };
}

/** Opens a segment's file and reads its index; `undefined` if it cannot be read or isn't a complete segment. */
export function openSegment(file: string): { readonly source: SegmentSource; readonly index: unknown } | undefined {
  let source: number | undefined;
  try {
    source = openSync(file, 'r');
    const { size } = fstatSync(source);
    const footer = readBytes(source, size - FOOTER, FOOTER);
    if (footer?.subarray(8).equals(MARK) !== true) throw new Error('Not a segment.');
    const length = footer.readUInt32LE(0);
    const bytes = readBytes(source, size - FOOTER - length, length);
    if (bytes === undefined || crc32(bytes) !== footer.readUInt32LE(4)) throw new Error('A damaged index.');
    return { source, index: JSON.parse(bytes.toString()) };
  } catch {
    if (source !== undefined) closeSync(source);
    return undefined;
  }
}

export function closeSegment(source: SegmentSource): void {
  if (typeof source === 'number') closeSync(source);
}

/** A piece of a segment; `undefined` if it cannot be read or is damaged. */
export function readPiece(source: SegmentSource, [offset, length, sum]: PieceAt): Buffer | undefined {
  try {
    const bytes = typeof source === 'number' ? readBytes(source, offset, length) : Buffer.from(source, offset, length);
    return bytes !== undefined && crc32(bytes) === sum ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function readBytes(descriptor: number, offset: number, length: number): Buffer | undefined {
  if (offset < 0) return undefined;
  const bytes = Buffer.allocUnsafe(length);
  for (let read = 0; read < length; ) {
    const count = readSync(descriptor, bytes, read, length - read, offset + read);
    if (count === 0) return undefined;
    read += count;
  }
  return bytes;
}

function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
