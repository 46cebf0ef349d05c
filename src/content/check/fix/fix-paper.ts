/** Fix paper: fixes whatever in a paper's front-matter has only one possible fix. */
import { type Document, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap } from 'yaml';
import { fieldsReadAs, orderNames } from '../../../model/fields.ts';
import type { List } from '../../../model/list.ts';
import type { Paper } from '../../../model/paper.ts';
import { hasErrors } from '../../../model/problem.ts';
import type { Source } from '../../../model/source.ts';
import { toArxivId, toDoi } from '../../../text/identifiers.ts';
import { toNameKey } from '../../../text/name-keys.ts';
import { quote } from '../../../text/quote.ts';
import { partVenue } from '../../../text/venue-name.ts';
import { findDelimiters } from '../../parse/front-matter/delimiters.ts';
import { PAPER_LIMITS } from '../../parse/front-matter/limits.ts';
import { toYamlDocument } from '../../parse/front-matter/yaml-document.ts';
import { toLine } from '../../parse/front-matter/yaml-lines.ts';
import { type PaperParser, parsePaper } from '../../parse/parse.ts';
import { orderFields } from './order-fields.ts';
import { toPartedVenue } from './part-venue.ts';
import { writeScalar } from './write-scalar.ts';

export interface FixedPaper {
  /** The file up to the line that closes the front-matter; all below it is as it was. */
  readonly head: string;
  /** How many lines of the file `head` takes the place of. */
  readonly lines: number;
  /** What was changed, in words: `fields put in order`. At least one. */
  readonly changes: readonly string[];
}

/**
 * Puts the fields into the order of the table of fields, writes arXiv ids and DOIs in place of their addresses, names as the
 * list declares them, takes surplus blanks out of names, and parts a venue from its year. Comments go with the field
 * below them, quotes stay. Gives `undefined` where nothing is to be done and for a paper with errors, and never changes
 * what a paper means. `parse` knows the list's own fields.
 */
export function fixPaper(source: Source, list: List, parse: PaperParser = parsePaper): FixedPaper | undefined {
  const before = parse(source);
  const { block, blockOffset } = findDelimiters(source, PAPER_LIMITS.bytes);
  if (before.paper === undefined || block === undefined || hasErrors(before.problems)) return undefined;
  const edits = findEdits(block, toDeclared(list), before.paper);
  const edited = edits.reduceRight((text, { start, end, to }) => text.slice(0, start) + to + text.slice(end), block);
  const ordered = orderFields(edited, orderNames(list.fields.map(({ name }) => name)));
  const changes = [
    ...edits
      .map(({ start, end, to, words }) => words ?? toWords(block.slice(start, end), to))
      .filter((one) => one !== ''),
    ...(ordered === edited ? [] : ['fields put in order']),
  ];
  if (changes.length === 0) return undefined;
  const head = source.text.slice(0, blockOffset) + ordered;
  const after = parse({ ...source, text: head + source.text.slice(blockOffset + block.length) });
  const isSame = after.paper !== undefined && toMeaning(after.paper) === toMeaning(before.paper);
  if (!isSame || after.problems.length > before.problems.length) return undefined;
  return { head, lines: source.text.slice(0, blockOffset + block.length).split('\n').length - 1, changes };
}

function toWords(from: string, to: string): string {
  const isBlank = from.replace(/\s/g, '') === to.replace(/\s/g, '');
  return isBlank ? `blanks taken out of ${quote(to)}` : `${quote(from)} is now ${quote(to)}`;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
  /** What it changes, unless that is one value for another; empty if another edit says it. */
  readonly words?: string;
}

/** What the list declares, by key and by field of a paper. */
type Declared = Readonly<Record<string, ReadonlyMap<string, string>>>;

function toDeclared({ venues, institutions, fields }: List): Declared {
  const toSpellings = (names: List['venues']) =>
    // The name itself comes last, so that it wins over an alias of the same letters.
    new Map(names.flatMap(({ name, aliases }) => [...aliases, name].map((one) => [toNameKey(one), one] as const)));
  const own = fields.flatMap(({ name, values }): [string, ReadonlyMap<string, string>][] =>
    values === undefined ? [] : [[name, new Map(values.map((value) => [toNameKey(value), value]))]],
  );
  return { venue: toSpellings(venues), institutions: toSpellings(institutions), ...Object.fromEntries(own) };
}

const NAMES = new Set<string>(fieldsReadAs('line', 'title', 'people', 'names', 'topics'));

/** In the order of the text, none inside another. */
function findEdits(block: string, declared: Declared, paper: Paper): readonly Edit[] {
  const { contents } = toYamlDocument(block).document as Document.Parsed;
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    const field = isScalar(key) ? String(key.value) : '';
    const nodes = isSeq(value) ? value.items : [value];
    return nodes.flatMap((node) => {
      if (!isScalar(node) || !isOnOneLine(node, block)) return [];
      const text = String(node.value);
      const isVenue = field === 'venue' && declared.venue?.has(toNameKey(text)) !== true;
      const parted = isVenue ? toPartedVenue(text, paper, contents as YAMLMap) : undefined;
      const meant = toMeant(parted?.name ?? text, field, declared[field]);
      if (meant === undefined || meant === text) return [];
      const [start, end] = rangeOf(node);
      const edit = { start, end, to: writeScalar(meant, node) };
      if (parted?.line === undefined) return [edit];
      const [from, to] = [quote(text), quote(meant)];
      // Long names are quoted in part, and may look alike.
      const words =
        from === to ? `${quote(parted.line)} taken out of the venue` : `${from} is now ${to} and ${quote(parted.line)}`;
      return [{ ...edit, words }, toLineBelow(parted.line, key as Scalar, end, block)];
    });
  });
}

/** Text over several lines was laid out by its author, and escapes say more than they show. */
function isOnOneLine(node: Scalar, block: string): boolean {
  const [start, end] = rangeOf(node);
  const written = block.slice(start, end);
  const isText = node.type === Scalar.PLAIN || !written.includes('\\');
  return written !== '' && !written.includes('\n') && isText && node.value !== '~' && node.value !== 'null';
}

/** Writes a line below that of a value, indented as its key is. */
function toLineBelow(line: string, key: Scalar, end: number, block: string): Edit {
  const [start] = rangeOf(key);
  const indent = ' '.repeat(start - toLine(block, start).start);
  const at = block.indexOf('\n', end) + 1;
  return { start: at, end: at, to: `${indent}${line}\n`, words: '' };
}

function rangeOf(node: Scalar): [start: number, end: number] {
  const [start, end] = (node as Node).range as [number, number, number];
  return [start, end];
}

function toMeant(value: string, field: string, declared: ReadonlyMap<string, string> | undefined): string | undefined {
  if (field === 'arxiv') return toArxivId(value);
  if (field === 'doi') return toDoi(value);
  if (!NAMES.has(field) && declared === undefined) return undefined;
  const folded = value.replace(/\s+/g, ' ').trim();
  if (folded === '' || declared === undefined || [...declared.values()].includes(folded)) return folded || undefined;
  return declared.get(toNameKey(folded)) ?? folded;
}

/** All that a paper says, but for where it says it and which spelling of a declared name it uses. */
function toMeaning({ places, bodyLine, institutions, venue, ...rest }: Paper): string {
  const names = [...institutions, partVenue(venue ?? '').name].map(toNameKey);
  const entries = Object.entries(rest).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([entries, names]);
}
