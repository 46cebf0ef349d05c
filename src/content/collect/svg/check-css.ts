/** Check CSS: finds in the styles of a figure what loads something or is not known to be harmless. */
import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';
import { quote } from '../../../text/quote.ts';
import { ALL_ELEMENTS, type Selector, toSelectors } from './css-selectors.ts';
import { CSS_FUNCTIONS, CSS_RULES, REFERRING_PROPERTIES } from './svg-names.ts';

/** What is not allowed in a figure; offsets in UTF-16 units of the CSS, `end` one past the last. */
interface CssFinding {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** What `fill: url(#shade)` or `href="#shade"` names; the property of the latter is `href`. */
export interface Reference {
  readonly id: string;
  readonly property: string;
}

/** A reference in CSS, and the elements it applies to; none are named for the CSS of an attribute. */
export interface CssReference extends Reference {
  readonly selectors: readonly Selector[];
}

export interface CssRead {
  readonly findings: readonly CssFinding[];
  readonly references: readonly CssReference[];
}

/** The value of a `style` attribute, a whole style sheet, or the value of one property. */
export type CssContext = 'declarations' | 'sheet' | { readonly property: string };

/** A block of the style sheet: the name of its rule, empty for one that has selectors, and what it styles. */
interface Block {
  readonly rule: string;
  readonly selectors: readonly Selector[];
}

const FRAGMENT = /^#[^\s#"'()\\<>]+$/;
const FONT =
  /^data:(?:font\/(?:woff2?|ttf|otf|truetype|opentype)|application\/(?:x-)?font-(?:woff2?|ttf|otf|truetype|opentype))(?:;charset=utf-8)?;base64,[\sA-Za-z0-9+/=]*$/;
const REMOVE = 'Remove it: the styles of a figure may set colours, fonts and lines, and load nothing.';

/**
 * Checks every token of CSS, wherever it occurs: only known functions and rules are allowed, `url()` with nothing but
 * the id of an element, and fonts that are in the file itself. It sees what browsers see, escapes decoded and comments
 * gone, since it splits the text as they do (https://www.w3.org/TR/css-syntax-3/#tokenization), in linear time.
 */
export function checkCss(css: string, context: CssContext): CssRead {
  const findings: CssFinding[] = [];
  const references: CssReference[] = [];
  const blocks: Block[] = [];
  const fixed = typeof context === 'object' ? context.property : undefined;
  let rule = '';
  let property = fixed;
  let name: string | undefined;
  let prelude: CSSToken[] = [];
  const begin = () => {
    rule = '';
    property = fixed;
    name = undefined;
    prelude = [];
  };
  const add = (token: CSSToken, message: string, hint = REMOVE) => {
    findings.push({ start: token[2], end: token[3] + 1, message, hint });
  };
  const judge = (token: CSSToken, target: string) => {
    const block = blocks.at(-1);
    const isFont = block?.rule === 'font-face';
    if (isFont && property === 'src' && FONT.test(target)) return;
    if (!FRAGMENT.test(target)) {
      const hint = isFont
        ? 'Embed the font (`data:font/woff2;base64,…`), convert its text to paths, or remove the rule.'
        : 'Refer to something in the file itself, as in `url(#shade)`.';
      add(token, `${quote(`url(${target})`)} points outside the figure.`, hint);
    } else if (property === undefined || !REFERRING_PROPERTIES.has(property)) {
      add(token, `${quote(`url(${target})`)} is not allowed in ${quote(property ?? 'this place')}.`);
    } else {
      references.push({ id: target.slice(1), property, selectors: block?.selectors ?? [] });
    }
  };
  const tokens = tokenize({ css });
  for (const [at, token] of tokens.entries()) {
    prelude.push(token);
    switch (token[0]) {
      case TokenType.AtKeyword:
        rule = token[4].value.toLowerCase();
        if (context !== 'sheet' || !CSS_RULES.has(rule)) add(token, `${quote(`@${rule}`)} is not allowed in a figure.`);
        break;
      case TokenType.OpenCurly:
        blocks.push({ rule, selectors: selectorsOf(rule, prelude, blocks.at(-1)) });
        begin();
        break;
      case TokenType.CloseCurly:
        blocks.pop();
        begin();
        break;
      case TokenType.Semicolon:
        begin();
        break;
      case TokenType.Ident:
        name ??= token[4].value.toLowerCase();
        break;
      case TokenType.Colon:
        property ??= name;
        break;
      case TokenType.URL:
        judge(token, token[4].value);
        break;
      case TokenType.BadURL:
        add(token, 'An address in a style of the figure cannot be read.');
        break;
      case TokenType.Function: {
        const called = token[4].value.toLowerCase();
        if (called === 'url') judge(token, argumentOf(tokens, at + 1));
        else if (!CSS_FUNCTIONS.has(called)) add(token, `${quote(`${called}()`)} is not allowed in a figure.`);
        break;
      }
    }
  }
  return { findings, references };
}

/** What a block styles. Animations style whatever names them, so their steps count for all elements. */
function selectorsOf(rule: string, prelude: readonly CSSToken[], parent: Block | undefined): readonly Selector[] {
  if (parent?.rule.endsWith('keyframes')) return ALL_ELEMENTS;
  return rule === '' ? toSelectors(prelude) : (parent?.selectors ?? []);
}

/** The string between the brackets if it is alone there; anything else gives text that no check accepts. */
function argumentOf(tokens: readonly CSSToken[], from: number): string {
  let at = from;
  const skip = () => {
    while (tokens[at]?.[0] === TokenType.Whitespace || tokens[at]?.[0] === TokenType.Comment) at += 1;
  };
  skip();
  const token = tokens[at];
  if (token?.[0] !== TokenType.String) return token?.[1] ?? '';
  at += 1;
  skip();
  const isAlone =
    tokens[at] === undefined || [TokenType.CloseParen, TokenType.EOF].includes(tokens[at]?.[0] as TokenType);
  return isAlone ? token[4].value : `${token[1]} …`;
}
