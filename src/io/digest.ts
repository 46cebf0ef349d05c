/** Digest: the SHA-256 of a text, which identifies data that are stored apart from where they are used. */
import { createHash } from 'node:crypto';

/** 64 hex digits. */
export function toDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
