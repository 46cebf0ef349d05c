/** Paper count: a number of papers in words. */

/** `1 paper`, `2 papers`. */
export function toPaperCount(papers: number): string {
  return `${papers} ${papers === 1 ? 'paper' : 'papers'}`;
}
