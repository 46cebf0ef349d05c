/** BibTeX names: the authors of a record, written as in a paper's file. */

import type { Remark } from '../model/paper-fields.ts';
import { MORE_AUTHORS } from '../text/author-list.ts';
import { isGroup, isOthers, toWrittenName } from '../text/person-name.ts';
import { toTexText } from '../text/tex-text.ts';

/**
 * Names separated by "and", each as a file gives it: `Patashnik, Or` is Or Patashnik; "others" comes last, as `et al.`
 * The groups in INSPIRE's field `collaboration` come first, as on arXiv. DBLP's numbers for namesakes, `Wei Zhang 0042`,
 * are left out, with a remark.
 */
export function readBibtexNames(
  author: string,
  collaboration: string,
): { readonly authors: readonly string[]; readonly remarks: readonly Remark[] } {
  const names = splitOutsideBraces(author.replace(/\s+/g, ' '), / and /y)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const people = names.filter((name) => !isOthers(name.replace(/[{}]/g, '')));
  const numbered = people.filter((name) => DBLP_NUMBER.test(name)).map(toTexText);
  const written = people.map((name) => toWritten(name.replace(DBLP_NUMBER, ''))).filter((name) => name !== '');
  const groups = toGroups(collaboration).filter((group) => !written.some((name) => isSameGroup(name, group)));
  const authors = [...groups, ...written, ...(people.length < names.length ? [MORE_AUTHORS] : [])];
  return { authors, remarks: numbered.length === 0 ? [] : [toNamesakeRemark(numbered)] };
}

/** Four digits, by which DBLP tells namesakes apart. */
const DBLP_NUMBER = /(?<=\p{Letter}\S*) \d{4}(?=\}*$|,)/u;

function toNamesakeRemark(numbered: readonly string[]): Remark {
  const names = numbered.map((name) => `\`${name}\``);
  const last = names.pop() as string;
  const [list, are, them] =
    names.length === 0 ? [last, 'has', 'this name'] : [`${names.join(', ')} and ${last}`, 'have', 'these names'];
  return {
    rule: 'author-namesake',
    message: `${list} ${are} a number in DBLP, because several people share ${them}; it is left out.`,
    hint: 'On the site, a name is one author with one page: check whether other papers of the list mean someone else by it.',
  };
}

/** `ATLAS` is the ATLAS Collaboration; `LIGO Scientific, Virgo` are two. */
function toGroups(collaboration: string): readonly string[] {
  return splitOutsideBraces(collaboration.replace(/\s+/g, ' '), /\s*(?:[,;]| and | & | \\& )\s*/y)
    .map((name) => toTexText(name).replace(/^(?:for |on behalf of )?(?:the )?/i, ''))
    .filter((name) => name !== '')
    .map((name) => (isGroup(name) ? name : `${name} Collaboration`));
}

function isSameGroup(name: string, group: string): boolean {
  const toKey = (text: string) => text.replace(/^the /i, '').replace(/[{}]/g, '').toLowerCase();
  return toKey(name) === toKey(group);
}

/** What a reference manager mistakes for the family name of a group: `Team, Gemini`, `Collaboration, ATLAS`. */
const GROUP_WORD = /^(?:collaborations?|consortium|team)$/i;

function toWritten(name: string): string {
  const parts = splitOutsideBraces(name, /,/y);
  const [family = '', second = '', third = ''] = parts.map(toTexText);
  // Three parts are `von Last, Jr, First`.
  if (third !== '') return toWrittenName({ family, given: third, ...(second === '' ? {} : { suffix: second }) });
  if (second !== '' && GROUP_WORD.test(family)) return toWrittenName({ family: `${second} ${family}` });
  if (second !== '') return toWrittenName({ family, given: second });
  const words = splitOutsideBraces(name, / /y);
  const last = words.pop() as string;
  // Braces of its own mark a family name of several words, or a group.
  const isBraced = last.startsWith('{') && last.endsWith('}') && /\s/.test(last);
  if (!isBraced || words.some((word) => word.startsWith('{'))) return family;
  return toWrittenName({
    family: toTexText(last),
    ...(words.length === 0 ? {} : { given: toTexText(words.join(' ')) }),
  });
}

function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    separator.lastIndex = at;
    const found = depth === 0 ? separator.exec(text)?.[0] : undefined;
    const piece = found ?? text.slice(at, text[at] === '\\' ? at + 2 : at + 1);
    if (found !== undefined) parts.push('');
    else parts[parts.length - 1] += piece;
    if (piece === '{') depth += 1;
    if (piece === '}') depth -= 1;
    at += piece.length;
  }
  return parts;
}
