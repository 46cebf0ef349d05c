/** Packed index: an inverted index of MiniSearch as one compact text, and back. */

/** What MiniSearch 7 writes and reads: its serialisation, version 2. */
export interface PlainIndex {
  readonly documentCount: number;
  readonly nextId: number;
  readonly documentIds: Readonly<Record<string, number>>;
  readonly fieldIds: Readonly<Record<string, number>>;
  readonly fieldLength: Readonly<Record<string, readonly number[]>>;
  readonly averageFieldLength: readonly number[];
  readonly storedFields: Readonly<Record<string, Record<string, unknown>>>;
  readonly dirtCount: number;
  /** A term, then by field and document how often it stands there. */
  readonly index: readonly (readonly [string, Readonly<Record<string, Readonly<Record<string, number>>>>])[];
  readonly serializationVersion: number;
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

/** The same index again. Lengths of fields are counted anew: MiniSearch takes the different terms of a field for its length. */
export function unpackIndex({ count, fields, terms }: PackedIndex): PlainIndex {
  const lengths: number[][] = Array.from({ length: count }, () => []);
  const index = (terms === '' ? [] : terms.split('\n')).map((line) => {
    const [term = '', ...parts] = line.split(' ');
    const byField: Record<string, Record<string, number>> = {};
    for (const part of parts) {
      const colon = part.indexOf(':');
      const field = Number(part.slice(0, colon));
      const documents: Record<string, number> = {};
      let id = 0;
      for (const entry of part.slice(colon + 1).split(',')) {
        const star = entry.indexOf('*');
        id += Number.parseInt(star === -1 ? entry : entry.slice(0, star), 36);
        documents[id] = star === -1 ? 1 : Number.parseInt(entry.slice(star + 1), 36);
        const own = lengths[id] as number[];
        own[field] = (own[field] ?? 0) + 1;
      }
      byField[field] = documents;
    }
    return [term, byField] as const;
  });
  const numbers = Array.from({ length: count }, (_, id) => id);
  return {
    documentCount: count,
    nextId: count,
    documentIds: Object.fromEntries(numbers.map((id) => [id, id])),
    fieldIds: Object.fromEntries(fields.map((name, field) => [name, field])),
    fieldLength: Object.fromEntries(numbers.map((id) => [id, lengths[id] as number[]])),
    averageFieldLength: fields.map((_, field) => toAverage(lengths.map((own) => own[field] ?? 0))),
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  };
}

function toAverage(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(numbers.length, 1);
}
