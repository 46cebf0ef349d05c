/** Open pieces: reads from the store what pages need besides cards, and makes again what the store has lost. */
import { expand } from '../io/compress.ts';
import type { Entry } from '../model/entry.ts';
import type { PieceName, Pieces, PreparedPaper } from '../model/prepared.ts';
import type { Source } from '../model/source.ts';

/** Where a paper is stored. */
export type StoredPaper = Omit<PreparedPaper, 'card'> & { readonly path: string };

/** The pieces of a paper. */
export interface OpenPieces<Paper = PreparedPaper> {
  readonly notes: (paper: Paper) => Pieces['notes'];
  readonly records: (paper: Paper) => Pieces['records'];
  readonly terms: (paper: Paper) => Pieces['terms'];
}

/** `prepareAgain` is called for a paper of which a piece cannot be read. */
export function openPieces<Paper>(
  read: (paper: Paper, piece: PieceName) => Uint8Array | undefined,
  prepareAgain: (paper: Paper) => Entry,
): OpenPieces<Paper> {
  const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  const open = <Piece>(
    paper: Paper,
    piece: PieceName,
    decode: (bytes: Uint8Array) => string,
    again: (entry: Entry) => Piece,
  ): Piece => {
    const bytes = read(paper, piece);
    return bytes === undefined ? again(prepareAgain(paper)) : JSON.parse(decode(bytes));
  };
  return {
    notes: (paper) => open(paper, 'notes', expand, ({ notes, places }) => ({ notes, places })),
    records: (paper) => open(paper, 'records', toText, ({ records }) => records),
    terms: (paper) => open(paper, 'terms', expand, ({ terms }) => terms),
  };
}

/** Prepares a paper of these sources again. */
export function createPrepareAgain(
  sources: readonly Source[],
  prepareOne: (source: Source) => Entry | undefined,
): (paper: PreparedPaper) => Entry {
  return ({ card: { path } }) => {
    const source = sources.find((one) => one.path === path);
    const entry = source === undefined ? undefined : prepareOne(source);
    if (entry === undefined) throw new Error(`What was stored of ${path} is gone.`);
    return entry;
  };
}
