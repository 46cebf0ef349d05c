/** Dropped HTML: tells what the sanitiser took away, by holding the tree before against the tree after. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { placeOf } from '../place.ts';
import { quote } from '../quote.ts';
import type { Report } from '../report.ts';

/** The elements of a tree and their attributes, as they stand. */
export type Inventory = ReadonlyMap<string, { readonly element: Element; readonly attributes: readonly string[] }>;

/** URLs and ids are told by the checks that know why. */
const TOLD_ELSEWHERE = new Set(['href', 'src']);

/** Takes stock of the elements an author wrote; those the parser made have no place and are left out. */
export function takeInventory(tree: Root): Inventory {
  const inventory = new Map<string, { element: Element; attributes: string[] }>();
  visit(tree, 'element', (element) => {
    const offset = element.position?.start;
    if (offset?.line === undefined) return;
    inventory.set(`${offset.line}:${offset.column}:${element.tagName}`, {
      element,
      attributes: Object.keys(element.properties),
    });
  });
  return inventory;
}

/** Tells each element and attribute of `before` that is not in `after`. */
export function reportDroppedHtml(before: Inventory, after: Inventory, report: Report): void {
  for (const [key, { element, attributes }] of before) {
    const place = placeOf(element);
    const tag = { ...place, ...endOfTag(element) };
    const kept = after.get(key);
    if (kept === undefined) {
      const message = `The tag \`<${element.tagName}>\` is not allowed in notes and would vanish.`;
      const hint = `To show it as text write \`\\<${element.tagName}>\` or use backticks; else remove it.`;
      report('html-dropped', 'error', tag, message, hint);
      continue;
    }
    for (const name of attributes) {
      if (kept.attributes.includes(name) || TOLD_ELSEWHERE.has(name)) continue;
      const message = `The attribute \`${toAttribute(name)}\` of \`<${element.tagName}>\` is left out: ${quote(String(element.properties[name]))}.`;
      const hint = name === 'name' ? 'Use `id`.' : 'Remove it: the look of notes is the style sheet’s.';
      report('html-attribute-dropped', 'warning', tag, message, hint);
    }
  }
}

/** As authors write it: `class`, where the tree says `className`. */
function toAttribute(property: string): string {
  return property === 'className' ? 'class' : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function endOfTag(element: Element): { readonly endLine?: number; readonly endColumn?: number } {
  const place = placeOf(element);
  const child = element.children.find((node) => node.position?.start?.line !== undefined);
  const start = child?.position?.start;
  return start === undefined ? {} : { endLine: Math.max(start.line, place.line), endColumn: start.column };
}
