/** Shards: which search file a paper goes into, so that a new paper changes one of them and moves no other paper. */

/** On average, a file holds between this many papers and twice as many. */
const LEAST_PER_SHARD = 16;

/** The number of files for this many papers: a power of two, so that it hardly ever changes. */
export function countShards(papers: number): number {
  return 2 ** Math.max(Math.floor(Math.log2(papers / LEAST_PER_SHARD)), 0);
}

/** The number of the file that a paper is in: 32-bit FNV-1a of its slug (draft-eastlake-fnv), cut to the power of two. */
export function toShard(slug: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < slug.length; at += 1) hash = Math.imul(hash ^ slug.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & (shards - 1);
}
