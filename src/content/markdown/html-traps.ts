/** HTML traps: what authors write in HTML inside Markdown that would vanish, swallow the rest or stay unparsed. */
import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from '../../model/problem.ts';
import { placeInside, placeOf } from '../place.ts';
import type { Report } from '../report.ts';
import { ELEMENTS, FORBIDDEN_ELEMENTS, MODERN_NAMES } from './sanitize-schema.ts';

const FORBIDDEN = new RegExp(`<(${FORBIDDEN_ELEMENTS.join('|')})(?=[\\s/>]|$)[^>]*>?`, 'gi');
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/gi;
const KNOWN = new Set([...ELEMENTS, ...Object.keys(MODERN_NAMES)]);
const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);
const OPTIONAL_END = new Set(['li', 'p', 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'dt', 'dd', 'colgroup']);

interface OpenTag {
  readonly name: string;
  readonly place: Range;
}

/** Tells every trap; true where something forbidden stands, so that nobody need tell of its loss again. */
export function checkHtmlTraps(tree: Root, report: Report): boolean {
  let hasForbidden = false;
  const open: OpenTag[] = [];
  visit(tree, 'html', (node) => {
    const at = (index: number, length: number) => {
      const { line, column } = placeOf(node);
      return placeInside(node.value, index, length, line, column);
    };
    const visible = node.value.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
    for (const match of visible.matchAll(FORBIDDEN)) {
      hasForbidden = true;
      const name = (match[1] as string).toLowerCase();
      const message = `\`<${name}>\` is not allowed in notes; it and what stands inside it would vanish.`;
      const hint = `Remove it. To show the word itself, write \`\` \`<${name}>\` \`\` with backticks.`;
      report('html-forbidden', 'error', at(match.index, match[0].length), message, hint);
    }
    const comment = node.value.lastIndexOf('<!--');
    if (comment >= 0 && !node.value.includes('-->', comment)) {
      hasForbidden = true;
      const message = 'A comment `<!--` is never closed: everything after it would vanish.';
      report('html-forbidden', 'error', at(comment, 4), message, 'Close it with `-->`.');
    }
    checkBlankLine(node, at, report);
    trackTags(node, at, open, report);
  });
  for (const tag of open) {
    const message = `\`<${tag.name}>\` is never closed.`;
    report(
      'html-unbalanced',
      'warning',
      tag.place,
      message,
      `Add \`</${tag.name}>\`, on a line of its own with a blank line before it.`,
    );
  }
  return hasForbidden;
}

type At = (index: number, length: number) => Range;

/** CommonMark ends a block of HTML at a blank line only: Markdown that follows a tag directly stays literal text. */
function checkBlankLine(node: Html, at: At, report: Report): void {
  const match = /(<\/?(?:summary|details|div)\b[^>]*>)[ \t]*\n[ \t]*(?=[^\s<])([^\n]*)/i.exec(node.value);
  if (match === null) return;
  const tag = match[1] as string;
  const text = match[2] as string;
  const message = `A blank line is missing after \`${tag}\`: the text below it is not read as Markdown.`;
  const index = match.index + match[0].length - text.length;
  report('html-blank-line', 'warning', at(index, text.length), message, `Leave a line empty after \`${tag}\`.`);
}

function trackTags(node: Html, at: At, open: OpenTag[], report: Report): void {
  for (const match of node.value.matchAll(TAG)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined || !KNOWN.has(name) || VOID.has(name) || match[3] === '/') continue;
    const place = at(match.index, match[0].length);
    if (match[1] === '') {
      if (!OPTIONAL_END.has(name)) open.push({ name, place });
      continue;
    }
    const index = open.findLastIndex((tag) => tag.name === name);
    if (index >= 0) open.splice(index, 1);
    else if (!OPTIONAL_END.has(name)) {
      report(
        'html-unbalanced',
        'warning',
        place,
        `\`</${name}>\` closes nothing.`,
        `Remove it, or add \`<${name}>\` before.`,
      );
    }
  }
}
