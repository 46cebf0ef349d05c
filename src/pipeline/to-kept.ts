/** To kept: lets printers look up by digest what is stored apart from the cards. */
import type { Kept } from '../emit/press.ts';
import { FORMATS } from '../exchange/formats.ts';
import type { PieceName, PreparedPaper } from '../model/prepared.ts';
import type { OpenPieces } from './open-pieces.ts';

export function toKept<Paper extends Pick<PreparedPaper, 'digests'>>(
  papers: readonly Paper[],
  pieces: OpenPieces<Paper>,
): Kept {
  const find = (piece: PieceName) => {
    const all = new Map(papers.map((paper) => [paper.digests[piece], paper]));
    return (digest: string): Paper => {
      const paper = all.get(digest);
      if (paper === undefined) throw new Error(`No ${piece} stored under ${digest}.`);
      return paper;
    };
  };
  const [byNotes, byTerms, byRecords] = [find('notes'), find('terms'), find('records')];
  return {
    notes: (digest) => pieces.notes(byNotes(digest)).notes,
    terms: (digest) => pieces.terms(byTerms(digest)),
    records: (digest) => pieces.records(byRecords(digest)),
    join: (format, records) => FORMATS.find(({ name }) => name === format)?.join(records) ?? '',
  };
}
