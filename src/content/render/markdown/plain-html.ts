/** Plain HTML: joins the tags in notes to elements, if they are written so plainly that an HTML parser would do the same. */
import type { Element, ElementContent, Properties, Root, RootContent, Text } from 'hast';
import type { Position } from 'unist';
import { type PlainTag, readPlainHtml } from './plain-tags.ts';

/** Where in the tree the next node goes. */
interface Level {
  readonly children: RootContent[];
  /** The element if a tag in the notes opened it. */
  readonly opened?: Element;
  /** True if blocks may stand here, as in a list item; false in a paragraph, which a block would end. */
  readonly hasBlocks: boolean;
  /** True inside a link, where no other may begin. */
  readonly isLink: boolean;
}

/** Elements of Markdown that may contain blocks; the others contain text, or parts of their own. */
const CONTAINERS = new Set(['blockquote', 'li', 'ol', 'ul']);
const MARKDOWN_BLOCKS = new Set([
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'ol',
  'p',
  'pre',
  'table',
  'ul',
]);
const BLOCK_TAGS = new Set(['center', 'details', 'div', 'figcaption', 'figure', 'summary']);
/** Properties that Markdown sets, and that mean the same as attributes. */
const TEXTS = new Set(['align', 'alt', 'href', 'src', 'title', 'type']);

/**
 * The tree that the HTML standard makes of `tree`, whose raw nodes are the tags in the notes, with the same positions;
 * `undefined` if that takes a real parser: anything but plain tags, each closed in its place and where it may stand.
 */
export function joinPlainHtml(tree: Root): Root | undefined {
  const children = joinChildren(tree.children, { hasBlocks: true, isLink: false });
  return children === undefined ? undefined : { type: 'root', children };
}

function joinChildren(
  nodes: readonly RootContent[],
  { hasBlocks, isLink }: Pick<Level, 'hasBlocks' | 'isLink'>,
): RootContent[] | undefined {
  const children: RootContent[] = [];
  const levels: Level[] = [{ children, hasBlocks, isLink }];
  for (const node of nodes) {
    const isJoined =
      node.type === 'text'
        ? addText(levels, node)
        : node.type === 'element'
          ? addElement(levels, node)
          : node.type === 'raw' && addRaw(levels, node.value, node.position?.start);
    if (!isJoined) return undefined;
  }
  return levels.length === 1 ? children : undefined;
}

/** An HTML parser makes one text of those side by side, from the start of the first to the end of the last. */
function addText(levels: readonly Level[], node: Text): boolean {
  const { children } = levels.at(-1) as Level;
  const last = children.at(-1);
  if (node.value === '') return true;
  if (last?.type !== 'text') {
    children.push(node);
    return true;
  }
  const start = last.position?.start;
  const end = node.position?.end;
  const position = start === undefined && end === undefined ? {} : { position: { start, end } as Position };
  children[children.length - 1] = { type: 'text', value: last.value + node.value, ...position };
  return true;
}

function addElement(levels: readonly Level[], element: Element): boolean {
  const level = levels.at(-1) as Level;
  const { tagName } = element;
  if (MARKDOWN_BLOCKS.has(tagName) && !level.hasBlocks) return false;
  if ((tagName === 'a' && level.isLink) || (tagName === 'pre' && !beginsWithText(element))) return false;
  const properties = toPlainProperties(element.properties);
  const children = joinChildren(element.children, {
    hasBlocks: CONTAINERS.has(tagName),
    isLink: level.isLink || tagName === 'a',
  });
  if (properties === undefined || children === undefined) return false;
  const position = element.position === undefined ? {} : { position: element.position };
  level.children.push({ type: 'element', tagName, properties, children: children as ElementContent[], ...position });
  return true;
}

/** False if it is empty or begins with a line feed: parsers ignore the first one after `<pre>`, and some a later one. */
function beginsWithText({ children: [first] }: Element): boolean {
  if (first?.type === 'element') return beginsWithText(first);
  return first?.type === 'text' && /^[^\n]/.test(first.value);
}

/** As they are after a detour as attributes; `undefined` if that is not certain. */
function toPlainProperties(properties: Properties): Properties | undefined {
  const plain: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    const isPlain =
      (typeof value === 'string' && TEXTS.has(name)) ||
      (value === true && (name === 'checked' || name === 'disabled')) ||
      (typeof value === 'number' && name === 'start') ||
      (Array.isArray(value) && name === 'className' && value.every((part) => /^\S+$/.test(String(part))));
    if (!isPlain) return undefined;
    plain[name] = value;
  }
  return plain;
}

function addRaw(levels: Level[], html: string, start: Parameters<typeof readPlainHtml>[1]): boolean {
  const parts = readPlainHtml(html, start);
  return parts?.every((part) => (part.type === 'text' ? addText(levels, part) : addTag(levels, part))) ?? false;
}

function addTag(levels: Level[], tag: PlainTag): boolean {
  const level = levels.at(-1) as Level;
  const { name, position } = tag;
  if (tag.isEnd) {
    const { opened } = level;
    if (opened?.tagName !== name) return false;
    if (opened.position !== undefined) opened.position.end = position.end;
    levels.pop();
    return true;
  }
  const isBlock = BLOCK_TAGS.has(name) || name === 'p' || name === 'hr';
  if ((isBlock && !level.hasBlocks) || (name === 'a' && level.isLink)) return false;
  const element: Element = { type: 'element', tagName: name, properties: tag.properties, children: [], position };
  level.children.push(element);
  if (tag.isVoid) return true;
  levels.push({
    children: element.children,
    opened: element,
    hasBlocks: BLOCK_TAGS.has(name),
    isLink: level.isLink || name === 'a',
  });
  return true;
}
