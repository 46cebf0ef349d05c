/** Figure: a picture beside the notes of a paper. */
import type { Asset } from './asset.ts';

/** An asset whose name is the path by which notes find it: `papers/clip/contrastive-matrix.svg`. */
export interface Figure extends Asset {
  /** In CSS pixels, as the file itself says; both are 0 for an SVG that gives no size, which is a problem of its own. */
  readonly width: number;
  readonly height: number;
  /** The text of an SVG, which is checked before it is published. */
  readonly svg?: string;
}
