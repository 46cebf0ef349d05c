/** Known papers: those of the list that a paper being written may be the same as, loaded as it is written. */
import type { KnownPaper } from '../../model/known-paper.ts';
import { toKnownKeys } from '../../text/known-keys.ts';
import { toShard } from '../../text/shards.ts';

export interface KnownPapers {
  /** Those that were loaded so far. */
  readonly all: () => readonly KnownPaper[];
  /** Loads what this paper is compared with; true if there is more than before. Never rejects. */
  readonly load: (paper: Parameters<typeof toKnownKeys>[0]) => Promise<boolean>;
}

/** `fetchFile` gets one of `count` files, and rejects if it cannot be had: it is asked for again with the next paper. */
export function createKnownPapers(
  count: number,
  fetchFile: (file: number) => Promise<readonly Partial<KnownPaper>[]>,
): KnownPapers {
  const papers = new Map<string, KnownPaper>();
  const loaded = new Map<number, Promise<boolean>>();
  const loadFile = async (file: number): Promise<boolean> => {
    try {
      for (const part of await fetchFile(file)) {
        const path = part.path as string;
        const before = papers.get(path) ?? { aliases: [], title: '' };
        papers.set(path, { ...before, ...part } as KnownPaper);
      }
      return true;
    } catch {
      loaded.delete(file);
      return false;
    }
  };
  return {
    all: () => [...papers.values()],
    async load(paper) {
      const { names, ids, title } = toKnownKeys(paper);
      const files = new Set([...names, ...ids, title].map((key) => toShard(key, count)));
      const fresh = [...files].filter((file) => !loaded.has(file));
      for (const file of fresh) loaded.set(file, loadFile(file));
      return (await Promise.all(fresh.map((file) => loaded.get(file)))).includes(true);
    },
  };
}
