/** Digest parts: the content of the parts of an output as a short text; a piece that has a digest counts as that. */

/** Equal for equal parts. A card, which is large and stands on many pages, is not read again but taken by its digest. */
export function digestParts(parts: object): string {
  return JSON.stringify(parts, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'digest' in value && typeof value.digest === 'string'
      ? value.digest
      : value,
  );
}
