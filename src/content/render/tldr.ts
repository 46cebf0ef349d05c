/** Tldr: a paper's notes in one sentence: the first of the Summary, else of the first section. */
import { toHtml } from '../../model/html.ts';
import type { NotesSection } from '../../model/prose.ts';
import { decodeEntities } from '../../text/entities.ts';
import { keepMathml } from '../../text/katex-markup.ts';
import { toMathText } from '../../text/mathml-text.ts';

/** In characters. */
const LONGEST = 240;
const SUMMARY = /^summary$/i;
/** A full stop, question mark or exclamation mark that ends a sentence: not after an initial or a common abbreviation. */
const END = /(?<!\b(?:\p{Lu}|e\.g|i\.e|et al|cf|vs|Fig|Sec|Eq|approx))[.!?](?=\s+[\p{Lu}\p{N}“"'(])|[。！？]/u;

/** Plain text of at most 240 characters, formulas in Unicode; empty if there are no notes. */
export function toTldr(sections: readonly NotesSection[]): string {
  const section = sections.find(({ heading }) => heading !== undefined && SUMMARY.test(heading.text)) ?? sections[0];
  const text = section === undefined ? '' : toSentences(section);
  const end = END.exec(text);
  const sentence = end === null ? text : text.slice(0, end.index + 1);
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST - 1);
  const word = cut.lastIndexOf(' ');
  return `${word > LONGEST / 2 ? cut.slice(0, word) : cut.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The words of a section, in which formulas are TeX, or, if it has any, those of its HTML. */
function toSentences({ html, text }: NotesSection): string {
  if (!html.includes('<math')) return text;
  return decodeEntities(
    keepMathml(html)
      .replace(/<math[\s\S]*?<\/math>/g, (math) => toHtml(toMathText(math)))
      .replace(/<\/?(?:blockquote|br|dd|div|dt|figure|h\d|hr|li|ol|p|pre|table|td|th|tr|ul)\b[^>]*>/g, ' ')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/\s+/g, ' ')
    .trim();
}
