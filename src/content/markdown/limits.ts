/** Limits: what a note may cost before the parser sees it, so that no input can stall or exhaust a build. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { placeOf } from '../place.ts';
import type { Report } from '../report.ts';

/** Bytes of text without a blank line: several constructs of Markdown cost the square of it. */
const BLOCK = 8000;
/** Quotes and lists inside each other. */
const NESTING = 50;
const TABLE_COLUMNS = 32;
const TABLE_CELLS = 5000;
const REFERENCES = 200;
const URL_LENGTH = 2048;
const ELEMENTS = 4000;

/** Checks the lines of a text; false where parsing it would be unwise. `line` is the number of the first. */
export function checkTextLimits(text: string, line: number, report: Report): boolean {
  let isFine = true;
  let block = 0;
  let tags = 0;
  for (const [index, content] of text.split('\n').entries()) {
    const place = { line: line + index, column: 1, endLine: line + index, endColumn: content.length + 1 };
    const before = block;
    block = content.trim() === '' ? 0 : block + content.length + 1;
    if (block > BLOCK && before <= BLOCK) {
      isFine = false;
      report(
        'limit-block',
        'error',
        place,
        `A block of text grows beyond ${BLOCK} characters here.`,
        'Put blank lines between paragraphs.',
      );
    }
    const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(content)?.[0] ?? '';
    const depth = markers.split(/[>+*.)-]/).length - 1 + Math.floor((/^[ \t]*/.exec(content)?.[0].length ?? 0) / 4);
    if (depth > NESTING && content.trim() !== '') {
      isFine = false;
      report('limit-nesting', 'error', place, `Quotes or lists nest more than ${NESTING} deep.`, 'Flatten them.');
    }
    const tagsBefore = tags;
    tags += content.match(/<[a-z]/gi)?.length ?? 0;
    if (tags > ELEMENTS && tagsBefore <= ELEMENTS) {
      isFine = false;
      report('limit-html', 'error', place, `The notes hold more than ${ELEMENTS} HTML tags.`, 'Write Markdown.');
    }
    if (!isFine) return false;
  }
  return isFine && checkTagNesting(text, line, report);
}

/** HTML elements inside each other: the sanitiser and the serialiser walk them on the stack. */
function checkTagNesting(text: string, line: number, report: Report): boolean {
  let depth = 0;
  for (const match of text.matchAll(/<(\/?)[a-z][^<>]*>/gi)) {
    depth =
      match[1] === '/' ? Math.max(depth - 1, 0) : depth + (/^<(?:br|hr|img|input|col|wbr)\b/i.test(match[0]) ? 0 : 1);
    if (depth > NESTING * 4) {
      const at = line + text.slice(0, match.index).split('\n').length - 1;
      const place = { line: at, column: 1, endLine: at, endColumn: 1 };
      report('limit-nesting', 'error', place, `More than ${NESTING * 4} HTML tags are open.`, 'Close them.');
      return false;
    }
  }
  return true;
}

/** Checks the tree of a text; false where turning it into HTML would be unwise. */
export function checkTreeLimits(tree: Root, report: Report): boolean {
  let isFine = true;
  let references = 0;
  const fail = (rule: string, node: Parameters<typeof placeOf>[0], message: string, hint: string) => {
    isFine = false;
    report(rule, 'error', placeOf(node), message, hint);
  };
  visit(tree, (node) => {
    if (node.type === 'table') {
      const columns = Math.max(...node.children.map((row) => row.children.length));
      const cells = columns * node.children.length;
      if (columns > TABLE_COLUMNS || cells > TABLE_CELLS) {
        const limits = `${TABLE_COLUMNS} columns and ${TABLE_CELLS} cells are the limit`;
        fail('limit-table', node, `The table has ${columns} columns and ${cells} cells; ${limits}.`, 'Split it up.');
      }
    }
    if (node.type === 'linkReference' || node.type === 'imageReference' || node.type === 'footnoteReference') {
      references += 1;
      if (references === REFERENCES + 1) {
        fail('limit-references', node, `The notes hold more than ${REFERENCES} references.`, 'Write links inline.');
      }
    }
    if ('url' in node && node.url.length > URL_LENGTH) {
      fail(
        'limit-url',
        node,
        `A URL of ${node.url.length} characters; ${URL_LENGTH} is the limit.`,
        'Link to a shorter one.',
      );
    }
  });
  return isFine;
}
