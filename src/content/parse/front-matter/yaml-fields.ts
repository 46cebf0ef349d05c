/** YAML fields: what a parsed YAML document says, as plain text, lists and maps, each with its place in the file. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
} from 'yaml';
import type { Problem } from '../../../model/problem.ts';
import { quote } from '../../../text/quote.ts';
import type { FrontMatterLimits } from './limits.ts';
import { toLineIndex } from './line-index.ts';
import { checkComment, checkDecoded, checkEscapes, checkProperties } from './yaml-node-checks.ts';
import {
  type Finding,
  type Reading,
  report,
  toPlace,
  toSpan,
  type YamlBlock,
  type YamlFields,
  type YamlValue,
} from './yaml-reading.ts';

/** Walks the document. Anchors, aliases, tags, merge keys, keys that are not text and bad characters are problems. */
export function readFields(
  document: Document.Parsed,
  block: YamlBlock,
  limits: FrontMatterLimits,
): { fields: YamlFields | undefined; problems: Problem[]; damaged: Set<string> } {
  const fields: YamlFields = { values: Object.create(null), places: {}, keys: {}, snippets: {} };
  const index = toLineIndex(block.source.text);
  const reading: Reading = { block, index, limits, fields, problems: [], damaged: new Set(), keys: 0 };
  const root = document.contents;
  const isEmpty = root === null || (isScalar(root) && root.value === '' && root.type === Scalar.PLAIN);
  if (!isEmpty && !isMap(root)) {
    checkProperties(reading, root as Node);
    if (reading.problems.length === 0) report(reading, root as Node, SHAPE);
    return { fields: undefined, problems: reading.problems, damaged: reading.damaged };
  }
  if (isMap(root)) Object.assign(fields, { values: readMap(reading, root, '', 1) });
  if (reading.keys > limits.keys) {
    report(reading, root as Node, {
      rule: 'front-matter-too-many-keys',
      message: `The front-matter has ${reading.keys} keys; at most ${limits.keys} are read.`,
      hint: 'Keep the fields that the list knows, and move the rest into the notes.',
    });
  }
  return { fields, problems: reading.problems, damaged: reading.damaged };
}

const SHAPE: Finding = {
  rule: 'front-matter-shape',
  message: 'The front-matter has no fields.',
  hint: 'Write one field on each line: its name, a colon, a space and the value, as in `title: Attention`.',
};

function readMap(reading: Reading, map: YAMLMap, path: string, depth: number): { [key: string]: YamlValue } {
  const values: { [key: string]: YamlValue } = Object.create(null);
  for (const pair of map.items as Pair[]) {
    reading.keys += 1;
    if (reading.keys > reading.limits.keys) continue;
    const key = readKey(reading, pair);
    if (key === undefined) continue;
    const keyPath = path === '' ? key : `${path}.${key}`;
    const before = reading.problems.length;
    const value = isNode(pair.value) ? readNode(reading, pair.value, keyPath, depth) : '';
    if (reading.problems.slice(before).some((problem) => problem.severity === 'error'))
      reading.damaged.add(keyPath.split('.', 1)[0] as string);
    const keyPlace = toPlace(reading, pair.key as Node);
    reading.fields.keys[keyPath] = keyPlace;
    if (value === '') reading.fields.places[keyPath] = keyPlace;
    values[key] = value;
  }
  return values;
}

function readKey(reading: Reading, pair: Pair): string | undefined {
  const key = pair.key;
  if (!isNode(key)) return undefined;
  checkProperties(reading, key);
  if (!isScalar(key)) {
    if (!isAlias(key)) {
      const hint = 'A name is plain text. A value that begins with a bracket or a brace needs double quotes around it.';
      report(reading, key, {
        rule: 'yaml-key',
        message: 'This is a list or a map, not the name of a field.',
        hint,
      });
    }
    return undefined;
  }
  const name = String(key.value ?? '');
  checkDecoded(reading, key, name);
  if (name === '<<') {
    const hint = 'Write the fields out in this file.';
    report(reading, key, { rule: 'yaml-merge', message: 'The merge key `<<` is not allowed.', hint });
    return undefined;
  }
  if (name === '__proto__') {
    const hint = 'Delete it, or give it another name.';
    report(reading, key, { rule: 'field-unknown', message: `There is no field ${quote(name)}.`, hint });
    return undefined;
  }
  return name;
}

function readNode(reading: Reading, node: Node, path: string, depth: number): YamlValue {
  checkProperties(reading, node);
  reading.fields.places[path] = toPlace(reading, node);
  if (isScalar(node)) return readScalar(reading, node, path);
  if (isAlias(node)) return '';
  if (depth >= reading.limits.depth) {
    report(reading, node, toDepthProblem(reading.limits.depth));
    return '';
  }
  const [start, end] = toSpan(reading, node);
  const written = reading.block.text.slice(start, end);
  if (!written.includes('\n')) reading.fields.snippets[path] = written;
  if (isMap(node)) return readMap(reading, node, path, depth + 1);
  if (!isSeq(node)) return '';
  return node.items.map((item, at) => (isNode(item) ? readNode(reading, item, `${path}.${at}`, depth + 1) : ''));
}

function toDepthProblem(depth: number): Finding {
  return {
    rule: 'front-matter-too-deep',
    message: `Values are nested more than ${depth} levels deep.`,
    hint: 'Put text that begins with a bracket or a brace in double quotes.',
  };
}

function readScalar(reading: Reading, node: Scalar, path: string): string {
  const value = String(node.value ?? '');
  const isClean = checkDecoded(reading, node, value);
  if (node.type === Scalar.PLAIN) {
    checkComment(reading, node, value, path);
    // The two ways in which YAML writes "no value"; in quotes they are text.
    if (value === '~' || value === 'null') return '';
  }
  if (node.type === Scalar.QUOTE_DOUBLE && isClean) checkEscapes(reading, node);
  return value;
}
