/** Kept report: what a run reported, for the next one if that would report the same. */
import { toDigest } from '../io/digest.ts';
import type { SiteAssets } from '../io/read-assets.ts';
import { readHead } from '../io/read-history.ts';
import type { SourcesRead } from '../io/read-sources.ts';
import type { Store } from '../io/store.ts';

/**
 * A digest of everything that a site and the problems of its papers depend on. `fingerprint` is that of the store:
 * another program may make another site of the same papers.
 */
export function toReadKey(
  { sources, figures, problems }: SourcesRead,
  { templates, assets }: SiteAssets,
  base: string | undefined,
  fingerprint: string,
): string {
  const read = [
    fingerprint,
    sources.map(({ path, digest }) => [path, digest]),
    figures.map(({ name, fileName }) => [name, fileName]),
    problems,
    templates,
    assets.map(({ name, fileName }) => [name, fileName]),
    base,
  ];
  return toDigest(JSON.stringify(read));
}

/** The key for a run that also asked when files were first committed, as of the commit `head`. */
export function withHistory(key: string, head: string | undefined): string {
  return head === undefined ? key : toDigest(`${key} ${head}`);
}

interface Kept {
  /** The commit whose history took part, if any did. */
  readonly head?: string;
  readonly report: object;
}

/** What `step` reported if everything it depends on is as it was, and the key of that, its history included. */
export async function recallReport<Report>(
  store: Store,
  step: string,
  key: string,
  papersFolder: string,
): Promise<{ readonly report: Report; readonly key: string } | undefined> {
  const kept = store.recall(step);
  if (kept?.key !== key) return undefined;
  const { head, report } = kept.value as Kept;
  if (head !== undefined && head !== (await readHead(papersFolder))) return undefined;
  return { report: report as Report, key: withHistory(key, head) };
}

export function keepReport(store: Store, step: string, key: string, kept: Kept): void {
  store.keep(step, { key, value: kept, bytes: [] });
}
