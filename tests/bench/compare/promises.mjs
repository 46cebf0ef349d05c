// @ts-check
/** What Papershelf promises about its speed and size, mostly as ratios to what ran beside it, and whether a run bears it out. */
import { findMedians } from './results.mjs';

/** @typedef {import('./results.mjs').Result} Result */
/** @typedef {ReturnType<typeof findMedians>} Medians */
/** @typedef {(tool: string, name: string, papers?: number) => Medians} Find finds a case, of the same list unless `papers` is given */
/** @typedef {readonly [byWall?: number | undefined, byCpu?: number | undefined]} Values sizes have only one; what did not run has none */

/**
 * @typedef {object} Promised
 * @property {string} text
 * @property {'≥' | '≤'} bound
 * @property {number} limit
 * @property {string} unit
 * @property {(find: Find) => Values} measure
 */

/** @typedef {Omit<Promised, 'measure'> & { readonly papers: number, readonly values: Values }} Judged */

/** @type {(text: string, name: string, peer: string, limit: number) => Promised} */
const faster = (text, name, peer, limit) => ({
  text,
  bound: '≥',
  limit,
  unit: '×',
  measure: (find) => toRatio(find(peer, name), find('papershelf', name)),
});

/** @type {(text: string, name: string, by: readonly [tool: string, name: string], limit: number) => Promised} */
const costs = (text, name, by, limit) => ({
  text,
  bound: '≤',
  limit,
  unit: '×',
  measure: (find) => toRatio(find('papershelf', name), find(...by)),
});

/** @type {(text: string, name: string, papers: number, limit: number) => Promised} */
const above = (text, name, papers, limit) => ({
  text,
  bound: '≤',
  limit,
  unit: ' ms',
  measure: (find) => {
    const [whole, bare] = [find('papershelf', name, papers), find('node', 'empty', 0)];
    if (whole === undefined || bare === undefined) return [];
    return [(whole.wall - bare.wall) * 1000, subtract(whole.cpu, bare.cpu)];
  },
});

/** @type {(text: string, size: 'peak' | 'files' | 'mib', unit: string, limit: number) => Promised} */
const weighs = (text, size, unit, limit) => ({
  text,
  bound: '≤',
  limit,
  unit,
  measure: (find) => [find('papershelf', 'cold')?.[size]],
});

const START = [
  above('`--version`, above `node -e 0`', 'version', 0, 60),
  above('nothing changed at 100 papers, above `node -e 0`', 'nothing', 100, 120),
];

const SHORT_LIST = [
  faster('one word in notes, faster than Eleventy', 'word', 'eleventy', 7),
  faster('one word in notes, faster than Hugo', 'word', 'hugo', 2),
  costs('one word in notes, against reading and hashing all papers', 'word', ['node', 'hash'], 6),
  costs('cold, against Eleventy', 'cold', ['eleventy', 'cold'], 2),
  costs('`check`, against reading and hashing all papers', 'check', ['node', 'hash'], 3),
  weighs('memory of a cold build', 'peak', ' MiB', 400),
];

const LONG_LIST = [
  faster('nothing changed, faster than Eleventy', 'nothing', 'eleventy', 60),
  faster('one word in notes, faster than Eleventy', 'word', 'eleventy', 22),
  faster('one title, faster than Eleventy', 'title', 'eleventy', 14),
  faster('one new paper, faster than Eleventy', 'paper', 'eleventy', 14),
  faster('one word in notes, faster than Hugo', 'word', 'hugo', 8),
  costs('one word in notes, against reading and hashing all papers', 'word', ['node', 'hash'], 6),
  costs('cold, against Eleventy', 'cold', ['eleventy', 'cold'], 1.8),
  weighs('memory of a cold build', 'peak', ' MiB', 800),
  weighs('size of the site', 'mib', ' MiB', 850),
  weighs('files of the site', 'files', '', 32_000),
];

/**
 * Judges what is promised for lists of these sizes: up to 3,000 papers by the limits for 1,000, above by those for 10,000.
 * @param {readonly Result[]} results
 * @param {readonly number[]} sizes
 * @returns {readonly Judged[]}
 */
export function judge(results, sizes) {
  const judgeAll = (/** @type {readonly Promised[]} */ promises, /** @type {number} */ size) =>
    promises.map(({ measure, ...promise }) => ({
      ...promise,
      papers: size,
      values: measure((tool, name, papers = size) => findMedians(results, papers, tool, name)),
    }));
  return [...judgeAll(START, 0), ...sizes.flatMap((size) => judgeAll(size > 3000 ? LONG_LIST : SHORT_LIST, size))];
}

/** @param {Omit<Promised, 'measure'>} promise @param {number} value */
export const holds = ({ bound, limit }, value) => (bound === '≥' ? value >= limit : value <= limit);

/** @param {Medians} over @param {Medians} under @returns {Values} */
function toRatio(over, under) {
  if (over === undefined || under === undefined) return [];
  return [over.wall / under.wall, over.cpu === undefined || !under.cpu ? undefined : over.cpu / under.cpu];
}

/** @param {number | undefined} whole @param {number | undefined} part seconds @returns {number | undefined} milliseconds */
const subtract = (whole, part) => (whole === undefined || part === undefined ? undefined : (whole - part) * 1000);
