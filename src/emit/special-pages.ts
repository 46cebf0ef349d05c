/** Special pages: those that a list has only where its papers can fill them. */
import type { Site } from '../model/site.ts';
import type { UrlPath } from '../model/url-path.ts';
import { toMapPath, toNewPath } from './paths.ts';

/** Fewer points than this make no picture. */
const LEAST_ON_MAP = 3;

/** True where papers say when they joined the list: the site has `new.html`. */
export function hasNew({ papers }: Site): boolean {
  return papers.some(({ paper }) => paper.added !== undefined);
}

/** True where enough papers have a year: the site has `map.html`. */
export function hasMap({ papers }: Site): boolean {
  return papers.filter(({ paper }) => paper.year !== undefined).length >= LEAST_ON_MAP;
}

export interface SpecialPage {
  readonly label: string;
  readonly path: UrlPath;
}

/** Those that this site has, in the order of the rail. */
export function listSpecialPages(site: Site): readonly SpecialPage[] {
  return [
    ...(hasNew(site) ? [{ label: 'Recently added', path: toNewPath() }] : []),
    ...(hasMap(site) ? [{ label: 'Map', path: toMapPath() }] : []),
  ];
}
