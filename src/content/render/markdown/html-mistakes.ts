/** HTML mistakes: HTML inside Markdown that would vanish, swallow the rest or keep Markdown from being read. */
import type { Html, Root } from 'mdast';
import type { Range } from '../../../model/problem.ts';
import { placeInside, placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { reportDroppedTag } from './dropped-html.ts';
import { ELEMENTS, FORBIDDEN_ELEMENTS, MODERN_NAMES } from './sanitize-schema.ts';
import { walkMarkdown } from './walk.ts';

const FORBIDDEN = new RegExp(`<(${FORBIDDEN_ELEMENTS.join('|')})(?=[\\s/>]|$)[^>]*>?`, 'gi');
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/gi;
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(FORBIDDEN_ELEMENTS);
const KNOWN = new Set([...ELEMENTS, ...Object.keys(MODERN_NAMES)]);
const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);
/** Tags that the HTML parser ignores in the middle of a page, and pictures, which show nothing without an address. */
const SWALLOWED = new Set(['body', 'head', 'html', 'image', 'img']);
const TABLE_PARTS = new Set(['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);
const OPTIONAL_END = new Set(['li', 'p', 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'dt', 'dd', 'colgroup']);

interface OpenTag {
  readonly name: string;
  /** The name as its author wrote it. */
  readonly written: string;
  /** True in a line of text, false if the tag begins a block. */
  readonly isInLine: boolean;
  /** True if nobody else reports what becomes of it. */
  readonly isShown: boolean;
  readonly place: Range;
}

/** Reports every mistake; returns true if something is forbidden, so that its loss need not be reported again. */
export function checkHtmlMistakes(tree: Root, report: Report): boolean {
  let hasForbidden = false;
  const open: OpenTag[] = [];
  walkMarkdown(tree, (node, parent) => {
    if (node.type !== 'html') return;
    const at = (index: number, length: number) => {
      const { line, column } = placeOf(node);
      return placeInside(node.value, index, length, line, column);
    };
    const visible = node.value.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
    for (const match of visible.matchAll(FORBIDDEN)) {
      hasForbidden = true;
      const name = match[1] as string;
      const message = `\`<${name}>\` is not allowed in notes: it would vanish with everything inside it.`;
      const hint = `Remove it. To show the tag itself, write \`\` \`<${name}>\` \`\` with backticks.`;
      report('html-forbidden', 'error', at(match.index, match[0].length), message, hint);
    }
    const comment = node.value.lastIndexOf('<!--');
    if (comment >= 0 && !node.value.includes('-->', comment)) {
      hasForbidden = true;
      const message = 'A comment `<!--` is never closed: everything after it would vanish.';
      report('html-forbidden', 'error', at(comment, 4), message, 'Close it with `-->`.');
    }
    checkBlankLine(node, at, report);
    trackTags(node, parent?.type === 'paragraph', at, open, report);
  });
  for (const { written, place, isInLine, isShown } of open) {
    if (!isShown) continue;
    const hint = isInLine
      ? `Add \`</${written}>\` where it ends. To show the tag itself, write \`\` \`<${written}>\` \`\` with backticks.`
      : `Add \`</${written}>\`, on a line of its own with a blank line before it.`;
    report('html-unbalanced', 'warning', place, `\`<${written}>\` is never closed.`, hint);
  }
  return hasForbidden;
}

type At = (index: number, length: number) => Range;

/** CommonMark ends a block of HTML only at a blank line: Markdown right after a tag stays literal text. */
function checkBlankLine(node: Html, at: At, report: Report): void {
  const match = /(<\/?(?:summary|details|div)\b[^>]*>)[ \t]*\n[ \t]*(?=[^\s<])([^\n]*)/i.exec(node.value);
  if (match === null) return;
  const tag = match[1] as string;
  const text = match[2] as string;
  const message = `A blank line is missing after \`${tag}\`: the text below it is not read as Markdown.`;
  const index = match.index + match[0].length - text.length;
  report('html-blank-line', 'warning', at(index, text.length), message, `Leave a line empty after \`${tag}\`.`);
}

function trackTags(node: Html, isInLine: boolean, at: At, open: OpenTag[], report: Report): void {
  for (const match of node.value.matchAll(TAG)) {
    const written = match[2];
    const name = written?.toLowerCase();
    if (written === undefined || name === undefined || FORBIDDEN_NAMES.has(name)) continue;
    const place = at(match.index, match[0].length);
    if (match[1] === '/') {
      closeTag(name, written, place, open, report);
      continue;
    }
    const isLost = isSwallowed(name, match[0]) || (TABLE_PARTS.has(name) && !open.some((tag) => tag.name === 'table'));
    if (isLost) reportDroppedTag(`<${written}>`, place, report);
    const isLeftOpen = !VOID.has(name) && !OPTIONAL_END.has(name) && match[3] !== '/';
    if (isLeftOpen || isLost) open.push({ name, written, place, isInLine, isShown: KNOWN.has(name) && !isLost });
  }
}

/** `<image>` is an old name for `<img>`, and a picture if it has an address. */
function isSwallowed(name: string, tag: string): boolean {
  return SWALLOWED.has(name) && !(name.startsWith('im') && /\ssrc\s*=/i.test(tag));
}

function closeTag(name: string, written: string, place: Range, open: OpenTag[], report: Report): void {
  if (VOID.has(name)) return;
  const index = open.findLastIndex((tag) => tag.name === name);
  if (index >= 0) open.splice(index, 1);
  else if (!KNOWN.has(name)) reportDroppedTag(`</${written}>`, place, report);
  else if (!OPTIONAL_END.has(name)) {
    const hint = `Remove it, or add \`<${written}>\` before it.`;
    report('html-unbalanced', 'warning', place, `\`</${written}>\` closes nothing.`, hint);
  }
}
