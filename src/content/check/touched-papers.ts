/** Touched papers: which files of a list have to be reported on after some of its files changed. */
import type { Card } from '../../model/card.ts';
import { toFileName } from '../parse/front-matter/file-slug.ts';

export interface Touched {
  /** True for a file that changed itself, or shows a picture that did: all its problems count. */
  readonly isChanged: (path: string) => boolean;
  /**
   * True if a change elsewhere may have broken the file, so that its errors count: it links to a paper that changed or was
   * removed, or the list itself changed, which declares what papers may use.
   */
  readonly isAtRisk: (path: string) => boolean;
}

/**
 * `changed` are paths as problems give them, some of which may no longer exist; `cards` are the papers that could be read,
 * and `listPath` is the file of the list.
 */
export function findTouched(changed: readonly string[], cards: readonly Card[], listPath: string): Touched {
  const paths = new Set(changed);
  // A problem of a folder is reported at its path, and a repository within a repository is a single change.
  const folders = new Set(changed.flatMap(listFolders));
  const isNamed = (path: string) =>
    paths.has(path) || folders.has(path) || listFolders(path).some((folder) => paths.has(folder));
  const shown = new Set(cards.filter(({ figures }) => figures.some(isNamed)).map(({ path }) => path));
  const slugs = new Set(changed.filter((path) => path.endsWith('.md') && path !== listPath).map(toFileName));
  const atRisk = new Set(
    cards
      .filter(({ references, buildsOn }) =>
        [...references.map(({ slug }) => slug), ...buildsOn].some((slug) => slugs.has(slug)),
      )
      .map(({ path }) => path),
  );
  return {
    isChanged: (path) => isNamed(path) || shown.has(path),
    isAtRisk: (path) => paths.has(listPath) || atRisk.has(path),
  };
}

/** The folders around a path, from the inside out: `papers/a/b.md` gives `papers/a` and `papers`. */
function listFolders(path: string): readonly string[] {
  const names = path.split('/');
  return names.slice(1).map((_, at) => names.slice(0, names.length - 1 - at).join('/'));
}
