/** Digest parts: an output's parts as a short text, in which the digest of a piece, if it has one, replaces it. */

/** Equal for equal parts. A card is large and appears on many pages, so its digest is used instead of its content. */
export function digestParts(parts: object): string {
  return JSON.stringify(parts, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'digest' in value && typeof value.digest === 'string'
      ? value.digest
      : value,
  );
}
