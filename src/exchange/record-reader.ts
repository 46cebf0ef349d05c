/** Record reader: the fields of a BibTeX record, and which of them found a place in the paper's file. */
import type { Remark } from '../model/paper-fields.ts';
import { quote } from '../text/quote.ts';
import { toTexText } from '../text/tex-text.ts';

export interface RecordReader {
  /** The value as TeX; empty if it is missing. */
  readonly peek: (name: string) => string;
  /** The same, and its place is found. */
  readonly value: (name: string) => string;
  /** The value as text, and its place is found. */
  readonly text: (name: string) => string;
  /** Says that a place is found for the values of these fields. */
  readonly use: (...names: readonly string[]) => void;
  /** Names the fields for which no place is found. */
  readonly findLeftOut: () => readonly Remark[];
}

/** What a file would hold if its value were a good one. */
const HELD: Readonly<Record<string, string>> = {
  date: 'a date',
  day: 'a day of that month',
  doi: 'a DOI',
  isbn: 'an ISBN',
  month: 'a month',
  url: 'a web address',
  year: 'a year',
};

export function createRecordReader(raw: Readonly<Record<string, string>>): RecordReader {
  const used = new Set<string>();
  const peek = (name: string) => (Object.hasOwn(raw, name) ? (raw[name] as string) : '');
  const use = (...names: readonly string[]) => {
    for (const name of names) used.add(name);
  };
  const value = (name: string) => {
    use(name);
    return peek(name);
  };
  const findLeftOut = () => {
    const left = Object.keys(raw).filter((name) => !used.has(name) && peek(name).trim() !== '');
    const bad = left.filter((name) => Object.hasOwn(HELD, name));
    const others = left.filter((name) => !bad.includes(name));
    return [...bad.map((name) => toBadRemark(name, peek(name))), ...(others.length === 0 ? [] : [toLeftOut(others)])];
  };
  return { peek, value, text: (name) => toTexText(value(name)), use, findLeftOut };
}

function toBadRemark(name: string, value: string): Remark {
  return {
    rule: 'record-value',
    message: `${quote(toTexText(value))} in \`${name}\` is not only ${HELD[name]}.`,
    hint: 'What is more than that is left out: check the file, and write the rest into the notes if it matters.',
  };
}

function toLeftOut(names: readonly string[]): Remark {
  const quoted = names.map(quote);
  const last = quoted.pop() as string;
  const list = quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
  const [have, are] = names.length === 1 ? ['has', 'is'] : ['have', 'are'];
  return {
    rule: 'record-field',
    message: `${list} ${have} no place in a paper's file and ${are} left out.`,
    hint: 'If it matters, write it into the notes, or keep the whole record as `bibtex`.',
  };
}
