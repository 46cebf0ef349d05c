/** Packed terms: writes the packed index of a single field from columns, byte by byte, since a long list has millions of numbers. */

import { compareText } from '../model/problem.ts';
import type { PackedIndex } from '../model/search-data.ts';
import type { TermTable } from '../model/term-columns.ts';
import { invertRows } from './invert-rows.ts';

/** Bytes that a document takes at most: a comma, seven digits in base 36, a star, seven digits. */
const MOST_BYTES = 16;

const [NEWLINE, STAR, COMMA, ZERO, LETTER_A] = [10, 42, 44, 48, 97] as const;

/** The index of these rows, numbered in their order; the same for every order of the vocabulary. */
export function packTerms(vocabulary: readonly string[], table: TermTable, field: string): PackedIndex {
  const rows = { starts: table.starts, terms: table.terms, numbers: table.counts };
  const { starts, documents, numbers: counts } = invertRows(rows, vocabulary.length);
  const used = vocabulary.map((_, term) => term).filter((term) => starts[term] !== starts[term + 1]);
  const sorted = used.sort((left, right) => compareText(vocabulary[left] as string, vocabulary[right] as string));
  const heads = sorted.map((term) => `${vocabulary[term]} 0:`);
  // UTF-8 takes at most three bytes for each unit of UTF-16.
  const room = heads.reduce((sum, head) => sum + 3 * head.length, 0) + MOST_BYTES * documents.length;
  const bytes = new Uint8Array(room);
  const encoder = new TextEncoder();
  let at = 0;
  const writeNumber = (number: number) => {
    let power = 1;
    while (number >= power * 36) power *= 36;
    for (; power >= 1; power /= 36) {
      const digit = Math.floor(number / power) % 36;
      bytes[at++] = digit < 10 ? ZERO + digit : LETTER_A + digit - 10;
    }
  };
  for (const [place, term] of sorted.entries()) {
    if (place > 0) bytes[at++] = NEWLINE;
    at += encoder.encodeInto(heads[place] as string, bytes.subarray(at)).written;
    const from = starts[term] as number;
    let last = 0;
    for (let row = from; row < (starts[term + 1] as number); row += 1) {
      if (row > from) bytes[at++] = COMMA;
      const document = documents[row] as number;
      const count = counts[row] as number;
      writeNumber(document - last);
      if (count !== 1) {
        bytes[at++] = STAR;
        writeNumber(count);
      }
      last = document;
    }
  }
  const terms = new TextDecoder().decode(bytes.subarray(0, at));
  return { count: table.starts.length - 1, fields: [field], terms };
}
