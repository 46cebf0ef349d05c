/** YAML document: parses front-matter as far as it can despite its errors, and reports each of them once. */
import { type Document, parseDocument, type YAMLError } from 'yaml';
import { adviseYaml } from './yaml-advice.ts';
import { adviseUnreadLine, type YamlAdvice } from './yaml-line-advice.ts';
import { isFieldLine, type TextLine, toLine, toLineAfter, toLineBefore } from './yaml-lines.ts';

export interface YamlDocument {
  /** Free of errors, with the offsets of the text; `undefined` if there were too many errors to go on. */
  readonly document: Document.Parsed | undefined;
  /** What to report, in the order of the text. */
  readonly advice: readonly YamlAdvice[];
  /** Names of the fields that were left out of the document because they contain errors. */
  readonly damaged: ReadonlySet<string>;
}

/** At most this many fields with errors are skipped. */
const MOST = 20;

/** How much text is parsed in all, in UTF-16 units: text that is parsed again for every error must be short. */
const WORK = 64 * 1024;

// Failsafe: every scalar stays the text that was written, so that `2103.17240` keeps its zero.
const OPTIONS = {
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: true,
  version: '1.2',
  prettyErrors: false,
  logLevel: 'error',
} as const;

/**
 * One error makes a YAML parser misread what follows: an extra colon swallows the fields below it. So the field around
 * the first error is reported and overwritten with spaces, which keeps all offsets, and the rest is parsed again.
 */
export function toYamlDocument(text: string): YamlDocument {
  const advice: YamlAdvice[] = [];
  const damaged = new Set<string>();
  let left = text;
  for (let round = 0; round <= MOST; round += 1) {
    const document = parseDocument(left, OPTIONS);
    const found = toAdvice(document, left);
    const first = found[0];
    if (first === undefined) return { document, advice: toOrdered(advice), damaged };
    const entry = toEntry(left, first.advice.start) ?? toEntry(left, first.position);
    if (entry === undefined || round === MOST || (round + 2) * text.length > WORK) {
      advice.push(...toFirstOfLines(found, left, { start: 0, end: text.length }));
      break;
    }
    advice.push(...toFirstOfLines(found, left, entry));
    for (const line of left.slice(entry.start, entry.end).split('\n')) {
      const name = /^[\s"']*([\w-]{1,40})/.exec(line)?.[1];
      if (name !== undefined && (isFieldLine(line) || /^\S/.test(line))) damaged.add(name);
    }
    left =
      left.slice(0, entry.start) + left.slice(entry.start, entry.end).replace(/[^\n]/g, ' ') + left.slice(entry.end);
  }
  return { document: undefined, advice: toOrdered(advice), damaged };
}

interface PlacedAdvice {
  readonly advice: YamlAdvice;
  /** Where the parser stumbled; the advice may point elsewhere. */
  readonly position: number;
}

function toAdvice(document: Document.Parsed, text: string): PlacedAdvice[] {
  const root = document.contents;
  const errors: YAMLError[] = document.errors.toSorted((left, right) => left.pos[0] - right.pos[0]).slice(0, MOST);
  if (errors.length > 0) return errors.map((error) => ({ advice: adviseYaml(error, text), position: error.pos[0] }));
  // A single word or sentence is valid YAML, but has no field.
  const isText = root !== null && 'type' in root && root.type === 'PLAIN' && root.source !== '' && !hasProperties(root);
  return isText ? [{ advice: adviseUnreadLine(toLine(text, root.range[0])), position: root.range[0] }] : [];
}

function hasProperties(node: object): boolean {
  return ('anchor' in node && node.anchor !== undefined) || ('tag' in node && node.tag !== undefined);
}

interface Entry {
  readonly start: number;
  readonly end: number;
}

function isInside(entry: Entry, offset: number): boolean {
  return offset >= entry.start && offset < entry.end;
}

/** The errors inside an entry; only the first on each line, since the others on it follow from that one. */
function toFirstOfLines(found: readonly PlacedAdvice[], text: string, entry: Entry): YamlAdvice[] {
  const lines = new Set<number>();
  return found.flatMap(({ advice, position }, at) => {
    if (at > 0 && !isInside(entry, advice.start)) return [];
    const starts = [toLine(text, advice.start).start, toLine(text, Math.min(position, text.length)).start];
    if (starts.some((start) => lines.has(start))) return [];
    for (const start of starts) lines.add(start);
    return [advice];
  });
}

/** The lines of the field around an offset, or `undefined` if nothing but spaces is left there. */
function toEntry(text: string, offset: number): Entry | undefined {
  const here = toLine(text, Math.min(offset, Math.max(0, text.length - 1)));
  let first: TextLine = here;
  while (!isOutermost(first)) {
    const before = toLineBefore(text, first);
    if (before === undefined || before.text.trim() === '') break;
    first = before;
  }
  let last: TextLine = here;
  for (let next = toLineAfter(text, last); next !== undefined && !isOutermost(next); next = toLineAfter(text, next)) {
    last = next;
  }
  return text.slice(first.start, last.end).trim() === '' ? undefined : { start: first.start, end: last.end };
}

/** A line at the first column that neither continues a list nor closes a bracket. */
function isOutermost(line: TextLine): boolean {
  return /^[^\s\-\]}]/.test(line.text);
}

function toOrdered(advice: readonly YamlAdvice[]): YamlAdvice[] {
  return advice.toSorted((left, right) => left.start - right.start);
}
