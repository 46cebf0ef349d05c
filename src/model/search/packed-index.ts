/** Packed index: an inverted index of MiniSearch as one compact text, and its terms again. */

/** What MiniSearch 7 writes: its serialisation, version 2. */
export interface PlainIndex {
  readonly documentCount: number;
  readonly fieldIds: Readonly<Record<string, number>>;
  /** A term, then by field and document how often it stands there. */
  readonly index: readonly (readonly [string, Readonly<Record<string, Readonly<Record<string, number>>>>])[];
}

/** An index of documents numbered from 0. */
export interface PackedIndex {
  readonly count: number;
  /** Names of the fields, in the order of their numbers. */
  readonly fields: readonly string[];
  /**
   * A line for each term, sorted: the term, then for each field that has it a blank, the number of the field, a colon
   * and the documents. Of a document stands how far it lies behind the one before, in base 36, then `*` and how often
   * the term is there, unless once.
   */
  readonly terms: string;
}

/** Only for an index whose documents were added in order of their numbers and none taken out. */
export function packIndex(plain: PlainIndex): PackedIndex {
  const fields = Object.entries(plain.fieldIds).toSorted((left, right) => left[1] - right[1]);
  const lines = plain.index.map(([term, byField]) => {
    const parts = Object.entries(byField).map(([field, documents]) => `${field}:${packDocuments(documents)}`);
    return [term, ...parts].join(' ');
  });
  return { count: plain.documentCount, fields: fields.map(([name]) => name), terms: lines.sort().join('\n') };
}

function packDocuments(documents: Readonly<Record<string, number>>): string {
  let before = 0;
  return Object.entries(documents)
    .map(([id, frequency]) => [Number(id), frequency] as const)
    .sort((left, right) => left[0] - right[0])
    .map(([id, frequency]) => {
      const gap = (id - before).toString(36);
      before = id;
      return frequency === 1 ? gap : `${gap}*${frequency.toString(36)}`;
    })
    .join(',');
}

/** Which documents hold a term, and how often, by the number of the field. */
export type Postings = Map<number, Map<number, number>>;

const [NEWLINE, BLANK, STAR, COMMA, COLON, NINE] = [10, 32, 42, 44, 58, 57] as const;

/**
 * Reads the terms one by one, in a single pass over the text: a long list has some hundred thousand numbers in it, which
 * a reader waits for.
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
