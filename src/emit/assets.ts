/** Assets: the files that serve the pages, copied under names that tell their bytes; those of KaTeX only where a page has math. */
import type { Output } from '../model/output.ts';
import type { Workshop } from './frame.ts';
import { toAssetPath } from './paths.ts';

export function emitAssets({ shelf, site }: Workshop): readonly Output[] {
  const hasMath = site.introduction.hasMath || site.papers.some((rendered) => rendered.hasMath);
  return [...shelf.assets, ...site.figures]
    .filter(({ name }) => hasMath || !/^katex\.css$|^KaTeX_.*\.woff2$/.test(name))
    .map(({ fileName, file }) => ({ path: toAssetPath(fileName), copyOf: file }));
}
