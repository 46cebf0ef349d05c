/** Paper file: fields and notes as the text of a paper's file, YAML between two lines `---` and Markdown below. */

import type { FieldForms } from '../model/field.ts';
import { FIELD_ROWS, orderNames } from '../model/fields.ts';
import { FORM_BY_TYPE, type OwnFieldRule } from '../model/own-field.ts';
import type { PaperFields } from '../model/paper-fields.ts';
import { FORBIDDEN_CHARACTERS } from '../text/forbidden-characters.ts';

/** No line of front-matter is longer where it can be broken. */
const WIDTH = 120;

/**
 * A complete file: the fields in the canonical order, empty ones left out, in quotes only where YAML 1.2
 * (https://yaml.org/spec/1.2.2/) or a reader that knows numbers would take the plain text for something else. White
 * space is folded as the fields fold it when they are read, and characters that no file may hold are left out; all
 * else comes back as it was when the file is read. `declared` are the own fields of the list.
 */
export function toPaperFile(fields: PaperFields, notes: string, declared: readonly OwnFieldRule[] = []): string {
  const { own, ...common } = fields;
  const forms = new Map<string, keyof FieldForms>([
    ...FIELD_ROWS.map(({ name, written }) => [name, written] as const),
    ...declared.map(({ name, type }) => [name, FORM_BY_TYPE[type]] as const),
  ]);
  const values: Readonly<Record<string, RawValue | undefined>> = { ...own, ...common };
  const lines = orderNames(declared.map(({ name }) => name)).flatMap((name) =>
    toField(name, forms.get(name) ?? 'line', values[name]),
  );
  const body = toClean(notes)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  return `---\n${lines.join('\n')}\n---\n${body === '' ? '' : `\n${body}\n`}`;
}

type RawValue = FieldForms[keyof FieldForms];

function toField(name: string, written: keyof FieldForms, value: RawValue | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value !== 'string') return Array.isArray(value) ? toList(name, value) : toMap(name, Object.entries(value));
  if (written === 'prose' || written === 'lines') return toBlock(name, value, written === 'lines');
  const line = toLine(value);
  return line === '' ? [] : [`${name}: ${toScalar(line, written === 'bare')}`];
}

/** `authors: [Or Patashnik, Zongze Wu]`, or a line for each where that would be too long or need quotes. */
function toList(name: string, values: readonly string[]): string[] {
  const entries = values.map(toLine).filter((entry) => entry !== '');
  if (entries.length === 0) return [];
  const flow = `${name}: [${entries.join(', ')}]`;
  const isFlow =
    flow.length <= WIDTH && entries.every((entry) => isPlain(entry) && !isTyped(entry) && !/[,[\]{}]/.test(entry));
  return isFlow ? [flow] : [`${name}:`, ...entries.map((entry) => `  - ${toScalar(entry)}`)];
}

function toMap(name: string, entries: readonly (readonly [string, string])[]): string[] {
  const lines = entries.map(([key, value]) => `  ${toScalar(toLine(key))}: ${toScalar(toLine(value))}`);
  return lines.length === 0 ? [] : [`${name}:`, ...lines];
}

/** A text on the line of its field where it fits, else below: folded where it is one paragraph, else line by line. */
function toBlock(name: string, value: string, areLinesKept: boolean): string[] {
  const lines = toClean(value)
    .trim()
    .split('\n')
    .map((line) => (areLinesKept ? line.trimEnd() : toLine(line)));
  const [first = ''] = lines;
  if (first === '') return [];
  if (areLinesKept || lines.length > 1)
    return [`${name}: |-`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
  const whole = `${name}: ${toScalar(first)}`;
  return whole.length <= WIDTH ? [whole] : [`${name}: >-`, ...toWrapped(first).map((line) => `  ${line}`)];
}

/** Breaks at single blanks between words alone, which a folded scalar gives back as they were. */
function toWrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= WIDTH - 2) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function toClean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN_CHARACTERS, '');
}

function toLine(text: string): string {
  return toClean(text).replace(/\s+/g, ' ').trim();
}

/** Plain where that is safe; single quotes keep the backslashes of TeX; double quotes as people write them. */
function toScalar(line: string, isBare = false): string {
  if (isPlain(line) && (isBare || !isTyped(line))) return line;
  return /[\\"]/.test(line) ? `'${line.replaceAll("'", "''")}'` : `"${line}"`;
}

/** True for a line that YAML reads as the text it is, or as a number, a date or a truth value. */
function isPlain(line: string): boolean {
  return !/^[-?:,[\]{}#&*!|>'"%@`~=<]|: | #|:$|^null$/i.test(line);
}

/** True for numbers, dates, times and truth values of YAML 1.1 and 1.2. */
function isTyped(line: string): boolean {
  const number = /^[-+]?(?:[.\d][\d_.:eE+-]*|0x[\da-f_]+|0o[0-7]+|0b[01_]+|\.inf|\.nan)$/i;
  return number.test(line) || /^\d{4}-\d\d?-\d\d?[Tt ]|^(?:true|false|yes|no|on|off|y|n)$/i.test(line);
}
