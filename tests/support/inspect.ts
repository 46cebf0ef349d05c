/** Looks into built pages: their links, their ids, and what a reader finds on them. */
import { posix } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function* walk(node: Node): Generator<Element | DefaultTreeAdapterMap['textNode']> {
  if ('tagName' in node || node.nodeName === '#text') yield node as Element;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

const elementsOf = (html: string) => [...walk(parse(html))].filter((node): node is Element => 'tagName' in node);
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;

/** Links of the site's own that lead to no file, or to no id of the file. `404.html` is served from anywhere: left out. */
export function findBrokenLinks(tree: ReadonlyMap<string, Buffer>): string[] {
  const pages = [...tree.keys()].filter((path) => path.endsWith('.html'));
  const ids = new Map(
    pages.map((path) => [path, new Set(elementsOf(String(tree.get(path))).map((element) => attribute(element, 'id')))]),
  );
  return pages
    .filter((path) => path !== '404.html')
    .flatMap((path) =>
      elementsOf(String(tree.get(path))).flatMap((element) => {
        const link = attribute(element, 'href') ?? attribute(element, 'src');
        const isCanonical = attribute(element, 'rel') === 'canonical';
        if (link === undefined || isCanonical || /^(?:https?|mailto):/.test(link)) return [];
        const [address = '', fragment] = link.split('#');
        const [file = ''] = address.split('?');
        const target = file === '' ? path : posix.join(posix.dirname(path), file);
        const isThere =
          tree.has(target) && (fragment === undefined || ids.get(target)?.has(decodeURIComponent(fragment)));
        return isThere ? [] : [`${path}: ${link}`];
      }),
    );
}

/** Ids that stand more than once on a page. */
export function findDoubleIds(path: string, html: string): string[] {
  const ids = elementsOf(html).flatMap((element) => attribute(element, 'id') ?? []);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`);
}

/** Headings, links and folds of a page, one a line, for a person to review. */
export function toOutline(html: string): string {
  const lines: string[] = [];
  const textOf = (element: Element) =>
    [...walk(element)]
      .map((node) => ('value' in node ? node.value : ''))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  for (const element of elementsOf(html)) {
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (element.tagName === 'title') lines.push(`title: ${textOf(element)}`);
    if (level !== undefined) lines.push(`${'#'.repeat(Number(level))} ${textOf(element)}`);
    if (element.tagName === 'a') lines.push(`  ${textOf(element)} -> ${attribute(element, 'href') ?? 'nowhere'}`);
    if (element.tagName === 'summary') lines.push(`  [+] ${textOf(element)}`);
  }
  return `${lines.join('\n')}\n`;
}
