/** Tldr: a paper's notes in one sentence: the first of the Summary, else of the first section. */
import type { NotesSection } from '../../model/prose.ts';

/** In characters. */
const LONGEST = 240;
const SUMMARY = /^summary$/i;
/** A full stop, question mark or exclamation mark that ends a sentence: not after an initial or a common abbreviation. */
const END = /(?<!\b(?:\p{Lu}|e\.g|i\.e|et al|cf|vs|Fig|Sec|Eq|approx))[.!?](?=\s+[\p{Lu}\p{N}“"'(])|[。！？]/u;

/** Plain text of at most 240 characters; empty if there are no notes. */
export function toTldr(sections: readonly NotesSection[]): string {
  const section = sections.find(({ heading }) => heading !== undefined && SUMMARY.test(heading.text)) ?? sections[0];
  const text = section?.text ?? '';
  const end = END.exec(text);
  const sentence = end === null ? text : text.slice(0, end.index + 1);
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST - 1);
  const word = cut.lastIndexOf(' ');
  return `${word > LONGEST / 2 ? cut.slice(0, word) : cut.replace(/[\ud800-\udbff]$/, '')}…`;
}
