/** Decode text: the bytes of a file as strict UTF-8, or the place of the first byte that isn't. */

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'utf-16' }
  | { readonly kind: 'invalid'; readonly byte: number; readonly line: number; readonly column: number };

/** Decodes UTF-8; removes one byte order mark and turns CRLF into LF. A lone CR stays. */
export function decodeText(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe)) return { kind: 'utf-16' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n') };
  } catch {
    return findInvalid(bytes);
  }
}

/** Finds, by bisection, the longest valid prefix; the first bad byte is right after it. */
function findInvalid(bytes: Uint8Array): Decoded {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodeBeginning(bytes.subarray(0, middle)) === undefined) invalid = middle;
    else valid = middle;
  }
  const text = decodeBeginning(bytes.subarray(0, valid)) ?? '';
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const lines = text.split('\n');
  return {
    kind: 'invalid',
    byte: bytes[mark + Buffer.byteLength(text)] ?? 0,
    line: lines.length,
    column: (lines.at(-1) ?? '').length + 1,
  };
}

/** The text of whole characters, ignoring an unfinished sequence at the end; `undefined` if there is an invalid byte. */
function decodeBeginning(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
