/** Fix: the papers whose front-matter can be mended without a doubt, mended in place. */

import { fixPaper } from '../content/check/fix/fix-paper.ts';
import { guard } from '../content/report/fault.ts';
import { rewriteHead } from '../io/rewrite-head.ts';
import type { Problem } from '../model/problem.ts';
import type { Gathered } from './gather.ts';

/** A file that was looked at, and what happened to it. */
export interface FixedFile {
  /** Relative to the folder that holds `papers/`. */
  readonly path: string;
  /** What was changed, in words; empty where the file was left alone for its errors. */
  readonly changes: readonly string[];
  /** What went wrong on our side, if anything did. */
  readonly fault?: Problem;
}

/**
 * Mends those of the sources for which `isWanted` holds, one after the other, each replaced at once. A file with an
 * error, of its own or beside others, is left alone and among the files; one that needs nothing is not.
 */
export function fixPapers(
  { sources, papers, list, problems }: Gathered,
  toFile: (path: string) => string,
  isWanted: (path: string) => boolean,
): readonly FixedFile[] {
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const known = new Set(papers.map(({ path }) => path));
  return sources.flatMap((source) => {
    const { path, digest } = source;
    if (!isWanted(path) || path === list?.path) return [];
    if (broken.has(path)) return [{ path, changes: [] }];
    const { result: fixed, fault } = guard(path, () =>
      list === undefined || !known.has(path) ? undefined : fixPaper(source, list),
    );
    if (fault !== undefined) return [{ path, changes: [], fault }];
    if (fixed === undefined || !rewriteHead(toFile(path), digest, fixed)) return [];
    return [{ path, changes: fixed.changes }];
  });
}
