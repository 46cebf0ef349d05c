/** Digest: the SHA-256 of a text, by which data are known that are kept apart from where they are used. */
import { createHash } from 'node:crypto';

/** Hex, 64 digits. */
export function toDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
