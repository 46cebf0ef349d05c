/** Special pages: those that a list has only where its papers can fill them. */
import type { Site } from '../model/site.ts';

/** True where papers say when they joined the list: the site has `new.html`. */
export function hasNew({ papers }: Site): boolean {
  return papers.some(({ paper }) => paper.added !== undefined);
}
