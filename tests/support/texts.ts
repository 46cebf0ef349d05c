/** Outputs that are a text and nothing else, for the tests of writing. */
import { toDigest } from '../../src/io/digest.ts';
import type { Print, PrintedOutput } from '../../src/model/output.ts';
import { toUrlPath } from '../../src/model/url-path.ts';

/** An output that prints as this text. */
export function toText(path: string, text: string): PrintedOutput {
  return { path: toUrlPath(path), kind: 'text', parts: { text }, digest: toDigest(text) };
}

export function toTexts(files: Readonly<Record<string, string>>): PrintedOutput[] {
  return Object.entries(files).map(([path, text]) => toText(path, text));
}

export const printText: Print = ({ parts }) => (parts as { readonly text: string }).text;
