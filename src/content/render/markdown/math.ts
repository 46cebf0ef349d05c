/** Math: puts KaTeX's markup in place of formulas, after sanitising, since a sanitiser would remove it. */
import type { Element, ElementContent, Root } from 'hast';
import type { Range } from '../../../model/problem.ts';
import { placeInside, placeOf } from '../../report/place.ts';
import type { Report } from '../../report/report.ts';
import { type FormulaMemo, recallFormula } from './formula-memo.ts';
import { FORMULA_CHARACTERS, FORMULAS, tooManyFormulas } from './limits.ts';
import { walkHtml } from './walk.ts';

declare module 'hast' {
  interface RawData {
    /** The TeX behind a rendered formula. */
    tex?: string;
  }
}

/** How much math there has been so far in the notes of one paper. */
export interface MathTally {
  formulas: number;
  characters: number;
  /** True once there was too much, which is reported once. */
  isOver: boolean;
}

/**
 * Replaces `code.language-math` by an inline formula and `pre > code.language-math` by a displayed one; the markup
 * enters as raw nodes, which avoids parsing KaTeX's own HTML again. Returns true if there was a formula.
 */
export function renderMath(
  tree: Root,
  lines: readonly string[],
  tally: MathTally,
  report: Report,
  memo?: FormulaMemo,
): boolean {
  const before = tally.formulas;
  walkHtml(tree, (element, index, parent) => {
    if (element.type !== 'element') return undefined;
    const child = element.children[0];
    const isDisplay = element.tagName === 'pre' && child?.type === 'element' && isMath(child);
    if (!isDisplay && !isMath(element)) return undefined;
    const tex = textOf(element);
    tally.formulas += 1;
    tally.characters += tex.length;
    const place = placeOf(element);
    if (tally.formulas > FORMULAS || tally.characters > FORMULA_CHARACTERS) {
      if (!tally.isOver) {
        report('math-limit', 'error', place, tooManyFormulas, 'Keep what matters, and link to the paper for the rest.');
      }
      tally.isOver = true;
      parent.children.splice(index, 1);
      return index;
    }
    const { html, findings } = recallFormula(tex, isDisplay, memo);
    const start = findTex(tex, place, lines);
    for (const { rule, severity, message, hint, index: at, length } of findings) {
      report(rule, severity, start(at, length), message, hint);
    }
    parent.children[index] = { type: 'raw', value: html, data: { tex } } as ElementContent;
    return index + 1;
  });
  return tally.formulas > before;
}

function isMath(element: Element): boolean {
  const classes = element.properties.className;
  return element.tagName === 'code' && Array.isArray(classes) && classes.includes('language-math');
}

/** The text of an element, markup inside it left out. */
function textOf(element: Element): string {
  let text = '';
  walkHtml(element, (node) => {
    if (node.type === 'text') text += node.value;
    return undefined;
  });
  return text.replace(/\n$/, '');
}

/** Finds the place of the TeX in the file, where a list or a quote may indent each of its lines. */
function findTex(tex: string, place: Range, lines: readonly string[]): (index: number, length: number) => Range {
  const rows = tex.split('\n');
  const first =
    place.endLine > place.line && (rows[0] === '' || !lines[place.line - 1]?.includes(rows[0] as string, place.column))
      ? place.line + 1
      : place.line;
  const opening = lines[place.line - 1]?.slice(place.column - 1).match(/^[$`~]*(?:math)?/)?.[0].length ?? 0;
  return (index, length) => {
    const { line, column } = placeInside(tex, index, length, 1, 1);
    const row = rows[line - 1] as string;
    const fileLine = first + line - 1;
    const from = fileLine === place.line ? place.column - 1 + opening : 0;
    const indent = Math.max(lines[fileLine - 1]?.indexOf(row, from) ?? 0, 0);
    const span = Math.max(Math.min(length, row.length - column + 1), 1);
    const start = column + indent;
    return { line: fileLine, column: start, endLine: fileLine, endColumn: start + span };
  };
}
