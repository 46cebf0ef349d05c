/** Acting TeX: finds in TeX from a stranger whatever does more than set type. */
import { TYPESETTING_COMMANDS, TYPESETTING_ENVIRONMENTS, TYPESETTING_SIGNS } from './tex-commands.ts';

/** What was found, as written, and where it begins, in UTF-16 units. */
export interface ActingTex {
  readonly token: string;
  readonly index: number;
}

/** What may enclose the TeX: a formula links nowhere and has no comments, a value of a record may name addresses. */
export type TexKind = 'formula' | 'value';

/** A command, after which letters run on; `^^`, which spells a character by its code, before TeX knows any command. */
const TOKEN = /\^\^|\\([A-Za-z]+|[\s\S]|$)|%/g;
const ENVIRONMENT = /^\{([A-Za-z]+\*?)\}/;
/** A link leads to the web alone: hyperref starts a program for `\href{run:…}`. */
const WEB_ADDRESS = /^\s*\{\s*(?:https?:\/\/|ftp:\/\/|mailto:|www\.|doi\.org\/)/i;

/**
 * The first thing that is none of TYPESETTING_COMMANDS and their like, or nothing: then no file is read or written, no
 * program started, no meaning of a character or a command changed, whatever document cites the record. An allow-list,
 * since new engines and packages bring new commands that act, and one that is missing here costs its author a word.
 * `^^` is refused as it stands: decoded it could be any command, and no honest text has it.
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
