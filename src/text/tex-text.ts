/** TeX text: titles, names and abstracts with TeX in them, as the Unicode text that a paper's file holds. */
import { splitFormulas } from './formulas.ts';

/** Combining characters of the accents of LaTeX; see "Accents" in the LaTeX2e reference, https://latexref.xyz/Accents.html */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Placeholders for braces that are meant, while the others are removed. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
/** A placeholder for nothing, between two signs that would otherwise become one. */
const NOTHING = '\ue002';

/** Letters and signs by their commands. */
const SIGNS: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  i: 'ı',
  j: 'ȷ',
  l: 'ł',
  L: 'Ł',
  ng: 'ŋ',
  NG: 'Ŋ',
  o: 'ø',
  O: 'Ø',
  oe: 'œ',
  OE: 'Œ',
  ss: 'ß',
  th: 'þ',
  TH: 'Þ',
  copyright: '©',
  dots: '…',
  ldots: '…',
  pounds: '£',
  texteuro: '€',
  textmu: 'µ',
  textparagraph: '¶',
  textperiodcentered: '·',
  textpm: '±',
  textquotedbl: '"',
  textquotesingle: "'",
  textsection: '§',
  texttimes: '×',
  textasciicircum: '^',
  textasciitilde: '~',
  textbackslash: '\\',
  textbar: '|',
  textbraceleft: OPEN,
  textbraceright: CLOSE,
  textbullet: '•',
  textdegree: '°',
  textdiv: '÷',
  // A dollar that does not begin a formula.
  textdollar: '\\$',
  textellipsis: '…',
  textemdash: '—',
  textendash: '–',
  textgreater: '>',
  textless: '<',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  textregistered: '®',
  texttrademark: '™',
  textunderscore: '_',
};

/**
 * One line of text: accents and signs as Unicode, commands and braces removed, their words kept; formulas between
 * dollars stay TeX, and `\$` stays a dollar that does not begin one.
 */
export function toTexText(tex: string): string {
  const inDollars = toDollars(tex.replace(/\s+/g, ' ')).replace(
    /\\ensuremath\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g,
    '$$$1$$',
  );
  const parts = splitFormulas(inDollars).map(({ text, isFormula }) => (isFormula ? `$${text}$` : toPlain(text)));
  // Braces around nothing but a formula: `{$\beta$}-VAE`.
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** `\(x\)` becomes `$x$`. One pass, however many are never closed. */
function toDollars(tex: string): string {
  let text = '';
  let from = 0;
  for (let open = tex.indexOf('\\('); open !== -1; open = tex.indexOf('\\(', from)) {
    const close = tex.indexOf('\\)', open + 2);
    if (close === -1) break;
    text += `${tex.slice(from, open)}$${tex.slice(open + 2, close).trim()}$`;
    from = close + 2;
  }
  return text + tex.slice(from);
}

function toPlain(tex: string): string {
  return tex
    .replace(/(?<!\\)~/g, ' ')
    .replace(/\\href\s*\{[^{}]*\}\s*\{/g, '{')
    .replace(/\\([`'^~=."])\s*(?:\{\s*(\\?[A-Za-z]|)\s*\}|(\\[ij](?![A-Za-z])|\p{Letter}))/gu, toAccented)
    .replace(/\\([uvHcdbkr])(?:\s*\{\s*(\\?[A-Za-z]|)\s*\}|\s+(\\[ij](?![A-Za-z])|\p{Letter}))/gu, toAccented)
    .replace(/\\([A-Za-z]+)\*?(\s*\{\}|\s*(?=\{)|\s*)/g, toCommandText)
    .replace(/\\([&%#_{}\\ ,;:!/-])/g, (_, sign: string) => ESCAPED[sign] ?? sign)
    .replace(/(?<=[-'`?!])\{\}(?=[-'`])/g, NOTHING)
    .replace(/[{}]/g, '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replaceAll(OPEN, '{')
    .replaceAll(CLOSE, '}')
    .replaceAll(NOTHING, '');
}

/** What an escaped sign becomes, if not the sign itself. */
const ESCAPED: Readonly<Record<string, string>> = {
  '{': OPEN,
  '}': CLOSE,
  '\\': ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  '!': '',
  '/': '',
  '-': '',
};

function toAccented(_: string, accent: string, braced: string | undefined, bare: string | undefined): string {
  const letter = (braced ?? bare ?? '').replace('\\', '');
  if (letter === '') return accent;
  // An accent above a dotless letter is the accented letter itself.
  return `${letter}${ACCENTS[accent]}`.normalize('NFC');
}

/** Commands that only change how words look. */
const LOOKS = /^(?:bf|em|it|rm|sc|sf|sl|tt|\w+(?:series|shape|family)|xspace|protect|noindent|newline|par|relax)$/;

/** A sign by its command; nothing for a command with an argument, which is kept; else the command's name, for want of better. */
function toCommandText(whole: string, name: string, after: string, at: number, tex: string): string {
  if (Object.hasOwn(SIGNS, name)) return SIGNS[name] as string;
  const hasArgument = tex[at + whole.length] === '{';
  return hasArgument || LOOKS.test(name) ? '' : `${name}${after.replace(/\S+/, '')}`;
}
