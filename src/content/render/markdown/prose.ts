/** Prose: turns the sections of a tree into what a page shows and what search reads. */
import type { Element, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Html } from '../../../model/html.ts';
import type { NotesSection } from '../../../model/prose.ts';
import { toSlug } from '../../../model/slug.ts';
import type { Section } from './sections.ts';
import { walkElements } from './walk.ts';

const serializer = unified().use(rehypeStringify, { allowDangerousHtml: true });

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
  const html = stringify(section.children);
  const text = textOf(section.children);
  if (section.heading === undefined) return { html, text };
  const { element, depth } = section.heading;
  const heading = {
    html: stringify(element.children),
    text: textOf(element.children),
    id: String(element.properties.id),
    depth,
  };
  return { heading, html, text };
}

function stringify(nodes: readonly RootContent[]): Html {
  return serializer.stringify({ type: 'root', children: nodes.map(escapeGreater) } as Root).trim() as Html;
}

/** The serialiser leaves `>` in text as it is, which HTML allows and validators complain about. */
function escapeGreater(node: RootContent): RootContent {
  if (node.type === 'text' && node.value.includes('>')) {
    const value = node.value.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&gt;');
    return { type: 'raw', value } as unknown as RootContent;
  }
  if (node.type !== 'element') return node;
  return { ...node, children: node.children.map(escapeGreater) as Element['children'] };
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
