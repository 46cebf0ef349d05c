/** Terms: the words of a paper, counted for search and for related papers. */
import type { Terms } from '../../model/entry.ts';
import type { Paper } from '../../model/paper.ts';
import type { NotesSection } from '../../model/prose.ts';
import { toTexText } from '../../text/formulas.ts';
import { toTellingTerms } from '../../text/keywords.ts';
import { toTerms as toSearchTerms } from '../../text/words.ts';

/** A word of the title counts as much as this many in the notes. */
const TITLE_WEIGHT = 3;

/** The words of title, abstract and notes that say what the paper is about, and the terms of abstract and notes for the index. */
export function toTerms(paper: Paper, sections: readonly NotesSection[]): Terms {
  const keywords = new Map<string, number>();
  const count = (text: string, weight: number) => {
    for (const term of toTellingTerms(text)) keywords.set(term, (keywords.get(term) ?? 0) + weight);
  };
  count(`${paper.short ?? ''} ${paper.title}`, TITLE_WEIGHT);
  count(paper.abstract ?? '', 1);
  const notes = new Map<string, number>();
  const countTerms = (text: string) => {
    for (const term of toSearchTerms(text)) notes.set(term, (notes.get(term) ?? 0) + 1);
  };
  countTerms(toTexText(paper.abstract ?? ''));
  for (const { heading, text } of sections) {
    count(text, 1);
    countTerms(heading === undefined ? text : `${heading.text}\n${text}`);
  }
  return { keywords: [...keywords], notes: [...notes] };
}
