/** Characters: finds those that a source may not hold and tells them. */
import { FORBIDDEN_CHARACTERS } from '../model/forbidden-characters.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { toLineIndex, toRange } from './front-matter/line-index.ts';

/** A character that has no place in a source; always one UTF-16 unit. */
export interface ForbiddenCharacter {
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly code: number;
}

/** At most this many are told for one file. */
const MOST = 20;

/** Every forbidden character of a text, in order, up to a limit. */
export function findForbiddenCharacters(text: string, limit: number = Number.POSITIVE_INFINITY): ForbiddenCharacter[] {
  const found: ForbiddenCharacter[] = [];
  for (const match of text.matchAll(FORBIDDEN_CHARACTERS)) {
    if (found.length >= limit) break;
    found.push({ offset: match.index, code: match[0].charCodeAt(0) });
  }
  return found;
}

/** The problems `character-forbidden` of a whole source, the first 20 of them. */
export function checkCharacters(source: Source): Problem[] {
  const found = findForbiddenCharacters(source.text, MOST);
  if (found.length === 0) return [];
  const index = toLineIndex(source.text);
  return found.map(({ offset, code }) => ({
    rule: 'character-forbidden',
    severity: 'error',
    message: `The character ${toCharacterName(code)} may not stand in a file of the list.`,
    hint: toCharacterHint(code),
    file: source.path,
    ...toRange(index, offset, offset + 1),
  }));
}

/** How a message names the character: `U+202E (right-to-left override)`. */
export function toCharacterName(code: number): string {
  const name = NAMES[code] ?? toKind(code);
  return `\`U+${code.toString(16).toUpperCase().padStart(4, '0')}\` (${name})`;
}

function toKind(code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) return 'half of a surrogate pair';
  return code >= 0x2000 ? 'text direction mark' : 'control character';
}

function toCharacterHint(code: number): string {
  if (code === 0x0d) return 'Save the file with LF or CRLF line endings; a carriage return alone is no line ending.';
  if (code === 0xfeff) return 'Delete it; it is invisible, so delete and retype the characters around it.';
  if (code >= 0xd800 && code <= 0xdfff) return 'Delete the broken character and save the file as UTF-8.';
  return 'Delete it; it is often invisible, so retype the words around it. It may have come with copied text.';
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
