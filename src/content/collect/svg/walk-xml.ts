/** Walk XML: passes on what a strict parser with namespaces reads in a file, each part with its offsets. */
import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A part of the text, in UTF-16 units; `end` is one past the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface XmlAttribute extends Span {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Empty if it has none. */
  readonly namespace: string;
  /** With entities decoded and white space normalised as XML requires. */
  readonly value: string;
}

/** The span is that of `<name`. */
export interface XmlElement extends Span {
  readonly name: string;
  readonly local: string;
  /** Empty if it has none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
}

export interface XmlVisitor {
  readonly declaration: (version: string, encoding: string | undefined, span: Span) => void;
  /** The text between `<!DOCTYPE` and `>`. */
  readonly doctype: (text: string, span: Span) => void;
  readonly instruction: (target: string, span: Span) => void;
  readonly open: (element: XmlElement) => void;
  /** `source` is the text between the tags of the element that closes. */
  readonly close: (source: Span) => void;
  /** Text with entities decoded, and the content of CDATA; it may come in pieces. */
  readonly text: (text: string) => void;
}

/** Why the text is not well-formed XML, in the words of the parser, and where. */
export interface XmlFault extends Span {
  readonly message: string;
}

/** Thrown to leave the parser, which would otherwise go on after a fault. */
class Fault extends Error {}

/**
 * Walks the text until its end or its first fault, which it returns. Takes linear time. An exception thrown by the
 * visitor ends the walk and is passed on. Entities other than the five of XML are faults, so nothing expands.
 */
export function walkXml(text: string, visitor: XmlVisitor): XmlFault | undefined {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const opened: { readonly name: string; readonly start: number; readonly contentStart: number }[] = [];
  let start = 0;
  let attributeStart = 0;
  let spans = new Map<string, Span>();
  const spanFrom = (opening: string): Span => {
    const from = text.lastIndexOf(opening, parser.position - 1);
    return { start: Math.max(from, 0), end: parser.position };
  };
  parser.on('error', (error) => {
    throw new Fault(error.message);
  });
  parser.on('xmldecl', ({ version = '', encoding }) => {
    visitor.declaration(version, encoding, { start: 0, end: parser.position });
  });
  parser.on('doctype', (doctype) => visitor.doctype(doctype, spanFrom('<!DOCTYPE')));
  parser.on('processinginstruction', ({ target }) => visitor.instruction(target, spanFrom('<?')));
  parser.on('opentagstart', ({ name }) => {
    attributeStart = parser.position;
    start = attributeStart - name.length - 2;
    spans = new Map();
  });
  parser.on('attribute', ({ name }) => {
    const { position } = parser;
    const blanks = /\s*/y;
    blanks.lastIndex = attributeStart;
    blanks.test(text);
    spans.set(name, { start: Math.max(attributeStart, blanks.lastIndex), end: position });
    attributeStart = position;
  });
  parser.on('opentag', (tag) => {
    opened.push({ name: tag.name, start, contentStart: parser.position });
    visitor.open(toElement(tag, start, spans));
  });
  parser.on('closetag', (tag) => {
    const { contentStart = 0 } = opened.pop() ?? {};
    visitor.close({
      start: contentStart,
      end: tag.isSelfClosing ? contentStart : text.lastIndexOf('</', parser.position - 1),
    });
  });
  parser.on('text', (piece) => visitor.text(piece));
  parser.on('cdata', (piece) => visitor.text(piece));
  try {
    parser.write(text).close();
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const unclosed = opened.at(-1);
    if (error.message.startsWith('unclosed tag') && unclosed !== undefined) {
      return { message: error.message, start: unclosed.start, end: unclosed.start + 1 + unclosed.name.length };
    }
    const end = Math.min(Math.max(parser.position, 1), text.length);
    return { message: error.message, start: Math.max(end - 1, 0), end };
  }
}

function toElement(tag: SaxesTagNS, start: number, spans: ReadonlyMap<string, Span>): XmlElement {
  const end = start + 1 + tag.name.length;
  const attributes = Object.values(tag.attributes).map(({ name, local, uri, value }) => {
    return { name, local, namespace: uri, value, ...(spans.get(name) ?? { start, end }) };
  });
  return { name: tag.name, local: tag.local, namespace: tag.uri, attributes, start, end };
}
