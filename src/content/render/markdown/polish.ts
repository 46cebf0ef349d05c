/** Polish: turns sanitised HTML into HTML that is valid today, accessible and cheap to load. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { quote } from '../../../text/quote.ts';
import { placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { MODERN_NAMES } from './sanitize-schema.ts';
import { walkElements, walkHtml } from './walk.ts';

const BLOCKS = new Set(['blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'section']);

/** Before sanitising: obsolete elements get the name that says the same today. */
export function modernise(tree: Root): void {
  walkElements(tree, (element) => {
    const name = Object.hasOwn(MODERN_NAMES, element.tagName) ? MODERN_NAMES[element.tagName] : undefined;
    if (name === undefined) return;
    if (element.tagName === 'center') element.properties.align = 'center';
    element.tagName = name;
  });
}

/** After sanitising. */
export function polish(tree: Root, report: Report): void {
  walkHtml(tree, (element, index, parent) => {
    if (element.type !== 'element') return undefined;
    if (element.tagName === 'p' && element.children.length === 0) {
      parent.children.splice(index, 1);
      return index;
    }
    alignByClass(element);
    if (/^h[1-6]$/.test(element.tagName)) element.children = element.children.flatMap(unwrapBlock);
    if (element.tagName === 'img' && typeof element.properties.src !== 'string') {
      parent.children.splice(index, 1);
      return index;
    }
    if (element.tagName === 'summary') element.children = element.children.flatMap(unwrapBlock);
    if (element.tagName === 'details') requireSummary(element);
    if (element.tagName === 'img') polishImage(element, report);
    if (element.tagName === 'th') element.properties.scope ??= 'col';
    if (element.tagName === 'input') {
      parent.children[index] = checkbox(element);
      return undefined;
    }
    if (element.tagName === 'table' && !(parent.type === 'element' && isScroller(parent))) {
      parent.children[index] = scroller(element);
      return index;
    }
    return undefined;
  });
}

/** `align` left HTML long ago, and every README on GitHub is full of it. */
function alignByClass(element: Element): void {
  const { align } = element.properties;
  if (align === undefined) return;
  delete element.properties.align;
  const side = String(align).toLowerCase();
  if (['left', 'center', 'right'].includes(side)) addClass(element, `align-${side}`);
}

function addClass(element: Element, name: string): void {
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), name];
}

/** `# <p align=center>CLIP</p>` puts a paragraph into a heading, which may hold phrases only. */
function unwrapBlock(node: ElementContent): ElementContent[] {
  return node.type === 'element' && BLOCKS.has(node.tagName) ? node.children.flatMap(unwrapBlock) : [node];
}

/** If there is no summary, a browser shows a word of its own; a valid page has one. */
function requireSummary(details: Element): void {
  if (details.children.some((child) => child.type === 'element' && child.tagName === 'summary')) return;
  details.children.unshift({
    type: 'element',
    tagName: 'summary',
    properties: {},
    children: [{ type: 'text', value: 'Details' }],
  });
}

function polishImage(element: Element, report: Report): void {
  const { properties } = element;
  for (const side of ['width', 'height'] as const) {
    const value = String(properties[side] ?? '');
    const percent = /^(\d+(?:\.\d+)?)%$/.exec(value);
    if (percent !== null && side === 'width') {
      addClass(element, `width-${Math.min(Math.max(Math.round(Number(percent[1]) / 10), 1), 10)}0`);
      delete properties.width;
    } else if (value !== '' && !/^\d{1,5}$/.test(value)) {
      const size = /^(\d{1,5})(?:\.\d+)?(?:px)?$/.exec(value)?.[1];
      if (size === undefined) {
        report(
          'image-size',
          'warning',
          placeOf(element),
          `The ${side} ${quote(value)} is not a number of pixels.`,
          `Write ${side}="600".`,
        );
        delete properties[side];
      } else properties[side] = size;
    }
  }
  if (typeof properties.alt !== 'string') {
    const hint = 'Say what it shows: alt="Three ways to edit a face". Write alt="" if it only decorates.';
    report('image-alt', 'warning', placeOf(element), 'The picture has no text for readers who cannot see it.', hint);
    properties.alt = '';
  }
  properties.loading = 'lazy';
  properties.decoding = 'async';
  properties.referrerPolicy = 'no-referrer';
}

/** A checkbox nobody can tick is text. */
function checkbox(element: Element): Text {
  return { type: 'text', value: element.properties.checked ? '☑' : '☐' };
}

function isScroller(element: Element): boolean {
  const { className } = element.properties;
  return element.tagName === 'div' && Array.isArray(className) && className.includes('scroll');
}

/** A table wider than a phone scrolls inside itself. */
function scroller(table: Element): Element {
  const box: Element = { type: 'element', tagName: 'div', properties: { className: ['scroll'] }, children: [table] };
  if (table.position !== undefined) box.position = table.position;
  return box;
}
