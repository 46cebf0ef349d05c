/** Words: a text as the terms that tell what it is about. */

/** Words of English that tell nothing; those of other languages fall by being frequent. */
const STOP_WORDS = new Set(
  (
    'about above after all also although among an and any are as at be because been before being between both but by ' +
    'can could did do does done during each either few for from further given had has have how however if in into is ' +
    'it its itself just less many may might more most much must new no nor not now of off on once one only or other ' +
    'our out over own per same several shall should since so some such than that the their them then there these they ' +
    'this those three through thus to too two under until up upon use used uses using very via was we well were what ' +
    'when where whether which while who whose why will with within without would yet you your'
  ).split(' '),
);

const TEX_COMMAND = /\\[a-z]+/gi;
/** A letter of Chinese, Japanese or Korean. */
const CJK = String.raw`(?=\p{Letter})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]`;
/** Letters of these scripts in a row, or a word of any other. */
const RUN = new RegExp(`(?:${CJK})+|(?:(?!${CJK})[\\p{Letter}\\p{Number}])+`, 'gu');
const IS_CJK = new RegExp(`^${CJK}`, 'u');

/**
 * The terms of a text in order: words in lower case without accents, and pairs of neighbouring characters where words
 * are not plainly parted (Chinese, Japanese, Korean). Commands of TeX, stop words, single letters and bare numbers are
 * left out.
 */
export function toTerms(text: string): string[] {
  const folded = text
    .replace(TEX_COMMAND, ' ')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    // Hangul falls apart into its strokes too, and is put together again.
    .normalize('NFC')
    .toLowerCase();
  const runs = folded.match(RUN) ?? [];
  return runs
    .flatMap((run) => (IS_CJK.test(run) ? toPairs(run) : run))
    .filter((term) => !STOP_WORDS.has(term) && !/^(?:[a-z]|\d+)$/.test(term));
}

function toPairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.length === 1
    ? [run]
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
