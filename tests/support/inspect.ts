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

interface PageParts {
  readonly path: string;
  readonly ids: readonly string[];
  /** What links and pictures name. */
  readonly links: readonly string[];
}

function readPage(path: string, html: string): PageParts {
  const elements = elementsOf(html);
  return {
    path,
    ids: elements.flatMap((element) => attribute(element, 'id') ?? []),
    links: elements
      .filter((element) => attribute(element, 'rel') !== 'canonical')
      .flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? []),
  };
}

/**
 * Links of the site's own that lead to no file, or to no id of the file, and ids that stand more than once on a page.
 * `404.html` is served from anywhere: its links are left out.
 */
export function findFaults(site: Iterable<readonly [path: string, content: string | Buffer]>): string[] {
  const files = [...site];
  const paths = new Set(files.map(([path]) => path));
  const pages = files.filter(([path]) => path.endsWith('.html')).map(([path, html]) => readPage(path, String(html)));
  const idsOf = new Map(pages.map(({ path, ids }) => [path, new Set(ids)]));
  return pages.flatMap(({ path, ids, links }) => {
    const twice = ids.length === idsOf.get(path)?.size ? [] : ids.filter((id, at) => ids.indexOf(id) !== at);
    const isDead = (link: string) => {
      if (/^(?:https?|mailto):/.test(link)) return false;
      const [address = '', fragment] = link.split('#');
      const [file = ''] = address.split('?');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      return !(paths.has(target) && (fragment === undefined || idsOf.get(target)?.has(decodeURIComponent(fragment))));
    };
    const dead = path === '404.html' ? [] : links.filter(isDead);
    return [...twice.map((id) => `${path}: ${id} twice`), ...dead.map((link) => `${path}: ${link}`)];
  });
}

const textOf = (element: Element) =>
  [...walk(element)]
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The links of a page as a reader finds them. */
export function linksOf(html: string): readonly { readonly text: string; readonly href: string }[] {
  return elementsOf(html).flatMap((element) => {
    const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
    return href === undefined ? [] : [{ text: textOf(element), href }];
  });
}

/** Headings, links and folds of a page, one a line, for a person to review. */
export function toOutline(html: string): string {
  const lines: string[] = [];
  for (const element of elementsOf(html)) {
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (element.tagName === 'title') lines.push(`title: ${textOf(element)}`);
    if (level !== undefined) lines.push(`${'#'.repeat(Number(level))} ${textOf(element)}`);
    if (element.tagName === 'a') lines.push(`  ${textOf(element)} -> ${attribute(element, 'href') ?? 'nowhere'}`);
    if (element.tagName === 'summary') lines.push(`  [+] ${textOf(element)}`);
  }
  return `${lines.join('\n')}\n`;
}
