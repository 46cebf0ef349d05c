/** Line index: turns offsets of a text into the lines and columns that editors show. */
import type { Range } from '../../../model/problem.ts';

/** Offset at which each line of the text starts; lines end in LF. */
export type LineIndex = readonly number[];

/** Reads the text once, so that each later lookup takes logarithmic time. */
export function toLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset, both counted from 1. */
function toPosition(index: LineIndex, offset: number): { line: number; column: number } {
  let low = 0;
  let high = index.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (index[low] as number) + 1 };
}

/** The range from one offset to another, the second exclusive. */
export function toRange(index: LineIndex, start: number, end: number): Range {
  const from = toPosition(index, start);
  const to = toPosition(index, Math.max(start, end));
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
