/** Compress: text in fewer bytes, quickly. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Raw DEFLATE (RFC 1951) of the text in UTF-8. */
export function compress(text: string): Uint8Array {
  return deflateRawSync(text, { level: 1 });
}

/** The text again. Throws if the bytes are not from `compress`. */
export function expand(bytes: Uint8Array): string {
  return inflateRawSync(bytes).toString();
}
