/** Assets: the files that serve the pages, copied under names that tell their bytes; KaTeX's too, for any notes may be typed on the add page. */
import type { Output } from '../model/output.ts';
import type { Workshop } from './frame.ts';
import { toAssetPath } from './paths.ts';

export function emitAssets({ shelf, site }: Workshop): readonly Output[] {
  return [...shelf.assets, ...site.figures].map(({ fileName, file }) => ({
    path: toAssetPath(fileName),
    copyOf: file,
  }));
}
