/** Digest parts: the digest of what an output is printed from, made by one walk over its parts without a text of them. */
import { toDigest } from '../io/digest.ts';

/** A list of at least this many items, such as all papers, is in the parts of several outputs; its digest is made once. */
const LONG = 256;

/** Bytes that end or begin something; none of them is ASCII, and what is not ASCII is given with its length. */
const [TEXT, WIDE, VALUE, KEY, DIGEST, OBJECT, OBJECT_END, LIST, LIST_END] = [
  0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88,
] as const;

/**
 * SHA-256, hex, of `shared`, of a kind and of parts: equal if and only if JSON would be. A piece that has a `digest` counts
 * as its digest; a card is large and appears on many pages. Parts that have been digested must not be changed.
 */
export function createDigest(shared: string): (kind: string, parts: object) => string {
  const lists = new Map<readonly unknown[], string>();
  let bytes = Buffer.allocUnsafe(1 << 16);
  let end = 0;

  const makeRoom = (size: number) => {
    if (end + size <= bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (end + size));
    bytes.copy(larger, 0, 0, end);
    bytes = larger;
  };
  const write = (text: string, mark: number) => {
    makeRoom(2 * text.length + 8);
    const start = end;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) bytes[end++] = unit;
      else {
        bytes[start] = WIDE;
        end = bytes.writeUInt32LE(text.length, start + 1);
        end += bytes.write(text, end, 'utf16le');
        break;
      }
    }
    bytes[end++] = mark;
  };
  const walkList = (list: readonly unknown[]) => {
    const known = lists.get(list);
    if (known !== undefined) return write(known, LIST_END);
    makeRoom(2);
    const start = end;
    bytes[end++] = LIST;
    for (const item of list) walk(item ?? null);
    makeRoom(1);
    bytes[end++] = LIST_END;
    if (list.length < LONG) return;
    const digest = toDigest(bytes.subarray(start, end));
    lists.set(list, digest);
    end = start;
    write(digest, LIST_END);
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') write(value, TEXT);
    else if (typeof value !== 'object' || value === null) write(String(value), VALUE);
    else if (Array.isArray(value)) walkList(value);
    else if ('digest' in value && typeof value.digest === 'string') write(value.digest, DIGEST);
    else {
      makeRoom(1);
      bytes[end++] = OBJECT;
      for (const [name, own] of Object.entries(value)) {
        if (own === undefined) continue;
        write(name, KEY);
        walk(own);
      }
      makeRoom(1);
      bytes[end++] = OBJECT_END;
    }
  };
  return (kind, parts) => {
    end = 0;
    write(shared, TEXT);
    write(kind, TEXT);
    walk(parts);
    return toDigest(bytes.subarray(0, end));
  };
}
