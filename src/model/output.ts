/** Output: a path below `dist/` and what belongs there, as plain data. */
import type { UrlPath } from './url-path.ts';

/** A text: the printer of this kind makes it from these parts, which are JSON, and from what all pages share. */
export interface PlannedOutput {
  readonly path: UrlPath;
  readonly kind: string;
  readonly parts: object;
}

/** A text whose content is known by its digest: SHA-256 of kind, parts and what all pages share, hex. */
export interface PrintedOutput extends PlannedOutput {
  readonly digest: string;
}

/** A file copied byte for byte from an absolute path. */
export interface CopiedOutput {
  readonly path: UrlPath;
  readonly copyOf: string;
}

export type Output = PrintedOutput | CopiedOutput;

/** Makes the text of an output. */
export type Print = (output: PrintedOutput) => string;

/** Makes the texts of many outputs, in any order, and hands over each as UTF-8. */
export type PrintAll = (
  outputs: readonly PrintedOutput[],
  take: (output: PrintedOutput, bytes: Uint8Array) => Promise<void>,
) => Promise<void>;
