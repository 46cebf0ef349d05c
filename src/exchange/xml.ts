/** XML: parses the XML that services send into a tree; no validation, no document types, the same in every engine. */
import { decodeEntities } from '../text/entities.ts';

export interface XmlElement {
  /** Without its prefix: `arxiv:doi` is `doi`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly elements: readonly XmlElement[];
  /** The text of the element and of everything inside it. */
  readonly text: string;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  elements: XmlElement[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![A-Z][^>[]*>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;

/**
 * The root of a document; `undefined` if the text is not well-formed, such as one that was cut off. A document type
 * with declarations of its own is refused, so no entity can expand. https://www.w3.org/TR/xml/
 */
export function readXml(xml: string): XmlElement | undefined {
  const root: Open = { name: '', attributes: {}, elements: [], text: '' };
  const open = [root];
  let end = 0;
  for (const match of xml.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    const [whole, data, closed, started, attributes = '', slash, text] = match;
    const inside = open.at(-1) as Open;
    end = match.index + whole.length;
    if (data !== undefined) inside.text += data;
    else if (text !== undefined) inside.text += decodeEntities(text);
    else if (closed !== undefined) {
      if (open.length === 1 || inside.name !== closed) return undefined;
      close(open);
    } else if (started !== undefined) {
      open.push({ name: started, attributes: toAttributes(attributes), elements: [], text: '' });
      if (slash === '/') close(open);
    }
  }
  const isWhole = end === xml.replace(/^\ufeff/, '').length && open.length === 1 && root.elements.length === 1;
  return isWhole && root.text.trim() === '' ? root.elements[0] : undefined;
}

function close(open: Open[]): void {
  const done = open.pop() as Open;
  const parent = open.at(-1) as Open;
  parent.elements.push({ ...done, name: done.name.replace(/^.*:/, '') });
  if (open.length > 1) parent.text += done.text;
}

function toAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(pairs.map(([, name, double, single]) => [name, decodeEntities(double ?? single ?? '')]));
}
