/** TeX writer: words, titles and addresses as values of a BibTeX record. Counted as BibTeX counts, their braces balance. */
import { isBalanced } from '../model/bibtex-records.ts';
import { splitFormulas, toWords } from '../model/formulas.ts';

/** A brace behind a backslash is a brace to BibTeX, so that it is written in letters. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
};

/** Text for TeX: its special characters written out, letters of every script as they are. */
export function toTex(text: string): string {
  return text.replace(/[\\~^{}]|[&%$#_]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}

/** In an address nothing is escaped; braces and blanks, which would end the field or the address, are percent-encoded. */
export function toVerbatim(address: string): string {
  return address.replace(/[{}\s\\]/g, (character) => encodeURIComponent(character));
}

/** A title: words with capitals inside, digits or acronyms keep them in every style; formulas stay as they are. */
export function toTexTitle(title: string): string {
  return splitFormulas(title)
    .map(({ text, isFormula }) =>
      isFormula ? toFormula(text) : toWords(text).split(/(\s+)/).map(toTitleWord).join(''),
    )
    .join('');
}

/** `CLIP`, `StyleGAN`, `3D`, `GPT-4`: braces around each part that lower-casing would spoil. */
function toTitleWord(word: string): string {
  return word
    .split(/([-–—/:,.;()]+)/)
    .map((part) => (/.\p{Lu}|\p{Lu}.*\d|\d.*\p{Lu}/u.test(part) ? `{${toTex(part)}}` : toTex(part)))
    .join('');
}

/** A formula between dollars, its written braces as commands; one whose other braces do not balance is text. */
function toFormula(formula: string): string {
  const tex = formula.replace(/\\([{}])([a-z]?)|\\[\s\S]/gi, (whole, brace: string | undefined, next: string) =>
    brace === undefined ? whole : `${brace === '{' ? '\\lbrace' : '\\rbrace'}${next === '' ? '' : ` ${next}`}`,
  );
  return isBalanced(tex) ? `{$${tex}$}` : toTex(`$${formula}$`);
}
