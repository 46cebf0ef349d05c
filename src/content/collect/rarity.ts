/** Rarity: how much it says that a paper has a term, from how many papers of the list have it. */

/** From this many papers on, the number of papers that have a term is counted in steps of four. */
const MANY_PAPERS = 64;
/** The greatest rarity of a term that several papers have. */
const MOST = 15 / 16;

/** How rare a term is that so many of all `papers` have: 0 if all have it, 1 if a single paper has it. */
export function createRarity(papers: number): (bearers: number) => number {
  const step = papers < MANY_PAPERS ? 1 : 4;
  const all = step === 1 ? papers : toHalfOctave(papers);
  const most = Math.log(Math.max(all, 2));
  // The middle of the step: 1 to 4 papers count as 2.5.
  const toMiddle = (count: number) => Math.ceil(count / step) * step - (step - 1) / 2;
  const toShare = (count: number) => Math.max(Math.log(all / toMiddle(count)) / most, 0);
  return (bearers) => (bearers === 1 ? 1 : Math.min(toShare(bearers), MOST));
}

/** The nearest of 1, √2, 2, 2√2, 4 … */
export function toHalfOctave(number: number): number {
  return 2 ** (Math.round(2 * Math.log2(number)) / 2);
}
