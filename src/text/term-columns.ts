/** Term columns: makes columns from the terms of papers, and new columns from old ones. */
import type { Terms } from '../model/entry.ts';
import type { TermColumns, TermTable } from '../model/term-columns.ts';

const NO_ROWS: TermTable = { starts: Uint32Array.of(0), terms: new Uint32Array(), counts: new Uint32Array() };
/** The columns of no papers. */
export const NO_COLUMNS: TermColumns = { vocabulary: [], keywords: NO_ROWS, notes: NO_ROWS };

/** The columns of these papers, in this order. */
export function toTermColumns(papers: readonly Terms[]): TermColumns {
  return changeTermColumns(NO_COLUMNS, papers);
}

/**
 * New columns with these rows: a number is a row of the old columns, which is copied as it is, anything else the terms
 * of a new or changed paper. Terms that no row has any more are dropped once they are most of the vocabulary.
 */
export function changeTermColumns(old: TermColumns, rows: readonly (number | Terms)[]): TermColumns {
  const vocabulary = [...old.vocabulary];
  const isCopy = rows.every((row) => typeof row === 'number');
  const places = new Map(isCopy ? [] : vocabulary.map((term, place) => [term, place]));
  const toPlace = (term: string): number => {
    const known = places.get(term);
    if (known !== undefined) return known;
    places.set(term, vocabulary.length);
    return vocabulary.push(term) - 1;
  };
  const pick = (piece: keyof Terms) => rows.map((row) => (typeof row === 'number' ? row : row[piece]));
  return dropUnused({
    vocabulary,
    keywords: changeTable(old.keywords, pick('keywords'), toPlace),
    notes: changeTable(old.notes, pick('notes'), toPlace),
  });
}

function changeTable(
  old: TermTable,
  rows: readonly (number | Terms['notes'])[],
  toPlace: (term: string) => number,
): TermTable {
  const starts = new Uint32Array(rows.length + 1);
  for (const [row, content] of rows.entries()) {
    const length = typeof content === 'number' ? lengthOf(old, content) : content.length;
    starts[row + 1] = (starts[row] as number) + length;
  }
  const terms = new Uint32Array(starts[rows.length] as number);
  const counts = new Uint32Array(terms.length);
  for (const [row, content] of rows.entries()) {
    let to = starts[row] as number;
    if (typeof content !== 'number') {
      for (const [term, count] of content) {
        terms[to] = toPlace(term);
        counts[to++] = count;
      }
      continue;
    }
    const end = old.starts[content + 1] as number;
    for (let from = old.starts[content] as number; from < end; from += 1) {
      terms[to] = old.terms[from] as number;
      counts[to++] = old.counts[from] as number;
    }
  }
  return { starts, terms, counts };
}

function lengthOf({ starts }: TermTable, row: number): number {
  return (starts[row + 1] as number) - (starts[row] as number);
}

function dropUnused(columns: TermColumns): TermColumns {
  const { vocabulary, keywords, notes } = columns;
  const isUsed = new Uint8Array(vocabulary.length);
  for (const { terms } of [keywords, notes]) {
    for (let at = 0; at < terms.length; at += 1) isUsed[terms[at] as number] = 1;
  }
  const kept = vocabulary.filter((_, place) => isUsed[place] === 1);
  if (2 * kept.length >= vocabulary.length) return columns;
  const places = new Uint32Array(vocabulary.length);
  for (let place = 0, used = 0; place < places.length; place += 1) {
    places[place] = used;
    used += isUsed[place] as number;
  }
  const move = (table: TermTable): TermTable => ({
    ...table,
    terms: table.terms.map((term) => places[term] as number),
  });
  return { vocabulary: kept, keywords: move(keywords), notes: move(notes) };
}
