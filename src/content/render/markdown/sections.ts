/** Sections: cuts the notes at their headings, whichever of the three forms of label their author used. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { walkElements, walkHtml } from './walk.ts';

export interface Section {
  readonly heading?: { readonly element: Element; readonly level: number; readonly depth: number };
  readonly children: RootContent[];
}

/**
 * Headings and labels both begin a section. A `<details>` around the whole notes, or around a label, is removed: the
 * page decides where notes fold. Headings inside quotes, lists and the like become bold text.
 *
 * ```markdown
 *   | ## Summary              a heading
 *   | CLIP steers a GAN.
 *   |
 *   | > **Details**           a label
 *   |
 *   | The loss has two terms.
 * ```
 */
export function cutSections(tree: Root): Section[] {
  const sections: Section[] = [{ children: [] }];
  const levels: number[] = [];
  for (const node of takeOffDetails(tree.children)) {
    // Footnotes belong to all sections, and keep no empty one in.
    if (node.type === 'element' && node.properties.dataFootnotes !== undefined) sections.push({ children: [] });
    const heading = toHeading(node);
    if (heading === undefined) {
      demoteHeadings(node);
      sections.at(-1)?.children.push(node);
      continue;
    }
    while ((levels.at(-1) ?? 0) >= heading.level) levels.pop();
    sections.push({ heading: { ...heading, depth: levels.length }, children: [] });
    levels.push(heading.level);
  }
  return sections;
}

/**
 * The nodes without the `<details>` around all of them, or around a label, if its summary says nothing of its own.
 *
 * ```markdown
 *   | <details>
 *   | <summary>Click to expand</summary>
 *   |
 *   | > **Summary**
 *   |
 *   | CLIP steers a GAN.
 *   |
 *   | </details>
 * ```
 */
function takeOffDetails(nodes: readonly RootContent[]): RootContent[] {
  const solid = nodes.filter((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''));
  return nodes.flatMap((node) => {
    if (node.type !== 'element' || node.tagName !== 'details') return [node];
    const isWhole = solid.length === 1 || node.children.some((child) => isLabel(child));
    if (!isWhole || !isPlainSummary(node)) return [node];
    return takeOffDetails(node.children.filter((child) => child.type !== 'element' || child.tagName !== 'summary'));
  });
}

/**
 * True if the summary says no more than that there is something to unfold.
 *
 * ```markdown
 *   | <summary>Click to expand</summary>          true
 *   | <summary>Proof of Theorem 1</summary>       false
 * ```
 */
function isPlainSummary(details: Element): boolean {
  const summary = details.children.find((child) => child.type === 'element' && child.tagName === 'summary');
  let text = '';
  if (summary !== undefined) {
    walkHtml(summary as Element, (node) => {
      if (node.type === 'text') text += node.value;
      return undefined;
    });
  }
  return /^(?:(?:click|tap)(?: here)? to (?:expand|open|show|see)(?: \w+)?|expand|show|more|details|notes?|summary|)[.:…]*$/i.test(
    text.trim(),
  );
}

/**
 * The heading that a node is, with its level; a label ranks with `##`.
 *
 * ```markdown
 *   | ### Results             level 3
 *   | > **Results**           level 2
 * ```
 */
function toHeading(node: RootContent): { readonly element: Element; readonly level: number } | undefined {
  if (node.type !== 'element') return undefined;
  const level = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (level !== undefined) return { element: node, level: Number(level) };
  if (!isLabel(node)) return undefined;
  const strong = onlyChild(onlyChild(node)) as Element;
  return { element: { ...strong, tagName: 'h2' }, level: 2 };
}

/**
 * True for a quote of one paragraph that is bold throughout, and short.
 *
 * ```markdown
 *   | > **Summary**
 * ```
 */
function isLabel(node: RootContent | ElementContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'blockquote') return false;
  const paragraph = onlyChild(node);
  const strong = paragraph?.tagName === 'p' ? onlyChild(paragraph) : undefined;
  const text = strong?.tagName === 'strong' ? onlyText(strong) : undefined;
  return text !== undefined && text.length <= 40;
}

function onlyChild(element: Element | undefined): Element | undefined {
  const solid = element?.children.filter((node) => node.type !== 'text' || node.value.trim() !== '') ?? [];
  return solid.length === 1 && solid[0]?.type === 'element' ? solid[0] : undefined;
}

function onlyText(element: Element): string | undefined {
  return element.children.length === 1 && element.children[0]?.type === 'text' ? element.children[0].value : undefined;
}

/**
 * Turns headings inside a node into bold paragraphs.
 *
 * ```markdown
 *   | - ## A heading in a list
 *   | - **A heading in a list**       what it becomes
 * ```
 */
function demoteHeadings(node: RootContent): void {
  if (node.type !== 'element') return;
  walkElements(node, (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    element.tagName = 'p';
    element.children = [{ type: 'element', tagName: 'strong', properties: {}, children: element.children }];
  });
}
