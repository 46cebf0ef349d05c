/** BibTeX records: splits a file into records and their fields, TeX unchanged, in linear time and memory. */
import { createExpansion, type Expansion, MOST_EXPANDED, spend } from './bibtex-expansion.ts';
import { pairBraces } from './brace-pairs.ts';
import { createLineNumbers } from './line-numbers.ts';

export interface BibtexRecord {
  /** Lower-case: `inproceedings`. */
  readonly type: string;
  readonly key: string;
  /** The line of the file on which the record begins, counted from 1. */
  readonly line: number;
  /** By lower-case name, without the outer braces or quotes, macros and `#` resolved. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A place where a file is not valid BibTeX. */
export interface BibtexFault {
  readonly line: number;
  /** The line on which the record begins. */
  readonly start: number;
  /** Without a full stop. */
  readonly message: string;
  readonly hint: string;
}

/** The months, which are macros in every BibTeX style. */
export const MONTHS: readonly string[] = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

interface Cursor {
  readonly text: string;
  readonly pairs: Int32Array;
  /** The offset of the last `)`. */
  readonly lastRound: number;
  readonly macros: Map<string, string>;
  readonly expansion: Expansion;
  at: number;
}

const HINT = 'Close every brace and quote, and separate fields with commas.';
const EXPANSION_HINT = 'Write the values out instead of building them from macros.';

/**
 * Every record in file order, and every fault; after a fault, reading goes on at the next `@` that begins a line. Text
 * between records is a comment. What macros and `crossref` add to a record is bounded, see createExpansion: a record
 * that would grow beyond that is a fault. See "BibTeXing" by Oren Patashnik, 1988.
 */
export function readBibtexRecords(text: string): { records: BibtexRecord[]; faults: BibtexFault[] } {
  const macros = new Map<string, string>(MONTHS.map((month) => [month, month]));
  const cursor: Cursor = {
    text,
    pairs: pairBraces(text),
    lastRound: text.lastIndexOf(')'),
    macros,
    expansion: createExpansion(text.length),
    at: 0,
  };
  const toLine = createLineNumbers(text);
  const records: BibtexRecord[] = [];
  const faults: BibtexFault[] = [];
  const start = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const [whole, name, bracket] = match as unknown as [string, string, string];
    const type = name.toLowerCase();
    const line = toLine(match.index);
    cursor.at = match.index + whole.length;
    cursor.expansion.record = MOST_EXPANDED;
    try {
      if (type === 'comment' || type === 'preamble') skip(cursor, bracket);
      else if (type === 'string') readFields(cursor, bracket).forEach((value, macro) => void macros.set(macro, value));
      else records.push({ type, line, key: readKey(cursor), fields: Object.fromEntries(readFields(cursor, bracket)) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { message, hint } = error;
      faults.push({ line: error.at === undefined ? line : toLine(error.at), start: line, message, hint });
      const next = /\n[ \t]*@/g;
      next.lastIndex = match.index + 1;
      cursor.at = next.exec(text)?.index ?? text.length;
    }
    start.lastIndex = cursor.at;
  }
  return withParents(records, faults, cursor.expansion);
}

/** Thrown within this file; not an Error, whose stack would cost more than the record in a file full of faults. */
class Fault {
  readonly message: string;
  /** The offset; where the record begins if there is no better one. */
  readonly at: number | undefined;
  readonly hint: string;

  constructor(message: string, at: number | undefined, hint = HINT) {
    this.message = message;
    this.at = at;
    this.hint = hint;
  }
}

function readKey(cursor: Cursor): string {
  const match = /^\s*([^\s,{}()="#%]*)\s*(,|(?=[})]))/.exec(cursor.text.slice(cursor.at, cursor.at + 1000));
  if (match === null) throw new Fault('A comma is missing after the key', cursor.at);
  cursor.at += match[0].length;
  return match[1] as string;
}

/** `name = value, …` up to the bracket that closes the record. */
function readFields(cursor: Cursor, bracket: string): Map<string, string> {
  const fields = new Map<string, string>();
  const close = bracket === '{' ? '}' : ')';
  for (;;) {
    skipBlanks(cursor, ',');
    if (cursor.text[cursor.at] === close) {
      cursor.at += 1;
      return fields;
    }
    const name = /^[^\s,{}()="#%@]+/.exec(cursor.text.slice(cursor.at, cursor.at + 200))?.[0];
    if (cursor.text[cursor.at] === '@') throw new Fault('A brace or a quote is not closed', undefined);
    if (name === undefined) throw new Fault(toExpected(cursor.text, cursor.at, `a field or \`${close}\``), cursor.at);
    cursor.at += name.length;
    skipBlanks(cursor, '');
    if (cursor.text[cursor.at] !== '=')
      throw new Fault(toExpected(cursor.text, cursor.at, `\`=\` after \`${name}\``), cursor.at);
    cursor.at += 1;
    const value = readValue(cursor);
    // BibTeX keeps the first of two fields with one name.
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
  }
}

/** Parts joined by `#`: in braces, in quotes, a number or the name of a macro. */
function readValue(cursor: Cursor): string {
  let value = '';
  for (;;) {
    skipBlanks(cursor, '');
    const first = cursor.text[cursor.at];
    if (first === '{' || first === '"') value += readGroup(cursor, first === '{' ? '}' : '"');
    else {
      const word = /^[^\s,{}()="#%]+/.exec(cursor.text.slice(cursor.at, cursor.at + 200))?.[0];
      if (word === undefined) throw new Fault(toExpected(cursor.text, cursor.at, 'a value'), cursor.at);
      value += expand(cursor, word);
      cursor.at += word.length;
    }
    skipBlanks(cursor, '');
    if (cursor.text[cursor.at] !== '#') return value;
    cursor.at += 1;
  }
}

/** The text of a macro; if the word is not a macro, the word. */
function expand({ macros, expansion, at }: Cursor, word: string): string {
  const text = macros.get(word.toLowerCase());
  if (text === undefined) return word;
  if (spend(expansion, text.length)) return text;
  const message = `The macro \`${word}\` expands to more than ${MOST_EXPANDED} characters`;
  throw new Fault(message, at, EXPANSION_HINT);
}

/** The text up to the closing brace or quote of the same depth. */
function readGroup(cursor: Cursor, close: string): string {
  const start = cursor.at + 1;
  const end = close === '}' ? (cursor.pairs[cursor.at] as number) : findQuote(cursor, start);
  if (end === 0) throw new Fault(`\`${close === '}' ? '{' : '"'}\` is never closed`, cursor.at);
  cursor.at = end + 1;
  return cursor.text.slice(start, end);
}

/** The next quote outside of braces; 0 if there is none before the surrounding brace closes. */
function findQuote({ text, pairs }: Cursor, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') return at;
    if (character === '}') return 0;
    if (character === '\\') at += 1;
    else if (character === '{') {
      at = pairs[at] as number;
      if (at === 0) return 0;
    }
  }
  return 0;
}

function skip(cursor: Cursor, bracket: string): void {
  if (bracket === '{') {
    cursor.at -= 1;
    readGroup(cursor, '}');
  } else {
    if (cursor.at > cursor.lastRound) throw new Fault('`(` is never closed', cursor.at);
    cursor.at = cursor.text.indexOf(')', cursor.at) + 1;
  }
}

function skipBlanks(cursor: Cursor, others: string): void {
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at] as string;
    if (!/\s/.test(character) && !others.includes(character)) return;
    cursor.at += 1;
  }
}

/** Says what was expected at an offset and what is there instead, without a full stop. */
export function toExpected(text: string, at: number, wanted: string): string {
  const found = text.slice(at, at + 20).split('\n', 1)[0] ?? '';
  return found === ''
    ? `Expected ${wanted}, but the text ends`
    : `Expected ${wanted}, but found \`${found.replaceAll('`', "'")}\``;
}

/** What an inherited field costs besides its characters. */
const FIELD_COST = 32;

/** With `crossref`, a record inherits what it does not say itself; the title of the volume becomes its `booktitle`. */
function withParents(records: readonly BibtexRecord[], faults: BibtexFault[], expansion: Expansion) {
  const parents = new Map<string, { readonly record: BibtexRecord; readonly size: number }>();
  for (const record of records) {
    const key = record.key.toLowerCase();
    if (parents.has(key)) continue;
    const entries = Object.entries(record.fields);
    const size = entries.reduce((sum, [name, value]) => sum + FIELD_COST + name.length + value.length, 0);
    parents.set(key, { record, size });
  }
  const whole = records.flatMap((record) => {
    const parent = parents.get(record.fields.crossref?.toLowerCase() ?? '');
    if (record.fields.crossref === undefined || parent === undefined || parent.record === record) return [record];
    expansion.record = MOST_EXPANDED;
    if (!spend(expansion, parent.size)) {
      const message = `\`crossref\` adds more than ${MOST_EXPANDED} characters`;
      faults.push({ line: record.line, start: record.line, message, hint: 'Write the fields out.' });
      return [];
    }
    const { title, booktitle = title, ...rest } = parent.record.fields;
    return { ...record, fields: { ...rest, ...(booktitle === undefined ? {} : { booktitle }), ...record.fields } };
  });
  return { records: whole, faults };
}
