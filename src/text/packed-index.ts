/** Packed index: writes an inverted index as one compact text, and reads its terms back. */
import type { PackedIndex } from '../model/search-data.ts';

/** A document: by the number of a field, the terms that it has there and how often each occurs. */
export type Document = readonly (readonly (readonly [term: string, count: number])[])[];

/** The index of these documents, numbered in this order. */
export function packIndex(documents: readonly Document[], fields: readonly string[]): PackedIndex {
  const postings = new Map<string, string[]>();
  // The last document of each list, which the next step counts from.
  const last = new Map<string, number[]>();
  for (const [number, document] of documents.entries()) {
    for (const [field, terms] of document.entries()) {
      for (const [term, count] of terms) {
        const byField = postings.get(term) ?? fields.map(() => '');
        const before = last.get(term) ?? fields.map(() => 0);
        postings.set(term, byField);
        last.set(term, before);
        const start = byField[field] === '' ? `${field}:` : `${byField[field]},`;
        const step = (number - (before[field] as number)).toString(36);
        byField[field] = `${start}${step}${count === 1 ? '' : `*${count.toString(36)}`}`;
        before[field] = number;
      }
    }
  }
  const lines = [...postings].map(([term, byField]) => [term, ...byField.filter((part) => part !== '')].join(' '));
  return { count: documents.length, fields, terms: lines.sort().join('\n') };
}

/** Which documents have a term, and how often, by the number of the field. */
export type Postings = Map<number, Map<number, number>>;

const [NEWLINE, BLANK, STAR, COMMA, COLON, NINE] = [10, 32, 42, 44, 58, 57] as const;

/**
 * Reads the terms one by one, in a single pass over the text: a long list has several hundred thousand numbers, and a
 * reader is waiting for them.
 */
export function unpackTerms({ terms }: PackedIndex, take: (term: string, postings: Postings) => void): void {
  let at = 0;
  while (at < terms.length) {
    const blank = terms.indexOf(' ', at);
    const term = terms.slice(at, blank);
    const postings: Postings = new Map();
    let documents = new Map<number, number>();
    let [number, gap, id] = [0, -1, 0];
    for (at = blank + 1; ; at += 1) {
      const code = at < terms.length ? terms.charCodeAt(at) : NEWLINE;
      if (code === COLON) {
        documents = new Map();
        postings.set(number, documents);
        [number, gap, id] = [0, -1, 0];
      } else if (code === STAR) {
        [number, gap] = [0, number];
      } else if (code === COMMA || code === BLANK || code === NEWLINE) {
        id += gap === -1 ? number : gap;
        documents.set(id, gap === -1 ? 1 : number);
        [number, gap] = [0, -1];
        if (code === NEWLINE) break;
      } else {
        // A digit in base 36: 0 to 9, a to z.
        number = number * 36 + (code <= NINE ? code - 48 : code - 87);
      }
    }
    at += 1;
    take(term, postings);
  }
}
