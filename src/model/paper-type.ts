/** Paper type: what kind of work a paper is. */

/** As a file writes them; each format has its own words for them. */
export const PAPER_TYPES = [
  'article',
  'conference',
  'preprint',
  'thesis',
  'report',
  'book',
  'chapter',
  'dataset',
  'software',
  'webpage',
] as const;

/** `article` is one in a journal, `conference` a paper in proceedings. */
export type PaperType = (typeof PAPER_TYPES)[number];

export function isPaperType(text: string): text is PaperType {
  return (PAPER_TYPES as readonly string[]).includes(text);
}
