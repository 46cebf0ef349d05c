/** Output: a path below `dist/` and what belongs there. */
import type { UrlPath } from './url-path.ts';

/** A file with this text, UTF-8. */
interface TextOutput {
  readonly path: UrlPath;
  readonly content: string;
}

/** A file copied byte for byte from an absolute path. */
interface CopyOutput {
  readonly path: UrlPath;
  readonly copyOf: string;
}

export type Output = TextOutput | CopyOutput;
