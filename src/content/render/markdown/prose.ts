/** Prose: turns the sections of a tree into what a page shows and what search reads. */
import type { Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html } from '../../../model/html.ts';
import type { NotesSection } from '../../../model/prose.ts';
import { toSlug } from '../../../model/slug.ts';
import type { Section } from './sections.ts';
import { walkElements, walkHtml } from './walk.ts';

/** The sections as HTML and text, without those that would show nothing. */
export function toNotesSections(sections: readonly Section[]): NotesSection[] {
  return dropEmpty(sections).map(toNotesSection);
}

/** Ids are made after sanitising, with the prefix of everything else; the second of two equal headings gets `-2`. */
export function mintHeadingIds(sections: readonly Section[], tree: Root, prefix: string): void {
  const taken = new Set<unknown>();
  walkElements(tree, ({ properties }) => {
    taken.add(properties.id);
  });
  const counts = new Map<string, number>();
  for (const { heading } of sections) {
    if (heading === undefined || typeof heading.element.properties.id === 'string') continue;
    const name = prefix + (toSlug(textOf([heading.element])) ?? 'section');
    let count = counts.get(name) ?? 1;
    let id = count === 1 ? name : `${name}-${count}`;
    while (taken.has(id)) {
      count += 1;
      id = `${name}-${count}`;
    }
    counts.set(name, count);
    taken.add(id);
    heading.element.properties.id = id;
  }
}

/** Drops a section that shows nothing, with its heading, unless a deeper section below it shows something. */
function dropEmpty(sections: readonly Section[]): Section[] {
  const kept: Section[] = [];
  let needed = -1;
  for (const section of sections.toReversed()) {
    const depth = section.heading?.depth ?? 0;
    const isNeeded = section.children.some(showsSomething) || (section.heading !== undefined && depth < needed);
    if (!isNeeded) continue;
    kept.unshift(section);
    needed = depth;
  }
  return kept;
}

function showsSomething(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type !== 'element') return node.type === ('raw' as RootContent['type']);
  return node.tagName === 'img' || node.tagName === 'hr' || node.children.some(showsSomething);
}

function toNotesSection(section: Section): NotesSection {
  const text = textOf(section.children);
  const html = stringify(section.children);
  if (section.heading === undefined) return { html, text };
  const { element, depth } = section.heading;
  const headingText = textOf(element.children);
  const heading = {
    html: stringify(element.children),
    text: headingText,
    id: String(element.properties.id),
    depth,
  };
  return { heading, html, text };
}

/** The nodes as HTML; uses them up. */
function stringify(children: RootContent[]): Html {
  const root: Root = { type: 'root', children };
  walkHtml(root, (node, index, parent) => {
    if (node.type === 'text') parent.children[index] = toRaw(node.value) ?? node;
    return undefined;
  });
  return toHtml(root, { allowDangerousHtml: true }).trim() as Html;
}

/**
 * Text that the serialiser need not look at: that without signs, and that with `>`, which it leaves as it is: HTML allows
 * that, and validators complain about it.
 */
function toRaw(text: string): RootContent | undefined {
  if (!/[&<>]/.test(text)) return { type: 'raw', value: text } as unknown as RootContent;
  if (!text.includes('>')) return undefined;
  const value = text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&gt;');
  return { type: 'raw', value } as unknown as RootContent;
}

/** The words as a reader sees them, formulas as TeX, white space folded. */
function textOf(nodes: readonly RootContent[]): string {
  let text = '';
  const walk = (node: RootContent) => {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element') {
      const isBlock = /^(?:blockquote|br|dd|div|dt|figure|h\d|hr|li|ol|p|pre|table|td|th|tr|ul)$/.test(node.tagName);
      if (isBlock) text += ' ';
      node.children.forEach(walk);
      if (isBlock) text += ' ';
    } else if ('data' in node) text += ` ${(node.data as { tex?: string })?.tex ?? ''} `;
  };
  nodes.forEach(walk);
  return text.replace(/\s+/g, ' ').trim();
}
