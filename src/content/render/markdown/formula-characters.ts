/** Formula characters: advice about characters that KaTeX shows in a formula and LaTeX does not know there. */
import { quote } from '../../../text/quote.ts';

/** How LaTeX writes signs that people type, or paste from a PDF. */
const COMMANDS: Readonly<Record<string, string>> = {
  '‖': '\\|',
  '∥': '\\parallel',
  '′': "'",
  '″': "''",
  '‴': "'''",
  '√': '\\sqrt{…}',
  '½': '\\frac{1}{2}',
  '¼': '\\frac{1}{4}',
  '¾': '\\frac{3}{4}',
  µ: '\\mu',
  '∅': '\\varnothing',
  '⊤': '\\top',
  '⊥': '\\perp',
  '†': '\\dagger',
  '‡': '\\ddagger',
  '•': '\\bullet',
  '◦': '\\circ',
  '⋆': '\\star',
  '★': '\\star',
  '□': '\\square',
  '■': '\\blacksquare',
  '△': '\\triangle',
  '–': '-',
  '—': '-',
  ø: '\\varnothing',
};

const TEXT = /\\(?:text\w*|mbox)\s*\{[^{}]*\}/g;

interface CharacterAdvice {
  readonly message: string;
  readonly hint: string;
  /** The index of the first of them in the TeX, and the length of the stretch. */
  readonly index: number;
  readonly length: number;
}

/** How many are named in a message; a formula of a hundred words need not list all. */
const NAMED = 5;

/**
 * One message for all of these characters in a formula, what to write instead, and where the first one is. `undefined`
 * if they occur only inside `\text{…}`, as words should.
 */
export function toCharacterAdvice(tex: string, foreign: ReadonlySet<string>): CharacterAdvice | undefined {
  const words = findWords(tex.replace(TEXT, ''), foreign);
  const [first] = words;
  if (first === undefined) return undefined;
  const shown = words.slice(0, NAMED);
  const names = words.length > NAMED ? [...shown.map(toInlineCode), 'others'] : shown.map(toInlineCode);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const advice = shown.map((word) => {
    if (Object.hasOwn(COMMANDS, word)) return `\`${COMMANDS[word]}\` for ${toInlineCode(word)}`;
    return /^[\s\p{Cf}]/u.test(word) ? `an ordinary space for ${toInlineCode(word)}` : quote(`\\text{${word}}`);
  });
  const message = `LaTeX does not know ${list} in a formula.`;
  return { message, hint: `Write ${advice.join(', ')}.`, index: tex.indexOf(first), length: first.length };
}

/** Each stretch of foreign letters, and each sign by itself, once. */
function findWords(tex: string, foreign: ReadonlySet<string>): readonly string[] {
  const words: string[] = [];
  let word = '';
  const end = () => {
    if (word !== '' && !words.includes(word)) words.push(word);
    word = '';
  };
  for (const character of tex) {
    const isSign = !/\p{Letter}/u.test(character);
    if (isSign || !foreign.has(character)) end();
    if (foreign.has(character)) word += character;
    if (isSign) end();
  }
  end();
  return words;
}

function toInlineCode(word: string): string {
  const code = word.codePointAt(0) as number;
  return /^[\s\p{Cf}]/u.test(word) ? `\`U+${code.toString(16).toUpperCase().padStart(4, '0')}\`` : quote(word);
}
