/** SVG advice: how to fix an element, an attribute or a fault that keeps a figure from being published. */
import { quote } from '../../../text/quote.ts';
import { XHTML_NAMESPACE } from './svg-names.ts';
import type { XmlElement } from './walk-xml.ts';

const HOW_TO_EXPORT = 'Remove it, or export the figure as plain SVG.';
const STILL = 'Remove it: figures do not move.';
const HTML =
  'Write text as SVG text: in Mermaid set `htmlLabels: false`, in draw.io switch off `Formatted Text` and `Word Wrap`.';

const OF_ELEMENTS: Readonly<Record<string, string>> = {
  script: 'Remove it: figures may not run scripts.',
  handler: 'Remove it: figures may not run scripts.',
  listener: 'Remove it: figures may not run scripts.',
  foreignobject: HTML,
  set: STILL,
  discard: STILL,
  animate: STILL,
  animatecolor: STILL,
  animatemotion: STILL,
  animatetransform: STILL,
  mpath: STILL,
  video: STILL,
  audio: STILL,
  tref: 'Write the text itself.',
  iframe: 'Remove it: a figure cannot contain another page.',
  'color-profile': 'Export the figure in sRGB.',
};

/** The hint for an element that is not in the table. */
export function adviseElement({ namespace, local }: Pick<XmlElement, 'namespace' | 'local'>): string {
  if (namespace === '') return 'Declare `xmlns="http://www.w3.org/2000/svg"` on the `<svg>` element.';
  const name = local.toLowerCase();
  if (Object.hasOwn(OF_ELEMENTS, name)) return OF_ELEMENTS[name] as string;
  return namespace === XHTML_NAMESPACE ? HTML : HOW_TO_EXPORT;
}

/** The hint for an attribute that is not in the table. */
export function adviseAttribute(name: string): string {
  if (/^on/i.test(name)) return 'Remove it: figures may not run scripts.';
  return HOW_TO_EXPORT;
}

/** What the parser says, turned into a message and a hint. */
export function adviseFault(fault: string): { readonly message: string; readonly hint: string } {
  const unclosed = /^unclosed tag: (.*)$/s.exec(fault)?.[1];
  if (unclosed !== undefined) {
    const tag = `</${unclosed}>`;
    return {
      message: `${quote(`<${unclosed}>`)} is never closed.`,
      hint: `Close it with ${quote(tag)}, or export the figure again: the file may be cut off.`,
    };
  }
  const words = fault.replace(/\.$/, '');
  const message = `The figure is not well-formed XML: ${quote(words)}.`;
  if (words.includes('entity')) {
    return {
      message,
      hint: 'Write the character itself; SVG knows only `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`.',
    };
  }
  if (words.startsWith('duplicate attribute')) return { message, hint: 'Delete one of the two.' };
  if (words.startsWith('unbound namespace prefix')) {
    return {
      message,
      hint: 'Declare the prefix with `xmlns:…` on the `<svg>` element, or export the figure as plain SVG.',
    };
  }
  return { message, hint: 'Export the figure again from the program that drew it. A browser shows where it breaks.' };
}
