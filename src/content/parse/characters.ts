/** Characters: finds and reports those that a source may not contain. */

import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { findForbiddenCharacters, toCharacterName } from '../../text/forbidden-characters.ts';
import { toLineIndex, toRange } from './front-matter/line-index.ts';

/** At most this many are reported for one file. */
const MOST = 20;

/** The `character-forbidden` problems of a whole source, the first 20 of them. */
export function checkCharacters(source: Source): Problem[] {
  const found = findForbiddenCharacters(source.text, MOST);
  if (found.length === 0) return [];
  const index = toLineIndex(source.text);
  return found.map(({ offset, code }) => ({
    rule: 'character-forbidden',
    severity: 'error',
    message: `The character ${toCharacterName(code)} is not allowed in files of the list.`,
    hint: toCharacterHint(code),
    file: source.path,
    ...toRange(index, offset, offset + 1),
  }));
}

function toCharacterHint(code: number): string {
  if (code === 0x0d) return 'Save the file with LF or CRLF line endings; a lone carriage return does not end a line.';
  if (code === 0xfeff) return 'Delete it; it is invisible, so delete and retype the characters around it.';
  if (code >= 0xd800 && code <= 0xdfff) return 'Delete the broken character and save the file as UTF-8.';
  return 'Delete it; it is often invisible, so retype the words around it. It probably came with copied text.';
}
