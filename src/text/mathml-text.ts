/** MathML text: a formula in one line of Unicode, for places that can hold text alone. */
import { decodeEntities } from './entities.ts';

interface Element {
  readonly name: string;
  readonly children: (Element | string)[];
}

const SUPERSCRIPTS = toMap(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzAT',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᵀ',
);
const SUBSCRIPTS = toMap('0123456789+-−=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');
/** Signs between two parts of a formula. */
const INFIX = /^[=≠≈≡≤≥<>≪≫∼≃≅∝∈∉⊂⊆⊃⊇→←↔↦⇒⇔+−±×÷·∪∩∧∨⊕⊗∘∣]$/;
/** Function application and the like, which nobody sees. */
const INVISIBLE = /[\u2061-\u2064\u200b]/g;

function toMap(from: string, to: string): ReadonlyMap<string, string> {
  const signs = Array.from(to);
  return new Map(Array.from(from).map((sign, at) => [sign, signs[at] as string]));
}

/** The text of a `math` element as KaTeX writes it: `x²`, `∥w − wₛ∥₂`, `1/N`. The TeX in it is left out. */
export function toMathText(mathml: string): string {
  return printAll(parse(mathml).children).replace(/\s+/g, ' ').trim();
}

function parse(text: string): Element {
  const root: Element = { name: '', children: [] };
  const open = [root];
  for (const [, close, name, rest = '', words] of text.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    const parent = open.at(-1) as Element;
    if (words !== undefined) parent.children.push(decodeEntities(words));
    else if (close === '/') {
      if (open.length > 1) open.pop();
    } else {
      const element = { name: name as string, children: [] };
      parent.children.push(element);
      if (!rest.endsWith('/')) open.push(element);
    }
  }
  return root;
}

function printAll(children: readonly (Element | string)[]): string {
  return children.map(print).join('');
}

function print(node: Element | string): string {
  if (typeof node === 'string') return node.replace(INVISIBLE, '');
  const { name, children } = node;
  const [one = '', two = '', three = ''] = children.map(print);
  switch (name) {
    case 'annotation':
      return '';
    case 'msup':
      return one + raise(two, SUPERSCRIPTS, '^');
    case 'msub':
      return one + raise(two, SUBSCRIPTS, '_');
    case 'msubsup':
    case 'munderover':
      return one + raise(two, SUBSCRIPTS, '_') + raise(three, SUPERSCRIPTS, '^');
    case 'munder':
      return one + raise(two, SUBSCRIPTS, '_');
    case 'mover':
      return one;
    case 'mfrac':
      return `${group(one)}/${group(two)}`;
    case 'msqrt':
      return `√${group(printAll(children))}`;
    case 'mspace':
    case 'mtr':
      return `${printAll(children)} `;
    case 'mo': {
      const sign = printAll(children);
      return INFIX.test(sign) ? ` ${sign} ` : sign === ',' ? ', ' : sign;
    }
    default:
      return printAll(children);
  }
}

/** Raised or lowered, if there is a sign for each of its letters. */
function raise(text: string, signs: ReadonlyMap<string, string>, mark: string): string {
  const plain = text.replace(/\s+/g, '');
  const letters = Array.from(plain);
  if (letters.every((letter) => signs.has(letter))) return letters.map((letter) => signs.get(letter)).join('');
  // The prime is raised already.
  if (/^[′″‴*⊤†]+$/.test(plain)) return plain;
  return mark + (letters.length > 1 ? `(${text.trim()})` : text.trim());
}

function group(text: string): string {
  return /^[\p{L}\p{N}\p{M}]*$/u.test(text) ? text : `(${text.trim()})`;
}
