/** Card: what other pages may know about a paper, taken from the paper and its notes. */
import type { Card } from '../../model/card.ts';
import type { Paper } from '../../model/paper.ts';
import { toRecordKey } from '../parse/custom-bibtex.ts';
import type { RenderedPaper } from './render.ts';
import { toTldr } from './tldr.ts';

export function toCard(paper: Paper, { prose, title, short, hasTitleMath, hasMath }: RenderedPaper): Card {
  const { body: _body, bodyLine: _line, places: _places, abstract: _abstract, bibtex, ...facts } = paper;
  return {
    ...facts,
    html: { title, ...(short === undefined ? {} : { short }) },
    tldr: toTldr(prose.sections),
    recordKey: toRecordKey(paper),
    hasOwnRecord: bibtex !== undefined,
    hasNotes: prose.sections.length > 0,
    hasTitleMath,
    hasMath,
    anchors: prose.anchors,
    references: prose.references,
    figures: prose.figures,
  };
}
