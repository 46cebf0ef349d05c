/** Dropped HTML: reports what the sanitiser removed, by comparing the tree before with the tree after. */
import type { Element, Root } from 'hast';
import type { Range } from '../../../model/problem.ts';
import { quote } from '../../../text/quote.ts';
import { placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { walkElements } from './walk.ts';

/** The elements of a tree and their attributes, as they are. */
export type Inventory = ReadonlyMap<string, { readonly element: Element; readonly attributes: readonly string[] }>;

/** URLs and ids are reported by the checks that know why. */
const REPORTED_ELSEWHERE = new Set(['href', 'src']);

/** Records the elements an author wrote; those the parser made have no place and are left out. */
export function takeInventory(tree: Root): Inventory {
  const inventory = new Map<string, { element: Element; attributes: string[] }>();
  walkElements(tree, (element) => {
    const offset = element.position?.start;
    if (offset?.line === undefined) return;
    inventory.set(`${offset.line}:${offset.column}:${element.tagName}`, {
      element,
      attributes: Object.keys(element.properties),
    });
  });
  return inventory;
}

/** Reports each element and attribute of `before` that is not in `after`; `lines` are those of the file. */
export function reportDroppedHtml(before: Inventory, after: Inventory, lines: readonly string[], report: Report): void {
  for (const [key, { element, attributes }] of before) {
    const { name: written, place } = findTag(element, lines);
    const kept = after.get(key);
    if (kept === undefined) {
      reportDroppedTag(`<${written}>`, place, report);
      continue;
    }
    for (const name of attributes) {
      if (kept.attributes.includes(name) || REPORTED_ELSEWHERE.has(name)) continue;
      const message = `The attribute \`${toAttribute(name)}\` of \`<${element.tagName}>\` is left out: ${quote(String(element.properties[name]))}.`;
      const hint = name === 'name' ? 'Use `id`.' : 'Remove it: the site’s style sheet decides how notes look.';
      report('html-attribute-dropped', 'warning', place, message, hint);
    }
  }
}

/** A tag as written, `<EOS>` or `</think>`, that no page would show. */
export function reportDroppedTag(tag: string, place: Range, report: Report): void {
  const message = `The tag \`${tag}\` is not allowed in notes and would vanish.`;
  report(
    'html-dropped',
    'error',
    place,
    message,
    `To show it as text, write \`\` \`${tag}\` \`\` with backticks; otherwise remove it.`,
  );
}

/** The tag that opens an element, on its first line, and its name as written: the parser lower-cases `EOS`. */
function findTag(element: Element, lines: readonly string[]): { readonly name: string; readonly place: Range } {
  const { tagName } = element;
  const { line, column } = placeOf(element);
  const text = lines[line - 1] ?? '';
  // In a quote or a list the parser does not count the columns before a block of HTML.
  const isAt = (index: number) => text.slice(index, index + tagName.length + 1).toLowerCase() === `<${tagName}`;
  const start = [column - 1, text.toLowerCase().indexOf(`<${tagName}`)].find(isAt);
  const name = start === undefined ? tagName : text.slice(start + 1, start + 1 + tagName.length);
  const from = start ?? column - 1;
  const end = text.indexOf('>', from);
  const endColumn = end < 0 ? Math.max(text.length, from + 1) + 1 : end + 2;
  return { name, place: { line, column: from + 1, endLine: line, endColumn } };
}

/** As authors write it: `class`, where the tree says `className`. */
function toAttribute(property: string): string {
  return property === 'className' ? 'class' : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
