/** Strict record: reads one BibTeX record in the form that bibtex, biber and every other program understand the same way. */
import { MONTHS, toExpected } from './bibtex-records.ts';
import { isBalanced, pairBraces } from './brace-pairs.ts';

export interface StrictRecord {
  readonly key: string;
  /** In the order of the record; a name may come twice. */
  readonly fields: readonly StrictField[];
}

interface StrictField {
  readonly name: string;
  /** Without braces and quotes, its parts joined; a month is its macro. */
  readonly value: string;
  /** The offset in the text of a character of the value. */
  readonly toOffset: (index: number) => number;
}

/** What keeps a text from being one record: a BibTeX command, or something that programs read differently. */
export interface StrictFault {
  readonly kind: 'command' | 'form';
  /** Its place, in UTF-16 units. */
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

interface Cursor {
  readonly text: string;
  readonly pairs: Int32Array;
  /** In the order in which they were found. */
  readonly faults: StrictFault[];
  at: number;
}

const SYNTAX_HINT = 'Close every brace and quote, and separate fields with commas.';
const LONE_HINT =
  'Write one record, as in `@misc{key, title = {…}}`, or leave the field out: a record is then generated.';

/**
 * The record, if the text is nothing else: no command such as `@string` with it, no second record, no other text. To
 * BibTeX, every `@` outside of a record begins a command, even within `@comment{…}`; it counts a brace after a backslash,
 * while others do not; it reads an undefined macro as empty text; and only some programs know comments within a record.
 * Whatever they disagree about is a fault, so that nobody reads anything that was not checked.
 */
export function readStrictRecord(text: string): { record?: StrictRecord; faults: readonly StrictFault[] } {
  const faults: StrictFault[] = [];
  const cursor: Cursor = { text, pairs: pairBraces(text, true), faults, at: 0 };
  const records: (StrictRecord | undefined)[] = [];
  for (;;) {
    const next = text.indexOf('@', cursor.at);
    const end = next === -1 ? text.length : next;
    const stray = text.slice(cursor.at, end).search(/[^ \t\n]/);
    if (stray !== -1 && (next !== -1 || records.length > 0 || faults.length > 0)) {
      const offset = cursor.at + stray;
      report(cursor, offset, toExpected(text, offset, 'nothing but the record'), 'Remove it.');
    }
    if (next === -1) break;
    cursor.at = next;
    const name = take(cursor, /@[ \t\n]*(string|preamble|comment)(?![A-Za-z])/iy)?.[1];
    if (name !== undefined) {
      const hint = COMMAND_HINTS[name.toLowerCase()] as string;
      report(cursor, next, `\`@${name}\` is not allowed in the record of one paper`, hint, 'command');
      skipCommand(cursor);
      continue;
    }
    if (records.length === 1) report(cursor, next, 'A second record begins here', LONE_HINT);
    const faultsBefore = faults.length;
    try {
      records.push(readRecord(cursor));
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      records.push(undefined);
      const rest = text.slice(next + 1).search(/\n[ \t]*@/);
      cursor.at = rest === -1 ? text.length : next + 1 + rest;
    }
    // A record that should not be there at all need not be correct.
    if (records.length > 1) faults.length = faultsBefore;
  }
  const [record] = records;
  if (records.length === 0 && faults.length === 0) report(cursor, 0, 'There is no BibTeX record here', LONE_HINT);
  return faults.length > 0 || record === undefined ? { faults } : { record, faults };
}

const COMMAND_HINTS: Readonly<Record<string, string>> = {
  string: 'Write the text into the field itself: a macro would reach the records of other papers.',
  preamble: 'Remove it: it would take effect in the document of everyone who cites a paper of the list.',
  comment: 'Remove it: BibTeX keeps reading inside it.',
};

/** Thrown within this file, after the fault is reported, if it is unclear where the record goes on. */
class Stop {}

function report(
  cursor: Cursor,
  offset: number,
  message: string,
  hint: string,
  kind: StrictFault['kind'] = 'form',
): void {
  cursor.faults.push({ kind, offset, message: `${message}.`, hint });
}

function stop(cursor: Cursor, message: string, hint = SYNTAX_HINT): never {
  report(cursor, cursor.at, message, hint);
  throw new Stop();
}

function stopBefore(cursor: Cursor, wanted: string, hint = SYNTAX_HINT): never {
  stop(cursor, toExpected(cursor.text, cursor.at, wanted), hint);
}

function skipCommand(cursor: Cursor): void {
  skipBlanks(cursor);
  if (cursor.text[cursor.at] !== '{') return;
  cursor.at = (cursor.pairs[cursor.at] || cursor.at) + 1;
}

function readRecord(cursor: Cursor): StrictRecord {
  const start = cursor.at;
  if (take(cursor, /@[ \t]*[A-Za-z]+[ \t\n]*\{[ \t\n]*/y) === undefined) {
    stopBefore(
      cursor,
      'a record, as in `@misc{`',
      'Write a name made of letters and a brace after it: `@misc{key, …}`.',
    );
  }
  const key = readKey(cursor);
  const fields: StrictField[] = [];
  for (;;) {
    skipBlanks(cursor);
    if (cursor.text[cursor.at] === '}') break;
    if (take(cursor, /,[ \t\n]*/y) === undefined) stopBefore(cursor, 'a comma or `}`');
    if (cursor.text[cursor.at] === '}') break;
    fields.push(readField(cursor));
  }
  for (const line of cursor.text.slice(start, cursor.at).matchAll(/\n[ \t]*[@%]/g)) {
    const hint = 'Join it with the line before it: some programs take it for a new record or a comment.';
    report(cursor, start + line.index + line[0].length - 1, 'A line of the record begins with `@` or `%`', hint);
  }
  cursor.at += 1;
  return { key, fields };
}

/** What BibTeX and biber accept, without what TeX would interpret in `\cite` and `\bibitem`. */
function readKey(cursor: Cursor): string {
  const { at } = cursor;
  const key = take(cursor, /[^\s,{}]*/y)?.[0] ?? '';
  if (key === '') {
    stop(cursor, 'The record has no key', 'Write one after the first brace, with a comma: `@misc{key, …}`.');
  }
  if (!/^[\p{L}\p{N}_:./+*&'-]+$/u.test(key)) {
    const hint = "Use letters, digits and `_ : . / + * & ' -`.";
    report(
      cursor,
      at,
      `The key \`${key.slice(0, 80).replaceAll('`', "'")}\` contains a character that is not allowed in a key`,
      hint,
    );
  }
  return key;
}

function readField(cursor: Cursor): StrictField {
  const name = take(cursor, /[A-Za-z_][\w+.:/-]*/y)?.[0];
  if (name === undefined) stopBefore(cursor, 'a field or `}`');
  skipBlanks(cursor);
  if (take(cursor, /=/y) === undefined) stopBefore(cursor, `\`=\` after \`${name}\``);
  const parts: { readonly from: number; readonly at: number }[] = [];
  let value = '';
  do {
    skipBlanks(cursor);
    const { text, at } = readPart(cursor);
    parts.push({ from: value.length, at });
    value += text;
    skipBlanks(cursor);
  } while (take(cursor, /#/y) !== undefined);
  const toOffset = (index: number) => {
    const { from, at } = parts.findLast((part) => part.from <= index) as { from: number; at: number };
    return at + index - from;
  };
  return { name, value, toOffset };
}

/** A text in braces or quotes, a number or a month. */
function readPart(cursor: Cursor): { readonly text: string; readonly at: number } {
  const { text, pairs, at } = cursor;
  const first = text[at];
  if (first !== '{' && first !== '"') {
    const word = take(cursor, /\d+|[A-Za-z][\w+.:/-]*/y)?.[0];
    if (word === undefined) stopBefore(cursor, 'a value');
    if (/^\d/.test(word) || MONTHS.includes(word.toLowerCase())) return { text: word, at };
    const hint = 'Put it in braces; the only macros a record may use are `jan` to `dec`.';
    report(cursor, at, `\`${word.slice(0, 80)}\` is not in braces or quotes`, hint);
    return { text: word, at };
  }
  const end = first === '{' ? (pairs[at] as number) : findQuote(text, pairs, at + 1);
  if (end === 0) stop(cursor, `\`${first}\` is never closed`);
  const inside = text.slice(at + 1, end);
  const plain = inside.replace(/\\[\s\S]/g, '');
  if (first === '"' && plain.endsWith('\\')) {
    stop(cursor, 'BibTeX ends the value at the quote after a backslash', 'Put the accent in braces: `J{\\"o}rg`.');
  }
  if (plain.endsWith('\\') || !isBalanced(plain)) {
    stop(
      cursor,
      'The braces of the record do not balance',
      'BibTeX counts `\\{` and `\\}` too: write `{\\textbraceleft}` and `{\\textbraceright}`.',
    );
  }
  for (const other of inside.matchAll(/@[ \t\n]*[^\s{}(),="#%'@]*[ \t\n]*[{(]/g)) {
    const message = `\`${other[0].replace(/\s+/g, ' ').slice(0, 80)}\` looks like the beginning of a record`;
    report(cursor, at + 1 + other.index, message, 'Write `{@}` instead of `@`.');
  }
  cursor.at = end + 1;
  return { text: inside, at: at + 1 };
}

/** The next quote outside of braces; 0 if there is none. */
function findQuote(text: string, pairs: Int32Array, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    if (text[at] === '}') return 0;
    if (text[at] === '{') at = pairs[at] || text.length;
  }
  return 0;
}

/** White space as BibTeX knows it; it takes other spaces for letters. */
function skipBlanks(cursor: Cursor): void {
  take(cursor, /[ \t\n]*/y);
}

/** What a sticky pattern matches at the cursor, which then moves past it. */
function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text) ?? undefined;
  cursor.at += match?.[0].length ?? 0;
  return match;
}
