/** Places: from the positions of syntax trees and offsets in a text to the ranges of problems. */
import type { Node } from 'unist';
import { FILE_START, type Range } from '../../model/problem.ts';

/** The place of a node; the start of the file if it has none. */
export function placeOf(node: Node): Range {
  const position = node.position;
  if (position?.start?.line === undefined) return FILE_START;
  const { start } = position;
  const end = position.end?.line === undefined ? start : position.end;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The place of `length` characters at `index` of a text that itself begins at `line` and `column`. */
export function placeInside(text: string, index: number, length: number, line: number, column: number): Range {
  const start = advance(text.slice(0, index), line, column);
  const end = advance(text.slice(index, index + length), start.line, start.column);
  return { ...start, endLine: end.line, endColumn: end.column };
}

function advance(text: string, line: number, column: number): { readonly line: number; readonly column: number } {
  const breaks = text.split('\n');
  if (breaks.length === 1) return { line, column: column + text.length };
  return { line: line + breaks.length - 1, column: (breaks.at(-1) as string).length + 1 };
}
