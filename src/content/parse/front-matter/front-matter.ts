/** Front-matter: the YAML between two lines `---` at the top of a file, split from the Markdown below. */
import matter from 'gray-matter';
import { FILE_START, type Problem, type Range } from '../../../model/problem.ts';
import type { Source } from '../../../model/source.ts';
import { findDelimiters } from './delimiters.ts';
import { type FrontMatterLimits, PAPER_LIMITS } from './limits.ts';
import { toLineIndex, toRange } from './line-index.ts';
import { toYamlDocument, type YamlDocument } from './yaml-document.ts';
import { readFields } from './yaml-fields.ts';
import type { YamlAdvice } from './yaml-line-advice.ts';
import type { YamlBlock, YamlFields } from './yaml-reading.ts';

export interface FrontMatter {
  /** What the YAML says, as far as it could be read; `undefined` if the file has no readable front-matter. */
  readonly fields?: YamlFields;
  /** Names of fields whose lines contain a YAML error: their values are not what their author meant. */
  readonly damaged: ReadonlySet<string>;
  /** The line `---` that opens the front-matter: the place at which a missing field is reported. */
  readonly opening: Range;
  /** The Markdown below. */
  readonly body: string;
  /** The line of the file on which `body` begins. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/**
 * Splits a source into fields and body and reports every problem of the YAML at its place in the file. Only YAML is
 * ever read: another language named after the opening `---` is an error before any engine could see it.
 */
export function parseFrontMatter(source: Source, limits: FrontMatterLimits = PAPER_LIMITS): FrontMatter {
  const found = findDelimiters(source, limits.bytes);
  const endColumn = source.text.startsWith('---') ? 4 : 1;
  const common = { damaged: new Set<string>(), opening: { ...FILE_START, endColumn }, bodyLine: found.bodyLine };
  if (found.block === undefined) return { ...common, body: found.body, problems: found.problems };
  const { yaml, body } = readWithGrayMatter(found.block, found.body);
  const block = { text: found.block, offset: found.blockOffset, source };
  const problems = [...found.problems, ...toProblems(yaml.advice, block)];
  if (yaml.document === undefined) return { ...common, body, problems };
  const read = readFields(yaml.document, block, limits);
  const damaged = new Set([...yaml.damaged, ...read.damaged]);
  const all = [...problems, ...read.problems].slice(0, MOST);
  return { ...common, ...(read.fields === undefined ? {} : { fields: read.fields }), damaged, body, problems: all };
}

/** At most this many are reported for one file. */
const MOST = 20;

function toProblems(advice: readonly YamlAdvice[], block: YamlBlock): Problem[] {
  const index = toLineIndex(block.source.text);
  return advice.map(({ rule, message, hint, start, end }) => {
    const range = toRange(index, block.offset + start, block.offset + end);
    return { rule, severity: 'error', message, hint, file: block.source.path, ...range };
  });
}

/**
 * Lets gray-matter split text whose delimiters have been checked and whose YAML our own engine reads. An options object
 * keeps its cache out of the way; the engines it would otherwise use run code or have other rules.
 */
function readWithGrayMatter(block: string, body: string): { yaml: YamlDocument; body: string } {
  let document: YamlDocument | undefined;
  const yaml = (text: string): object => {
    // gray-matter includes the line feed of the opening delimiter, and leaves out that of the last line.
    document = toYamlDocument(text.slice(1));
    return {};
  };
  const file = matter(`---\n${block}---\n${body}`, { engines: { yaml, javascript: refuse, json: refuse } });
  // If the front-matter holds nothing but comments, the engine is not called.
  return { yaml: document ?? toYamlDocument(''), body: file.content };
}

function refuse(): never {
  throw new Error('Front-matter is YAML; no other engine may be called.');
}
