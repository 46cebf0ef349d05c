/** Person name: a name as bibliographies and indexes sort it, by family. */

export interface PersonName {
  readonly family: string;
  /** Missing for mononyms and collaborations. */
  readonly given?: string;
  /** `Jr.`, `III`. */
  readonly suffix?: string;
}

const PARTICLE = /^(?:al|bin|da|de|del|della|den|der|di|dos|du|el|la|le|ten|ter|van|vom|von|zu|zum|zur)$/;
const SUFFIX = /^(?:Jr\.?|Sr\.?|I{2,3}|IV)$/;
const CJK = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+$/;

/**
 * Splits a name as papers print it: the last word is the family name, with the lower-case particles before it
 * (`Laurens van der Maaten`), or what stands before a comma (`van der Maaten, Laurens`). A name of one word, of CJK
 * letters alone, or of a group (`ATLAS Collaboration`) stays whole.
 */
export function toPersonName(name: string): PersonName {
  const trimmed = name.trim().replace(/\s+/g, ' ');
  const comma = /^([^,]+), ([^,]+)$/.exec(trimmed);
  if (comma !== null) return { family: comma[1] as string, given: comma[2] as string };
  if (CJK.test(trimmed.replaceAll(' ', '')) || isGroup(trimmed)) return { family: trimmed };
  const words = trimmed.split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) as string) ? words.pop() : undefined;
  let start = words.length - 1;
  while (start > 1 && PARTICLE.test(words[start - 1] as string)) start -= 1;
  // `Ronan Le Bras`; not `Van`, which is a middle name in Vietnamese more often than a particle in Dutch.
  if (start > 1 && /^(?:Da|De|Del|Della|Di|Dos|Du|La|Le)$/.test(words[start - 1] as string)) start -= 1;
  const family = words.slice(start).join(' ');
  const given = words.slice(0, start).join(' ');
  return { family, ...(given === '' ? {} : { given }), ...(suffix === undefined ? {} : { suffix }) };
}

/** True for a name of several people, which is never split. */
export function isGroup(name: string): boolean {
  return /\b(?:Collaboration|Consortium|Group|Team|Project|Contributors)\b/i.test(name);
}
