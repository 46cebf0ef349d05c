/** Common mistakes: Markdown that does not mean what its author thinks, mostly around dollar signs. */
import type { Root, Table, Text } from 'mdast';
import type { InlineMath, Math as MathBlock } from 'mdast-util-math';
import type { Range } from '../../../model/problem.ts';
import { isLikeMoney } from '../../../text/formulas.ts';
import { quote } from '../../../text/quote.ts';
import { placeInside, placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { walkMarkdown } from './walk.ts';

const CJK = /[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/;

/** Reports every common mistake in a tree parsed from `lines`, the lines of the file. */
export function checkCommonMistakes(tree: Root, lines: readonly string[], report: Report): void {
  walkMarkdown(tree, (node, parent) => {
    if (node.type === 'math') checkDisplay(node, lines, report);
    if (node.type === 'inlineMath') checkInline(node, lines, report);
    if (node.type === 'table') checkTable(node, lines, report);
    if (node.type === 'text') checkText(node, lines, report);
    if (node.type === 'link' && parent !== undefined) checkAutolink(node.url, placeOf(node), lines, report);
  });
}

/**
 * A display formula that is not closed may take the rest of the notes with it, so KaTeX is not asked about it as well.
 *
 * ```markdown
 *   | $$                      ends at the end of the notes
 *   | x^2
 *   |
 *   | And so on.
 *
 *   | $$x^2                   ends before the blank line
 *   | + y^2
 *   |
 *   | And so on.
 *
 *   | $$x^2
 *   | + y^2$$ and so on.      only `$$` at the end of a line closes
 * ```
 */
function checkDisplay(node: MathBlock, lines: readonly string[], report: Report): void {
  const place = placeOf(node);
  const source = textAt(place, lines);
  const opening = /^\${2,}/.exec(source)?.[0];
  if (opening === undefined || isClosed(source.slice(opening.length), node.value)) return;
  node.data = { hName: 'pre', hChildren: [] };
  const [first = '', ...rest] = source.split('\n');
  const fence = { ...place, endLine: place.line, endColumn: place.column + first.length };
  const message = 'The display formula that opens here is never closed';
  if (/^\$+[ \t]*$/.test(first)) {
    const hint = 'Put `$$` on a line of its own below the formula.';
    report('math-unclosed', 'error', fence, `${message}: everything below would become part of it.`, hint);
    return;
  }
  const hint = rest.some((line) => line.includes('$$'))
    ? 'Nothing may follow the closing `$$` on its line: move what follows to the next line.'
    : 'Put `$$` at its end, before the next blank line. If you meant two dollar signs, write `\\$\\$`.';
  report('math-unclosed', 'error', fence, `${message}.`, hint);
}

/** True if the dollars at the end of the source are alone on their line, or are not part of the formula itself. */
function isClosed(source: string, tex: string): boolean {
  const end = /\${2,}[ \t]*$/;
  return (
    /^[\s>]*\${2,}[ \t]*$/.test(source.slice(source.lastIndexOf('\n') + 1)) || (end.test(source) && !end.test(tex))
  );
}

/**
 * An inline formula that was meant to be something else.
 *
 * ```markdown
 *   | as in $$x^2$$.          display math in the middle of a line
 *           ^^^^^^^
 *   | as in $`x^2`$.          GitHub's way to write a formula
 *           ^^^^^^^
 *   | from $5 to $10          money
 *          ^^^^^^^
 * ```
 */
function checkInline(node: InlineMath, lines: readonly string[], report: Report): void {
  const place = placeOf(node);
  const source = textAt(place, lines);
  const after = lines[place.endLine - 1]?.slice(place.endColumn - 1) ?? '';
  if (source.startsWith('$$')) {
    const message = 'A formula between `$$` with other text on its line is set inline, not displayed.';
    const mark = /^([.,;:])\s*$/.exec(after)?.[1];
    const hint =
      mark === undefined
        ? 'Put it on a line of its own, or use single `$`.'
        : `Put it on a line of its own, with the \`${mark}\` before its closing \`$$\`, or use single \`$\`.`;
    report('math-inline-display', 'warning', place, message, hint);
    return;
  }
  const tex = source.replace(/^\$+|\$+$/g, '');
  if (/^`[\s\S]*`$/.test(tex)) {
    report(
      'math-backticks',
      'error',
      place,
      `The backticks in ${quote(source)} would show.`,
      `Write \`$${tex.slice(1, -1)}$\`.`,
    );
    return;
  }
  if (!isLikeMoney(tex, after)) return;
  const message = `${quote(source)} is read as a formula, but looks like money or a lone dollar sign.`;
  report('math-money', 'error', place, message, moneyHint(tex));
}

function moneyHint(tex: string): string {
  const trimmed = tex.trim();
  if (trimmed === tex) return 'Write `\\$` for a dollar sign; no digit may follow the closing dollar of a formula.';
  return /[\\^_={}]/.test(trimmed) && !trimmed.includes('\n')
    ? `Write \`$${trimmed}$\` if it is a formula, \`\\$\` for a dollar sign.`
    : 'Write `\\$` for a dollar sign; a formula has no space just inside its dollars.';
}

/**
 * TeX's own brackets lose their backslashes, as Markdown escapes do, so they are looked for in the source of a text.
 *
 * ```markdown
 *   | the loss \(x^2\)        shows as (x^2)
 *              ^^^^^^^
 *   | the loss \[x^2\]        shows as [x^2]
 *              ^^^^^^^
 * ```
 */
function checkText(node: Text, lines: readonly string[], report: Report): void {
  const place = placeOf(node);
  const source = textAt(place, lines);
  for (const match of source.matchAll(/\\([([])([^\n]*?)\\([)\]])/g)) {
    const at = placeInside(source, match.index, match[0].length, place.line, place.column);
    const fence = match[1] === '(' ? '$' : '$$';
    const message = `${quote(match[0])} is not set as a formula.`;
    report(
      'math-brackets',
      'warning',
      at,
      message,
      `Write \`${fence}${(match[2] as string).trim()}${fence}\`${fence === '$$' ? ', on a line of its own' : ''}.`,
    );
  }
}

/**
 * A row with more cells than the head loses them; a `|` inside a formula splits its cell.
 *
 * ```markdown
 *   | | Model | Score |
 *   | | ----- | ----- |
 *   | | CLIP  | 0.7   | best |       a cell without a heading
 *   | | CLIP  | $|x|$ |            a formula in three cells
 * ```
 */
function checkTable(table: Table, lines: readonly string[], report: Report): void {
  const width = table.children[0]?.children.length ?? 0;
  for (const row of table.children) {
    for (const cell of row.children) {
      const place = placeOf(cell);
      const dollars = textAt(place, lines).replace(/\\./g, '').match(/\$/g)?.length ?? 0;
      if (dollars % 2 === 0) continue;
      const message = 'A `|` cuts a formula in this table, or there is a lone dollar sign.';
      report(
        'math-table',
        'warning',
        place,
        message,
        'Write `\\vert` for a bar in a formula, `\\$` for a dollar sign.',
      );
    }
    if (row.children.length <= width) continue;
    const message = `The row has ${row.children.length} cells under ${width} headings; the extra ones would be lost.`;
    report(
      'table-cells',
      'error',
      placeOf(row),
      message,
      'Give the table a heading for each column, or write `\\|` for a bar.',
    );
  }
}

/**
 * Chinese and Japanese put no space after a URL, so a bare URL swallows the sentence that follows.
 *
 * ```markdown
 *   | 见 https://example.org。代码已公开        the link ends at the end of the line
 * ```
 */
function checkAutolink(url: string, place: Range, lines: readonly string[], report: Report): void {
  const source = textAt(place, lines);
  if (!/^(?:https?:|www\.)/i.test(source) || !CJK.test(source)) return;
  const end = source.search(CJK);
  const hint = `Write \`<${source.slice(0, end)}>\`, or put a space after it.`;
  report('link-swallows', 'warning', place, `The link ${quote(decode(url))} swallows the text after it.`, hint);
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function textAt(place: Range, lines: readonly string[]): string {
  const stretch = lines.slice(place.line - 1, place.endLine);
  if (stretch.length === 0) return '';
  stretch[stretch.length - 1] = (stretch.at(-1) as string).slice(0, place.endColumn - 1);
  stretch[0] = (stretch[0] as string).slice(place.column - 1);
  return stretch.join('\n');
}
