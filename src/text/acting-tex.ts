/** Acting TeX: finds whatever does more than set type in TeX that comes from a stranger. */
import { TYPESETTING_COMMANDS, TYPESETTING_ENVIRONMENTS, TYPESETTING_SIGNS } from './tex-commands.ts';

/** What was found, as written, and where it begins, in UTF-16 units. */
export interface ActingTex {
  readonly token: string;
  readonly index: number;
}

/** What encloses the TeX: a formula has no links and no comments, the value of a record may have addresses. */
export type TexKind = 'formula' | 'value';

/** A command with all its letters; `^^`, which spells a character by its code before TeX reads any command. */
const TOKEN = /\^\^|\\([A-Za-z]+|[\s\S]|$)|%/g;
const ENVIRONMENT = /^\{([A-Za-z]+\*?)\}/;
/** A link may lead only to the web: hyperref starts a program for `\href{run:…}`. */
const WEB_ADDRESS = /^\s*\{\s*(?:https?:\/\/|ftp:\/\/|mailto:|www\.|doi\.org\/)/i;

/**
 * The first thing that is not in TYPESETTING_COMMANDS and the like, or `undefined`: then no document that cites the
 * record reads or writes a file, starts a program, or changes the meaning of a character or a command. An allow-list,
 * since new engines and packages bring new commands that act, and a command missing here costs an author one word. `^^`
 * is always refused: decoded, it could be any command, and no honest text has it.
 */
export function findActingTex(tex: string, kind: TexKind): ActingTex | undefined {
  // A pattern reads `\^^` as the accent and a lone sign; TeX does not.
  const coded = tex.indexOf('^^');
  for (const match of tex.matchAll(TOKEN)) {
    const [token, name] = match;
    const { index } = match;
    if (coded !== -1 && coded < index + token.length) return { token: '^^', index: coded };
    if (token === '%' ? kind === 'formula' : !isTypesetting(name ?? '', tex, index + token.length, kind)) {
      return { token, index };
    }
  }
  return coded === -1 ? undefined : { token: '^^', index: coded };
}

function isTypesetting(name: string, tex: string, end: number, kind: TexKind): boolean {
  const after = tex.slice(end, end + 40);
  if (name === 'begin' || name === 'end') return TYPESETTING_ENVIRONMENTS.has(ENVIRONMENT.exec(after)?.[1] ?? '');
  if (kind === 'value' && /^(?:url|href|nolinkurl)$/.test(name)) return WEB_ADDRESS.test(after);
  return TYPESETTING_COMMANDS.has(name) || TYPESETTING_SIGNS.has(name);
}
