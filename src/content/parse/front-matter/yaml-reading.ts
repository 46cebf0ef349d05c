/** YAML reading: the state of a walk over a YAML document, its problems and its places. */
import type { Node } from 'yaml';
import type { Problem, Range } from '../../../model/problem.ts';
import type { Source } from '../../../model/source.ts';
import type { FrontMatterLimits } from './limits.ts';
import { type LineIndex, toRange } from './line-index.ts';

export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

export interface YamlFields {
  /** No prototype, so that every key is only a key. */
  readonly values: { readonly [field: string]: YamlValue };
  /** The place of each value in the file, by dotted path. */
  readonly places: Record<string, Range>;
  /** The place of each key in the file, by dotted path. */
  readonly keys: Record<string, Range>;
  /** A map or list as it was written on one line, by dotted path: what its author may have meant as text. */
  readonly snippets: Record<string, string>;
}

/** The YAML text and its place in the file. */
export interface YamlBlock {
  readonly text: string;
  /** Offset of `text` in the source. */
  readonly offset: number;
  readonly source: Source;
}

export interface Reading {
  readonly block: YamlBlock;
  readonly index: LineIndex;
  readonly limits: FrontMatterLimits;
  readonly fields: YamlFields;
  readonly problems: Problem[];
  readonly damaged: Set<string>;
  keys: number;
}

export type Finding = Pick<Problem, 'rule' | 'message' | 'hint'> & { severity?: 'warning' };

export function report(reading: Reading, node: Node, finding: Finding): void {
  const [start, end] = toSpan(reading, node);
  reportAt(reading, start, end, finding);
}

export function reportAt(reading: Reading, start: number, end: number, finding: Finding): void {
  const { offset, source } = reading.block;
  const range = toRange(reading.index, offset + start, offset + end);
  reading.problems.push({ severity: 'error', ...finding, file: source.path, ...range });
}

/** Start and end of a node in the block, without the blank space behind it. */
export function toSpan(reading: Reading, node: Node): [number, number] {
  const [start, valueEnd] = node.range ?? [0, 0];
  let end = valueEnd;
  while (end > start && /\s/.test(reading.block.text[end - 1] as string)) end -= 1;
  return [start, end];
}

export function toPlace(reading: Reading, node: Node): Range {
  const [start, end] = toSpan(reading, node);
  return toRange(reading.index, reading.block.offset + start, reading.block.offset + end);
}
