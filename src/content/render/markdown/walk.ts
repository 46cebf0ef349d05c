/** Walk: visits the nodes of a syntax tree in the order of the text, parents before their children. */
import type { RootContent as HtmlContent, Parents as HtmlParents } from 'hast';
import type { Nodes as MarkdownNodes, Parents as MarkdownParents } from 'mdast';

/** Visits `tree` and everything inside it; `parent` is `undefined` for `tree` itself. */
export function walkMarkdown(
  tree: MarkdownNodes,
  visit: (node: MarkdownNodes, parent: MarkdownParents | undefined) => void,
  parent?: MarkdownParents,
): void {
  visit(tree, parent);
  if (!('children' in tree)) return;
  for (const child of tree.children) walkMarkdown(child, visit, tree);
}

/**
 * Visits everything inside `tree`. If `visit` returns a number, the walk does not enter the node, and goes on at that
 * index of the parent's children: `index` after the node was removed or wrapped, `index + 1` after it was replaced.
 */
export function walkHtml(
  tree: HtmlParents,
  visit: (node: HtmlContent, index: number, parent: HtmlParents) => number | undefined,
): void {
  for (let index = 0; index < tree.children.length; ) {
    const child = tree.children[index] as HtmlContent;
    const next = visit(child, index, tree);
    if (next === undefined && child.type === 'element') walkHtml(child, visit);
    index = next ?? index + 1;
  }
}

/** Visits every element inside `tree`. */
export function walkElements(
  tree: HtmlParents,
  visit: (element: Extract<HtmlContent, { type: 'element' }>) => void,
): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    visit(child);
    walkElements(child, visit);
  }
}
