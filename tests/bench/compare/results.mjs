// @ts-check
/** The results of a run: every measurement, and their medians. */

/** @typedef {import('./measure.mjs').Measured} Measured */

/**
 * @typedef {object} Labels
 * @property {number} papers
 * @property {string} tool `node` for the floors
 * @property {string} name of the case
 * @property {number} [files] of the site, after a cold build
 * @property {number} [mib] of the site
 */

/** @typedef {Labels & Measured} Result */

/**
 * The medians of one case of one tool; the peak is the highest. Undefined if it did not run or failed once.
 * @param {readonly Result[]} results
 * @param {number} papers
 * @param {string} tool
 * @param {string} name
 */
export function findMedians(results, papers, tool, name) {
  const found = results.filter((each) => each.papers === papers && each.tool === tool && each.name === name);
  if (found.length === 0 || found.some(({ failure }) => failure !== undefined)) return undefined;
  return {
    wall: toMedian(found.map(({ wall }) => wall)) ?? 0,
    cpu: toMedian(found.flatMap(({ cpu }) => cpu ?? [])),
    peak: toHighest(found.map(({ peak }) => peak)),
    files: toHighest(found.map(({ files }) => files)),
    mib: toHighest(found.map(({ mib }) => mib)),
  };
}

/** @param {readonly (number | undefined)[]} numbers */
export function toHighest(numbers) {
  const known = numbers.flatMap((number) => number ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** @param {readonly number[]} numbers */
function toMedian(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/**
 * The part of the processors, from 0 to 1, that the rest of the machine used during the runs. Undefined if unknown.
 * @param {readonly Measured[]} results
 */
export function toForeignLoad(results) {
  const known = results.filter(({ others }) => others !== undefined);
  const weighed = known.reduce((sum, { others, wall }) => sum + (others ?? 0) * wall, 0);
  return known.length === 0 ? undefined : weighed / known.reduce((sum, { wall }) => sum + wall, 0);
}
