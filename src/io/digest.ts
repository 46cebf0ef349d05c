/** Digest: the SHA-256 of a text or of bytes, which identifies data that are stored apart from where they are used. */
import { createHash } from 'node:crypto';

/** 64 hex digits. */
export function toDigest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
