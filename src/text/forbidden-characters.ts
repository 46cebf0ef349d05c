/** Forbidden characters: not allowed in any file of a list, since they are invisible, reorder text or break tools. */

/** C0 except tab and line feed, delete and C1, bidirectional overrides and isolates, byte order mark, lone surrogates. */
export const FORBIDDEN_CHARACTERS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A character that has no place in a source; always one UTF-16 unit. */
export interface ForbiddenCharacter {
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly code: number;
}

/** Every forbidden character of a text, in order, up to a limit. */
export function findForbiddenCharacters(text: string, limit: number = Number.POSITIVE_INFINITY): ForbiddenCharacter[] {
  const found: ForbiddenCharacter[] = [];
  for (const match of text.matchAll(FORBIDDEN_CHARACTERS)) {
    if (found.length >= limit) break;
    found.push({ offset: match.index, code: match[0].charCodeAt(0) });
  }
  return found;
}

/** The name of the character in messages: `U+202E (right-to-left override)`. */
export function toCharacterName(code: number): string {
  const name = NAMES[code] ?? toKind(code);
  return `\`U+${code.toString(16).toUpperCase().padStart(4, '0')}\` (${name})`;
}

function toKind(code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) return 'half of a surrogate pair';
  return code >= 0x2000 ? 'text direction mark' : 'control character';
}

const NAMES: Readonly<Record<number, string>> = {
  0: 'null',
  8: 'backspace',
  12: 'form feed',
  13: 'carriage return',
  27: 'escape',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'pop directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'pop directional isolate',
  65279: 'byte order mark',
};
