/** Words: cuts text into terms for search, in the same way when the index is built and when a reader searches. */

/** A term, and the stretch of the text (UTF-16 units, end exclusive) that it comes from. */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Longer terms are cut: nobody types them, and they would fill the index. */
const LONGEST_TERM = 40;

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u30fc';
const RUN = new RegExp(`(?:(?=\\p{L})[${CJK}])+|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
/** The same for plain ASCII, which most text is: checking every letter against Unicode takes ten times as long. */
const IS_PLAIN = /^[\x00-\x7f]*$/;
const PLAIN_RUN = /[a-z0-9]+/gi;
const IS_CJK = new RegExp(`^[${CJK}]`, 'u');
/** The place inside a word at which another begins: `Style|CLIP`, `CLIP|Draw`, `3D|Diffusion`. */
const JOINT = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/** Words that hyphens join into one name: `CLIP-NeRF`, `zero-shot`, `DALL·E`. */
const HYPHEN = '[-\\u2010\\u2011\\u00b7]';
const JOINED = new RegExp(`[\\p{L}\\p{N}\\p{M}]+(?:${HYPHEN}[\\p{L}\\p{N}\\p{M}]+)+`, 'gu');
const HYPHENS = new RegExp(HYPHEN, 'g');

const HAS_CAPITAL_INSIDE = /.\p{Lu}/u;

/** Letters that Unicode does not decompose into a letter and an accent. */
const FOLDS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
  ß: 'ss',
};

/** Lower case, without accents: `Günel` and `GUNEL` are `gunel`. Hangul stays whole. Expects only letters and digits. */
function fold(text: string): string {
  if (IS_PLAIN.test(text)) return text.toLowerCase().slice(0, LONGEST_TERM);
  return (
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[æðøþđıłœß]/g, (letter) => FOLDS[letter] as string)
      // A ligature may decompose into several words, a numeral into a digit and a full stop.
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .normalize('NFC')
      .slice(0, LONGEST_TERM)
  );
}

/**
 * The words of a text in order. Scripts without spaces are cut into pairs of letters that overlap (`图像编辑`: 图像, 像编,
 * 编辑), a letter alone stays alone; a TeX command is its name (`\beta`: beta). With `hasParts`, a name made of several
 * words is also found by its later words, and by all of them as one: `DietNeRF` gives `dietnerf` and `nerf`, `CLIP-NeRF`
 * ends with `clipnerf`.
 */
export function tokenize(text: string, hasParts = false): readonly Word[] {
  const isPlain = IS_PLAIN.test(text);
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(isPlain ? PLAIN_RUN : RUN)) {
    if (!isPlain && IS_CJK.test(run)) {
      words.push(...toPairs(run, index));
      continue;
    }
    const end = index + run.length;
    words.push({ term: fold(run), start: index, end });
    if (!hasParts || !HAS_CAPITAL_INSIDE.test(run)) continue;
    for (const joint of run.matchAll(JOINT)) {
      if (run.length - joint.index < 3) continue;
      words.push({ term: fold(run.slice(joint.index)), start: index + joint.index, end });
    }
  }
  for (const { 0: name, index } of hasParts ? text.matchAll(JOINED) : []) {
    words.push({ term: fold(name.replace(HYPHENS, '')), start: index, end: index + name.length });
  }
  return words.filter(({ term }) => term !== '');
}

function toPairs(run: string, start: number): Word[] {
  const letters = Array.from(run);
  const words: Word[] = [];
  let at = start;
  letters.forEach((letter, index) => {
    const next = letters[index + 1];
    const text = letter + (next ?? '');
    if (next !== undefined || letters.length === 1) {
      words.push({ term: fold(text), start: at, end: at + text.length });
    }
    at += letter.length;
  });
  return words;
}

/** The terms of a text, as an index and a query hold them. */
export function toTerms(text: string, hasParts = false): string[] {
  return tokenize(text, hasParts).map(({ term }) => term);
}

const DOI = /10\.(?!48550\/)\d{4,9}\/[^?#]+/;
const ARXIV =
  /(?:^|[/:]|arxiv\.)(\d\d(?:0[1-9]|1[0-2])\.\d{1,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d*)?(?:\.pdf)?\/?(?:[?#].*)?$/;

/**
 * The single term for an arXiv id or a DOI, bare or in an address: `2103.00020`, `10.1145/3528223.3530164`; `undefined`
 * if the text, which has no spaces, is not one. The beginning of an id counts too, for a reader who is typing it.
 */
export function toIdTerm(text: string): string | undefined {
  const plain = text.toLowerCase().replace(/[.,;)]+$/, '');
  return DOI.exec(plain)?.[0] ?? ARXIV.exec(plain)?.[1]?.replace(/\.[a-z]{2}\//, '/');
}

/** The term of a whole name, which the index has besides the words in it: `CLIP-NeRF` is `=clipnerf`. */
export function toNameTerm(name: string): string {
  return `=${toTerms(name).join('')}`;
}
