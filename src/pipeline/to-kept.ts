/** To kept: lets printers look up by digest what is stored apart from the cards. */
import type { Kept } from '../emit/press.ts';
import { FORMATS } from '../exchange/formats.ts';
import type { PreparedPaper } from '../model/prepared.ts';
import type { OpenPieces } from './open-pieces.ts';
import { type PaperTerms, pickTerms } from './whole-list-steps.ts';

/** `terms` may be missing if nothing that is printed asks for them. */
export function toKept<Paper extends Pick<PreparedPaper, 'digests'>>(
  papers: readonly Paper[],
  pieces: Pick<OpenPieces<Paper>, 'notes' | 'records'>,
  terms: PaperTerms | undefined,
): Kept {
  const find = (piece: 'notes' | 'records') => {
    const all = new Map(papers.map((paper) => [paper.digests[piece], paper]));
    return (digest: string): Paper => {
      const paper = all.get(digest);
      if (paper === undefined) throw new Error(`No ${piece} stored under ${digest}.`);
      return paper;
    };
  };
  const [byNotes, byRecords] = [find('notes'), find('records')];
  return {
    notes: (digest) => pieces.notes(byNotes(digest)).notes,
    records: (digest) => pieces.records(byRecords(digest)),
    terms(digests) {
      if (terms === undefined) throw new Error('The terms are not here.');
      return pickTerms(terms, digests);
    },
    join: (format, records) => FORMATS.find(({ name }) => name === format)?.join(records) ?? '',
  };
}
