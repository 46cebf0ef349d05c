/** Shelf: what pages are made with besides the site itself. */
import type { Asset } from '../model/asset.ts';

export interface Shelf {
  /** Template texts by name without extension. */
  readonly templates: Readonly<Record<string, string>>;
  readonly assets: readonly Asset[];
  /** Where the site will live: absolute, ends in a slash; missing where nobody said. */
  readonly url?: string;
  /** The path of the site on its host: `/`, `/clip/`. */
  readonly basePath: string;
}
