/** Read key: what everything that a run reads comes to, so that the next run knows whether its report would be the same. */
import { toDigest } from '../io/digest.ts';
import type { SiteAssets } from '../io/read-assets.ts';
import type { SourcesRead } from '../io/read-sources.ts';

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
