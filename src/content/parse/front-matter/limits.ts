/** Limits: how much front-matter is read, so that no file can stall a build. */

/** How much front-matter a file may have. */
export interface FrontMatterLimits {
  /** In bytes of UTF-8. */
  readonly bytes: number;
  /** Keys of all mappings together. */
  readonly keys: number;
  /** The fields are depth 1, what is inside one of them depth 2. */
  readonly depth: number;
}

export const PAPER_LIMITS: FrontMatterLimits = { bytes: 8 * 1024, keys: 64, depth: 3 };

/** A list declares its whole tree of topics, so it may be longer and deeper. */
export const LIST_LIMITS: FrontMatterLimits = { bytes: 32 * 1024, keys: 1024, depth: 12 };
