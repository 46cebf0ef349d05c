/** BibTeX records: takes a file apart into its records and their fields, TeX left as it is. */

export interface BibtexRecord {
  /** Lower-case: `inproceedings`. */
  readonly type: string;
  readonly key: string;
  /** The line of the file on which the record begins, counted from 1. */
  readonly line: number;
  /** By lower-case name, without the outer braces or quotes, macros and `#` resolved. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a file is no BibTeX. */
export interface BibtexFault {
  readonly line: number;
  /** The line on which the record begins. */
  readonly start: number;
  readonly message: string;
}

/** The months: macros of every BibTeX style. */
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
  at: number;
}

/**
 * Every record in the order of the file, and every fault; after one, reading goes on at the next `@` that begins a
 * line. What stands between records is a comment. See "BibTeXing" by Oren Patashnik, 1988.
 */
export function readBibtexRecords(text: string): { records: BibtexRecord[]; faults: BibtexFault[] } {
  const cursor: Cursor = { text, at: 0 };
  const macros = new Map<string, string>(MONTHS.map((month) => [month, month]));
  const records: BibtexRecord[] = [];
  const faults: BibtexFault[] = [];
  const start = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const [whole, name, bracket] = match as unknown as [string, string, string];
    const type = name.toLowerCase();
    const line = toLineNumber(text, match.index);
    cursor.at = match.index + whole.length;
    try {
      if (type === 'comment' || type === 'preamble') skip(cursor, bracket);
      else if (type === 'string')
        readFields(cursor, bracket, macros).forEach((value, macro) => void macros.set(macro, value));
      else
        records.push({
          type,
          line,
          key: readKey(cursor),
          fields: Object.fromEntries(readFields(cursor, bracket, macros)),
        });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push({
        line: error.at === undefined ? line : toLineNumber(text, error.at),
        start: line,
        message: error.message,
      });
      const next = /\n[ \t]*@/g;
      next.lastIndex = match.index + 1;
      cursor.at = next.exec(text)?.index ?? text.length;
    }
    start.lastIndex = cursor.at;
  }
  return { records: records.map((record) => withParent(record, records)), faults };
}

class Fault extends Error {
  /** Where the record begins, if nowhere else. */
  readonly at: number | undefined;

  constructor(message: string, at: number | undefined) {
    super(message);
    this.at = at;
  }
}

function toLineNumber(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

function readKey(cursor: Cursor): string {
  const match = /^\s*([^\s,{}()="#%]*)\s*(,|(?=[})]))/.exec(cursor.text.slice(cursor.at, cursor.at + 1000));
  if (match === null) throw new Fault('A comma is missing after the key', cursor.at);
  cursor.at += match[0].length;
  return match[1] as string;
}

/** `name = value, …` up to the bracket that closes the record. */
function readFields(cursor: Cursor, bracket: string, macros: ReadonlyMap<string, string>): Map<string, string> {
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
    if (name === undefined) throw new Fault(toExpected(cursor, `a field or \`${close}\``), cursor.at);
    cursor.at += name.length;
    skipBlanks(cursor, '');
    if (cursor.text[cursor.at] !== '=') throw new Fault(toExpected(cursor, `\`=\` after \`${name}\``), cursor.at);
    cursor.at += 1;
    const value = readValue(cursor, macros);
    // BibTeX keeps the first of two fields with one name.
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
  }
}

/** Parts joined by `#`: in braces, in quotes, a number or the name of a macro. */
function readValue(cursor: Cursor, macros: ReadonlyMap<string, string>): string {
  let value = '';
  for (;;) {
    skipBlanks(cursor, '');
    const first = cursor.text[cursor.at];
    if (first === '{' || first === '"') value += readGroup(cursor, first === '{' ? '}' : '"');
    else {
      const word = /^[^\s,{}()="#%]+/.exec(cursor.text.slice(cursor.at, cursor.at + 200))?.[0];
      if (word === undefined) throw new Fault(toExpected(cursor, 'a value'), cursor.at);
      value += macros.get(word.toLowerCase()) ?? word;
      cursor.at += word.length;
    }
    skipBlanks(cursor, '');
    if (cursor.text[cursor.at] !== '#') return value;
    cursor.at += 1;
  }
}

/** What stands up to the closing brace or quote of the same depth. */
function readGroup(cursor: Cursor, close: string): string {
  const start = cursor.at + 1;
  let depth = 0;
  for (let at = start; at < cursor.text.length; at += 1) {
    const character = cursor.text[at] as string;
    if (depth === 0 && character === close) {
      cursor.at = at + 1;
      return cursor.text.slice(start, at);
    }
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth < 0) break;
  }
  throw new Fault(`\`${close === '}' ? '{' : '"'}\` is never closed`, cursor.at);
}

function skip(cursor: Cursor, bracket: string): void {
  if (bracket === '{') {
    cursor.at -= 1;
    readGroup(cursor, '}');
  } else {
    const end = cursor.text.indexOf(')', cursor.at);
    if (end === -1) throw new Fault('`(` is never closed', cursor.at);
    cursor.at = end + 1;
  }
}

function skipBlanks(cursor: Cursor, others: string): void {
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at] as string;
    if (!/\s/.test(character) && !others.includes(character)) return;
    cursor.at += 1;
  }
}

function toExpected(cursor: Cursor, wanted: string): string {
  const found = cursor.text.slice(cursor.at, cursor.at + 20).split('\n', 1)[0] ?? '';
  return found === ''
    ? `The text ends where ${wanted} belongs`
    : `\`${found.replaceAll('`', "'")}\` stands where ${wanted} belongs`;
}

/** `crossref` lends what the record does not say itself; the title of the volume is its `booktitle`. */
function withParent(record: BibtexRecord, records: readonly BibtexRecord[]): BibtexRecord {
  const key = record.fields.crossref?.toLowerCase();
  const parent = key === undefined ? undefined : records.find((other) => other.key.toLowerCase() === key);
  if (parent === undefined || parent === record) return record;
  const { title, booktitle = title, ...rest } = parent.fields;
  return { ...record, fields: { ...rest, ...(booktitle === undefined ? {} : { booktitle }), ...record.fields } };
}

/** True where every brace has its other one, counted as BibTeX counts: a brace behind a backslash is one too. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
