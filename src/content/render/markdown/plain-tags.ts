/** Plain tags: reads HTML in notes that is no more than text and well-known tags with attributes in double quotes. */
import type { Properties, Text } from 'hast';
import type { Point, Position } from 'unist';

export interface PlainTag {
  readonly type: 'tag';
  readonly name: string;
  /** As in a tree of HTML; empty for an end tag. */
  readonly properties: Properties;
  readonly isEnd: boolean;
  /** True if it has no end tag and nothing inside. */
  readonly isVoid: boolean;
  readonly position: Position;
}

/** Elements without a rule of their own in the HTML standard's way to build a tree, besides those of `plain-html.ts`. */
const NAMES = new Set(
  `a b br center code del details div em figcaption figure hr i img ins kbd mark p q s samp small span strong sub summary
  sup u var`.split(/\s+/),
);
const VOID = new Set(['br', 'hr', 'img']);

/** A stretch of text or a tag; neither has entities. */
const PART = /([^<&\r\0]+)|<(\/?)([a-z]+\d?)((?:\s+[a-z]+="[^"&<>\r\0]*"|\s+open)*)\s*(\/?)>/y;
const ATTRIBUTE = /([a-z]+)(?:="([^"]*)")?/g;
const TEXT_ATTRIBUTES = new Set(['align', 'alt', 'dir', 'href', 'id', 'lang', 'src', 'title']);
const NUMBER_ATTRIBUTES = new Set(['height', 'width']);

/** The parts of some HTML that begins at `start`, in order, each with its place; `undefined` if one of them is not plain. */
export function readPlainHtml(html: string, start: Point | undefined): readonly (Text | PlainTag)[] | undefined {
  if (start === undefined) return undefined;
  const parts: (Text | PlainTag)[] = [];
  let from = start;
  for (let index = 0; index < html.length; index = PART.lastIndex) {
    PART.lastIndex = index;
    const match = PART.exec(html);
    if (match === null) return undefined;
    const position = { start: from, end: advance(from, match[0]) };
    from = position.end;
    if (match[1] !== undefined) {
      parts.push({ type: 'text', value: match[1], position });
      continue;
    }
    const name = match[3] as string;
    const isEnd = match[2] === '/';
    const isVoid = VOID.has(name);
    const properties = toProperties(match[4] as string);
    const isClosed = match[5] === '/';
    if (!NAMES.has(name) || properties === undefined) return undefined;
    if (isEnd ? isVoid || isClosed || match[4] !== '' : isClosed && !isVoid) return undefined;
    parts.push({ type: 'tag', name, properties, isEnd, isVoid, position });
  }
  return parts;
}

function advance({ line, column, offset }: Point, text: string): Point {
  const last = text.lastIndexOf('\n');
  const end = offset === undefined ? {} : { offset: offset + text.length };
  if (last === -1) return { line, column: column + text.length, ...end };
  return { line: line + text.split('\n').length - 1, column: text.length - last, ...end };
}

/** Attributes as properties of a tree; `undefined` if one of them is unknown or occurs twice. */
function toProperties(attributes: string): Properties | undefined {
  const properties: Properties = {};
  for (const [, name, value] of attributes.matchAll(ATTRIBUTE)) {
    if (name === undefined || Object.hasOwn(properties, name)) return undefined;
    if (name === 'open') {
      if (value !== undefined && value !== '' && value !== 'open') return undefined;
      properties.open = true;
    } else if (value === undefined) return undefined;
    else if (NUMBER_ATTRIBUTES.has(name)) {
      properties[name] = value === '' || Number.isNaN(Number(value)) ? value : Number(value);
    } else if (TEXT_ATTRIBUTES.has(name)) properties[name] = value;
    else return undefined;
  }
  return properties;
}
