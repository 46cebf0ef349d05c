/** Person name: a name as papers print it, and as bibliographies and indexes sort it, by family. */

export interface PersonName {
  readonly family: string;
  /** Missing for mononyms and groups. */
  readonly given?: string;
  /** `Jr.`, `III`. */
  readonly suffix?: string;
}

/** A name and the slug in angle brackets, if there is one, that says which of several people is meant: `Wei Zhang <wei-zhang-thu>`. */
export function partMark(written: string): { readonly name: string; readonly mark?: string } {
  const [, name, mark] = /^(.*\S)\s*<\s*([\p{Letter}\p{Number}][\p{Letter}\p{Number}_.-]*)\s*>$/su.exec(written) ?? [];
  return name === undefined || mark === undefined ? { name: written } : { name, mark };
}

const PARTICLE = /^(?:al|bin|da|de|del|della|den|der|di|dos|du|el|la|le|ten|ter|van|vom|von|zu|zum|zur)$/;
const CAPITAL_PARTICLE = /^(?:Al|Ben|Bin|Da|De|Del|Della|Den|Der|Di|Dos|Du|El|La|Le|Ter|Van|Vander|Von)$/;
/** Between Vietnamese names, `Van` and `Le` are not particles. */
const VIETNAMESE = /^(?:Bui|Dang|Do|Duong|Ho|Hoang|Huynh|Ly|Ngo|Nguyen|Pham|Phan|Tran|Truong|Vo|Vu)$/;
const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;
const CJK = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+$/;

/**
 * Splits a name: the family name is the last word with the particles before it (`Laurens van der Maaten`, `Luc Van
 * Gool`), or what comes before a comma (`van der Maaten, Laurens`; `King, Jr., Martin Luther`). A name of one word, of
 * CJK letters only, or of a group stays whole.
 */
export function toPersonName(name: string): PersonName {
  const trimmed = name.trim().replace(/\s+/g, ' ');
  if (isGroup(trimmed)) return { family: trimmed.replace(/^\{(.*)\}$/, '$1') };
  const [before = '', second, third, ...more] = trimmed.split(/\s*,\s*/);
  if (third !== undefined && more.length === 0) return { family: before, given: third, suffix: second as string };
  if (second !== undefined && third === undefined && before !== '' && second !== '') {
    return SUFFIX.test(second) ? { ...toPersonName(before), suffix: second } : { family: before, given: second };
  }
  if (CJK.test(trimmed.replaceAll(' ', ''))) return { family: trimmed };
  const words = trimmed.split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) as string) ? words.pop() : undefined;
  const start = findFamily(words);
  const family = words.slice(start).join(' ');
  const given = words.slice(0, start).join(' ');
  return { family, ...(given === '' ? {} : { given }), ...(suffix === undefined ? {} : { suffix }) };
}

function findFamily(words: readonly string[]): number {
  const plain = [words[0], words.at(-1)].map((word) => word?.normalize('NFD').replace(/\p{Mark}/gu, '') ?? '');
  const isVietnamese = plain.some((word) => VIETNAMESE.test(word));
  let start = words.length - 1;
  const isParticle = (word: string) => PARTICLE.test(word) || (!isVietnamese && CAPITAL_PARTICLE.test(word));
  while (start > 1 && isParticle(words[start - 1] as string)) start -= 1;
  return start;
}

/** The lower-case particles before a family name, which some styles sort without: `van der` and `Maaten`. */
export function partFamily(family: string): { readonly particle?: string; readonly family: string } {
  const words = family.split(' ');
  const start = words.findIndex((word) => !PARTICLE.test(word));
  if (start < 1) return { family };
  return { particle: words.slice(0, start).join(' '), family: words.slice(start).join(' ') };
}

/** The name as papers print it, whichever way it is written: `Laurens van der Maaten`; a group without its braces, nobody with a slug. */
export function toPrintedName(name: string): string {
  if (!/[,{<]/.test(name)) return name;
  const { name: plain } = partMark(name);
  if (!/[,{]/.test(plain)) return plain;
  const { family, given, suffix } = toPersonName(plain);
  return [given, family, suffix].filter((part) => part !== undefined).join(' ');
}

/** `Patashnik, Or`, `King, Martin Luther, Jr.`; groups and single names as they are. */
export function toFamilyFirst(name: string): string {
  const { family, given, suffix } = toPersonName(name);
  return [family, given, suffix].filter((part) => part !== undefined).join(', ');
}

/** The name as a file gives it: as printed if that splits the same way, else `García Márquez, Gabriel`, `{Google DeepMind}`. */
export function toWrittenName({ family, given, suffix }: PersonName): string {
  const printed = [given, family, suffix].filter((part) => part !== undefined).join(' ');
  const read = toPersonName(printed);
  if (read.family === family && read.given === given) return printed;
  return given === undefined ? `{${family}}` : [family, suffix, given].filter((part) => part !== undefined).join(', ');
}

/** True for a name that is never split: that of several people, or one in braces, `{Google DeepMind}`. */
export function isGroup(name: string): boolean {
  return /^\{.*\}$/.test(name) || /\b(?:Collaboration|Consortium|Group|Team|Project|Contributors)\b/i.test(name);
}

/** True for words that mean more authors: `et al.`, `and others`. */
export function isOthers(name: string): boolean {
  return /^(?:and )?(?:others|et\.? al\.?)$/i.test(name);
}
