/** Order fields: moves the fields of front-matter, each with its comments, into a given order. */
import { isMap, isScalar, type Node } from 'yaml';
import { toYamlDocument } from '../../parse/front-matter/yaml-document.ts';
import { toLine, toLineBefore } from '../../parse/front-matter/yaml-lines.ts';

interface Field {
  readonly name: string;
  readonly text: string;
}

/**
 * The YAML with its outermost fields in the order of `names`, every line as it was. Comments right above a field belong
 * to it; those at the top that a blank line sets apart, and those below the last field, stay. Fields between braces
 * are left as they are.
 */
export function orderFields(block: string, names: readonly string[]): string {
  const map = toYamlDocument(block).document?.contents;
  if (!isMap(map) || map.flow === true) return block;
  const keys = map.items.map(({ key }) => key as Node);
  const starts = keys.map((key) => toStart(block, (key.range as [number, number, number])[0]));
  const end = toEnd(block);
  const fields = keys.map((key, at): Field => {
    return { name: isScalar(key) ? String(key.value) : '', text: block.slice(starts[at], starts[at + 1] ?? end) };
  });
  const ordered = fields.toSorted((left, right) => names.indexOf(left.name) - names.indexOf(right.name));
  return block.slice(0, starts[0]) + ordered.map(({ text }) => text).join('') + block.slice(end);
}

/** The first of the comment lines right above the line of an offset, or that line. */
function toStart(block: string, offset: number): number {
  let line = toLine(block, offset);
  for (let before = toLineBefore(block, line); before?.text.startsWith('#'); before = toLineBefore(block, line)) {
    line = before;
  }
  return line.start;
}

/** Where the comments and blank lines begin that close the front-matter. */
function toEnd(block: string): number {
  const tail = /(?:^|\n)((?:[ \t]*\n|#[^\n]*\n)*)$/.exec(block) as RegExpExecArray;
  const isComment = (tail[1] as string).includes('#');
  return isComment ? block.length - (tail[1] as string).length : block.length;
}
