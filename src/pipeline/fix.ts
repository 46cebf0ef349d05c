/** Fix: fixes, in place, front-matter that can be fixed in only one way. */

import { fixPaper } from '../content/check/fix/fix-paper.ts';
import { createPaperParser } from '../content/parse/parse.ts';
import { guard } from '../content/report/fault.ts';
import { rewriteHead } from '../io/rewrite-head.ts';
import type { Problem } from '../model/problem.ts';
import type { Gathered } from './gather.ts';

/** A file that was examined, and what happened to it. */
export interface FixedFile {
  /** Relative to the folder that contains `papers/`. */
  readonly path: string;
  /** What was changed, in words; empty if the file was left alone because of its errors. */
  readonly changes: readonly string[];
  /** The bug of ours that was met, if any. */
  readonly fault?: Problem;
}

/**
 * Fixes the sources that `isWanted` selects, one after the other, replacing each file atomically. A file with an error,
 * in itself or in relation to others, is left alone and returned among the files; one that needs no fix is not returned.
 */
export function fixPapers(
  { sources, cards, list, problems }: Gathered,
  toFile: (path: string) => string,
  isWanted: (path: string) => boolean,
): readonly FixedFile[] {
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const parse = createPaperParser(list?.fields ?? 'unknown');
  const known = new Set(cards.map(({ path }) => path));
  return sources.flatMap((source) => {
    const { path, digest } = source;
    if (!isWanted(path) || path === list?.path) return [];
    if (broken.has(path)) return [{ path, changes: [] }];
    const { result: fixed, fault } = guard(path, () =>
      list === undefined || !known.has(path) ? undefined : fixPaper(source, list, parse),
    );
    if (fault !== undefined) return [{ path, changes: [], fault }];
    if (fixed === undefined || !rewriteHead(toFile(path), digest, fixed)) return [];
    return [{ path, changes: fixed.changes }];
  });
}
