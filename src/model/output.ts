/** Output: a path below `dist/` and what belongs there. */
import type { UrlPath } from './url-path.ts';

/** A file with the text that `print` makes, UTF-8: whenever it is asked for, the same each time. */
interface TextOutput {
  readonly path: UrlPath;
  readonly print: () => string;
}

/** A file copied byte for byte from an absolute path. */
interface CopyOutput {
  readonly path: UrlPath;
  readonly copyOf: string;
}

export type Output = TextOutput | CopyOutput;
