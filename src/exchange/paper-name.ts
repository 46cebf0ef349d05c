/** Paper name: chooses the file name of a new paper. */

import type { PaperFields } from '../model/paper-fields.ts';
import { isPageName, type Slug, toSlug } from '../model/slug.ts';
import { splitFormulas } from '../text/formulas.ts';
import { isLeftAlone } from '../text/left-alone.ts';

const MOST_WORDS = 6;
/** Words that a name does not end in. */
const JOINTS = /^(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|the|to|using|via|with)$/i;

/**
 * A name that is not taken: from the short name, else from the first words of the title; if that is taken, followed by
 * the year, then by a number. `toAscii` spells other scripts in ASCII, as well as the caller can.
 */
export function toFreeSlug(
  { short, title, year }: PaperFields,
  taken: ReadonlySet<string>,
  toAscii: (text: string) => string,
): Slug {
  const words = splitFormulas(title)
    .map(({ text, isFormula }) => (isFormula ? ' ' : text))
    .join('')
    .trim()
    .split(/\s+/)
    .slice(0, MOST_WORDS);
  while (words.length > 1 && JOINTS.test(words.at(-1) as string)) words.pop();
  const name = toSlug(toAscii(short ?? '')) ?? toSlug(toAscii(words.join(' '))) ?? toSlug(toAscii(title)) ?? 'paper';
  const base = (isFileName(name) ? name : `${name}-paper`).slice(0, 70).replace(/-+$/, '');
  const candidates = [base, ...(year === undefined ? [] : [`${base}-${year}`])];
  for (let number = 2; ; number += 1) {
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined && isFileName(free)) return free;
    candidates.push(`${base}-${number}`);
  }
}

/** True if a file of this name is a paper: `readme.md` is not. */
function isFileName(name: string): name is Slug {
  return isPageName(name) && !isLeftAlone(`${name}.md`);
}
