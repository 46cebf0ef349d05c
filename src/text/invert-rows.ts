/** Invert rows: from the terms of each document to the documents of each term, in typed arrays. */

/** Rows of counted or weighted terms: row `n` begins at `starts[n]` and ends before `starts[n + 1]`. */
interface Rows<Numbers> {
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly numbers: Numbers;
}

/** A row for each term below `termCount`, with the documents that have it, ascending, and the number of the term in each. */
export function invertRows<Numbers extends Uint8Array | Uint32Array>(
  { starts: rows, terms, numbers }: Rows<Numbers>,
  termCount: number,
): { readonly starts: Uint32Array; readonly documents: Uint32Array; readonly numbers: Numbers } {
  const starts = new Uint32Array(termCount + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] as number) + 1;
  for (let term = 0; term < termCount; term += 1) {
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  }
  const ends = starts.slice();
  const documents = new Uint32Array(terms.length);
  // Every place is written below.
  const inverted = numbers.slice() as Numbers;
  for (let document = 0; document + 1 < rows.length; document += 1) {
    for (let at = rows[document] as number; at < (rows[document + 1] as number); at += 1) {
      const term = terms[at] as number;
      const place = ends[term] as number;
      documents[place] = document;
      inverted[place] = numbers[at] as number;
      ends[term] = place + 1;
    }
  }
  return { starts, documents, numbers: inverted };
}
