/** Characters: finds those that a source may not hold and tells them. */

import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { findForbiddenCharacters, toCharacterName } from '../../text/forbidden-characters.ts';
import { toLineIndex, toRange } from './front-matter/line-index.ts';

/** At most this many are told for one file. */
const MOST = 20;

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

function toCharacterHint(code: number): string {
  if (code === 0x0d) return 'Save the file with LF or CRLF line endings; a carriage return alone is no line ending.';
  if (code === 0xfeff) return 'Delete it; it is invisible, so delete and retype the characters around it.';
  if (code >= 0xd800 && code <= 0xdfff) return 'Delete the broken character and save the file as UTF-8.';
  return 'Delete it; it is often invisible, so retype the words around it. It may have come with copied text.';
}
