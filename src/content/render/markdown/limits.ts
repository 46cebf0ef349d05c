/** Limits: what notes may cost, checked before each costly step, so that no input can stall or exhaust a build. */
import type { Root } from 'mdast';
import { URL_LONGEST } from '../../../text/identifiers.ts';
import { placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { walkMarkdown } from './walk.ts';

/** Characters of text without a blank line: several constructs of Markdown cost the square of it. */
const BLOCK = 8000;
/** How deep quotes and lists may nest. */
const NESTING = 50;
/**
 * Markers of quotes and lists that follow another on their line, in all lines together. Whenever a nested list closes,
 * the parser copies everything it has read so far, so its work grows with the square of this number.
 */
const NESTED_MARKERS = 1000;
const TABLE_COLUMNS = 32;
const TABLE_CELLS = 5000;
const REFERENCES = 200;
const ELEMENTS = 4000;
/** Formulas of one text, and the characters of their TeX. */
export const FORMULAS = 200;
export const FORMULA_CHARACTERS = 20_000;

/** A line that opens a block of code; if indented, it may belong to a list and end with it. */
const FENCE_OPENS = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
/** A line that may close one. */
const FENCE_CLOSES = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/** What is counted in a block or in the whole text, and how much of it is allowed. */
const COUNTED = [
  { rule: 'limit-html', most: ELEMENTS, what: 'HTML tags', pattern: /<[a-z]/gi, inBlock: false },
  {
    rule: 'limit-emphasis',
    most: 1200,
    what: 'asterisks and underscores in one block',
    pattern: /[*_~]/g,
    inBlock: true,
  },
  {
    rule: 'limit-headings',
    most: 300,
    what: 'headings',
    pattern: /^ {0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$)/g,
    inBlock: false,
  },
  {
    rule: 'limit-items',
    most: 1500,
    what: 'list items and quoted lines',
    pattern: /^[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/g,
    inBlock: false,
  },
  { rule: 'limit-table', most: 2 * TABLE_CELLS, what: 'bars `|`', pattern: /\|/g, inBlock: false },
  { rule: 'math-limit', most: 1000, what: 'dollar signs', pattern: /\$+/g, inBlock: false },
  { rule: 'limit-blocks', most: 4000, what: 'paragraphs and other blocks', pattern: /^(?!\s*$)/g, inBlock: false },
] as const;

/**
 * Checks the lines of a text; false if it should not be parsed. `line` is the number of the first. Fenced code costs
 * nothing and is counted only for its length and for what could be markers.
 */
export function checkTextLimits(text: string, line: number, report: Report): boolean {
  const counts = COUNTED.map(() => 0);
  let block = 0;
  let nested = 0;
  let fence: string | undefined;
  for (const [index, content] of text.split('\n').entries()) {
    const place = { line: line + index, column: 1, endLine: line + index, endColumn: content.length + 1 };
    const isBlank = content.trim() === '';
    const startsBlock = !isBlank && block === 0;
    block = isBlank ? 0 : block + content.length + 1;
    if (block > BLOCK) {
      const message = `A block of text grows beyond the limit of ${BLOCK} characters here.`;
      report('limit-block', 'error', place, message, 'Put blank lines between paragraphs.');
      return false;
    }
    const inLine = markersOf(content);
    nested += Math.max(inLine - 1, 0);
    if (fence === undefined && !isBlank && inLine + stepsOf(content) > NESTING) {
      report('limit-nesting', 'error', place, `Quotes or lists are nested more than ${NESTING} deep.`, 'Flatten them.');
      return false;
    }
    if (nested > NESTED_MARKERS) {
      const message = `Quotes and lists are nested too often: more than ${NESTED_MARKERS} of their markers follow another on the same line.`;
      report('limit-nesting', 'error', place, message, 'Flatten them, or split the notes up.');
      return false;
    }
    if (fence !== undefined) {
      if (FENCE_CLOSES.exec(content)?.[1]?.startsWith(fence)) fence = undefined;
      continue;
    }
    const opening = FENCE_OPENS.exec(content);
    fence = opening?.[1] ?? opening?.[2];
    if (fence !== undefined) continue;
    for (const [at, { rule, most, what, pattern, inBlock }] of COUNTED.entries()) {
      if (inBlock && startsBlock) counts[at] = 0;
      const found = rule === 'limit-blocks' ? Number(startsBlock) : (content.match(pattern)?.length ?? 0);
      counts[at] = (counts[at] ?? 0) + found;
      if (counts[at] > most) {
        report(
          rule,
          'error',
          place,
          `The notes have more than ${most} ${what}.`,
          'Keep what matters, and link to the paper for the rest.',
        );
        return false;
      }
    }
  }
  return checkTagNesting(text, line, report);
}

/** How many markers a line begins with: how deep they nest it. */
function markersOf(content: string): number {
  const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(content)?.[0] ?? '';
  return markers.split(/[>+*.)-]/).length - 1;
}

/** How deep a line is nested by its indentation. */
function stepsOf(content: string): number {
  return Math.floor((/^[ \t]*/.exec(content)?.[0].length ?? 0) / 4);
}

/** Nested HTML elements: the sanitiser and the serialiser walk them recursively. */
function checkTagNesting(text: string, line: number, report: Report): boolean {
  const withoutCode = text.replace(/^ {0,3}(```+|~~~+)[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm, (code) =>
    code.replace(/[^\n]/g, ' '),
  );
  let depth = 0;
  for (const match of withoutCode.matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi)) {
    const isVoid = /^(?:br|hr|img|input|col|wbr)$/i.test(match[2] as string);
    depth = match[1] === '/' ? Math.max(depth - 1, 0) : depth + (isVoid ? 0 : 1);
    if (depth > NESTING * 4) {
      const at = line + text.slice(0, match.index).split('\n').length - 1;
      const place = { line: at, column: 1, endLine: at, endColumn: 1 };
      report('limit-nesting', 'error', place, `More than ${NESTING * 4} HTML tags are open here.`, 'Close them.');
      return false;
    }
  }
  return true;
}

/** What is reported once if a text has more formulas than the limit. */
export const tooManyFormulas = `The notes have more than ${FORMULAS} formulas or ${FORMULA_CHARACTERS} characters of TeX.`;

/** Checks the tree of a text; false if it should not be turned into HTML. */
export function checkTreeLimits(tree: Root, report: Report): boolean {
  let isFine = true;
  let references = 0;
  let cells = 0;
  let formulas = 0;
  let characters = 0;
  const fail = (rule: string, node: Parameters<typeof placeOf>[0], message: string, hint: string) => {
    isFine = false;
    report(rule, 'error', placeOf(node), message, hint);
  };
  walkMarkdown(tree, (node) => {
    if (node.type === 'table') {
      const columns = Math.max(...node.children.map((row) => row.children.length));
      const wasOver = cells > TABLE_CELLS;
      cells += columns * node.children.length;
      if (columns > TABLE_COLUMNS || (cells > TABLE_CELLS && !wasOver)) {
        const limits = `the limit is ${TABLE_COLUMNS} columns and ${TABLE_CELLS} cells`;
        fail(
          'limit-table',
          node,
          `Up to here, tables have ${columns} columns and ${cells} cells; ${limits}.`,
          'Split it up.',
        );
      }
    }
    if (node.type === 'math' || node.type === 'inlineMath') {
      const isOver = formulas > FORMULAS || characters > FORMULA_CHARACTERS;
      formulas += 1;
      characters += node.value.length;
      if (!isOver && (formulas > FORMULAS || characters > FORMULA_CHARACTERS)) {
        fail('math-limit', node, tooManyFormulas, 'Keep what matters, and link to the paper for the rest.');
      }
    }
    if (node.type === 'linkReference' || node.type === 'imageReference' || node.type === 'footnoteReference') {
      references += 1;
      if (references === REFERENCES + 1) {
        fail('limit-references', node, `The notes have more than ${REFERENCES} references.`, 'Write links inline.');
      }
    }
    if ('url' in node && node.url.length > URL_LONGEST) {
      fail(
        'limit-url',
        node,
        `The URL has ${node.url.length} characters; the limit is ${URL_LONGEST}.`,
        'Link to a shorter URL.',
      );
    }
  });
  return isFine;
}
