/**
 * TeX writer: writes words, titles and addresses as values of a BibTeX record. Counted as BibTeX counts, their braces
 * balance; none of them can be read as the beginning of a record, and none does more in a document than set type.
 */
import { findActingTex } from './acting-tex.ts';
import { isBalanced } from './brace-pairs.ts';
import { splitFormulas, unescapeDollars } from './formulas.ts';

/**
 * A brace after a backslash is a brace to BibTeX, so it is written in letters; an `@` before a word begins a record to
 * some programs.
 */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '@': '{@}',
  // The fonts that TeX begins with have other signs in these places.
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
};

/** Text for TeX: its special characters written out, letters of every script as they are. */
export function toTex(text: string): string {
  return partLigatures(text.replace(/[\\~^{}@<>|]|[&%$#_]/g, (character) => ESCAPES[character] ?? `\\${character}`));
}

/** TeX would set two hyphens as a dash, two quotes as one, and a question mark before a quote as a Spanish one. */
function partLigatures(tex: string): string {
  return tex.replace(/([-'`])(?=\1)|[?!](?=`)/g, '$&{}');
}

/**
 * In an address nothing is escaped; braces and spaces, which would end the field or the address, are percent-encoded, as
 * are backslashes and `^`, with which TeX spells commands, and an `@` that looks like the beginning of a record.
 */
export function toVerbatim(address: string): string {
  return address.replace(/[{}\s\\^]|@(?=[^(]*\()/g, (character) => encodeURIComponent(character));
}

/**
 * A title: words with capitals inside, digits or acronyms, and the words of the short name, keep their capitals in every
 * style; formulas stay as they are.
 */
export function toTexTitle(title: string, short = ''): string {
  const own = new Set(short.split(/\s+/));
  const toWord = (word: string) => toTitleWord(word, own);
  return splitFormulas(title)
    .map(({ text, isFormula }) =>
      isFormula ? toFormula(text) : unescapeDollars(text).split(SEPARATORS).map(toWord).join(''),
    )
    .join('');
}

const SEPARATORS = /([\s–—/:,.;()]+)/;
const MIXED = /.\p{Lu}|\p{Lu}.*\d|\d.*\p{Lu}/u;
const LONE = /^\p{Lu}$/u;

/**
 * Braces around what lower-casing would spoil: `CLIP`, `3D`, a whole word with such a part or of the paper's short name,
 * `StyleGAN-T`, `Tip-Adapter`; in other words a lone capital, and the capitalised part after it: `U-Net`, `{Q}-learning`.
 */
function toTitleWord(word: string, own: ReadonlySet<string>): string {
  const parts = word.split('-');
  if (parts.some((part) => MIXED.test(part)) || (parts.length > 1 && own.has(word))) return `{${toTex(word)}}`;
  if (parts.length === 1 || !parts.some((part) => LONE.test(part))) return toTex(word);
  if (parts.every((part) => /^\p{Lu}/u.test(part))) return `{${toTex(word)}}`;
  return partLigatures(parts.map((part) => (LONE.test(part) ? `{${part}}` : toTex(part))).join('-'));
}

/**
 * A formula between dollars, its escaped braces as commands; a formula whose other braces do not balance, or whose TeX
 * does more than set type, becomes text.
 */
function toFormula(formula: string): string {
  const tex = formula.replace(/\\([{}])([a-z]?)|\\[\s\S]/gi, (whole, brace: string | undefined, next: string) =>
    brace === undefined ? whole : `${brace === '{' ? '\\lbrace' : '\\rbrace'}${next === '' ? '' : ` ${next}`}`,
  );
  const isSafe = isBalanced(tex) && findActingTex(tex, 'formula') === undefined;
  return isSafe ? `{$${tex.replaceAll('@', '{@}')}$}` : toTex(`$${formula}$`);
}
