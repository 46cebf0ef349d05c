// @ts-check
/** Random choices that are the same on every machine. */

/**
 * @typedef {object} Random
 * @property {() => number} next a number from 0 up to, but not including, 1
 * @property {(limit: number) => number} below a whole number from 0 up to, but not including, `limit`
 * @property {(low: number, high: number) => number} between a whole number, both ends included
 * @property {(chance: number) => boolean} isLucky true with this probability
 * @property {<Item>(items: readonly Item[]) => Item} pick one item of a list that is not empty
 * @property {<Item>(items: readonly Item[]) => Item} pickEarly the same, the n-th item about 1/n as often as the first
 */

/**
 * The same seed gives the same choices (mulberry32).
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** @param {number} limit */
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    isLucky: (chance) => next() < chance,
    pick: (items) => /** @type {(typeof items)[number]} */ (items[below(items.length)]),
    pickEarly: (items) => /** @type {(typeof items)[number]} */ (items[Math.floor((items.length + 1) ** next()) - 1]),
  };
}
