/** Step file: the result of a step over the whole list, in a segment of its own. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PieceAt } from '../model/prepared.ts';
import { closeSegment, createSegment, openSegment, readPiece, type SegmentWriter } from './segment-file.ts';

/** The result of a step; it is valid for the same key alone. */
export interface StepResult {
  readonly key: string;
  /** JSON. */
  readonly value: unknown;
  /** What would be slow as JSON. */
  readonly bytes: readonly Uint8Array[];
}

/** A segment of another kind has none of these. */
interface StepIndex {
  readonly fingerprint?: unknown;
  readonly step?: unknown;
  readonly key: string;
  readonly value: unknown;
  readonly pieces: readonly PieceAt[];
}

/** The result in the folder; `undefined` if it is missing, damaged or of another program. */
export function readStep(folder: string | undefined, step: string, fingerprint: string): StepResult | undefined {
  const opened = folder === undefined ? undefined : openSegment(toFile(folder, step));
  if (opened === undefined) return undefined;
  const { key, value, pieces, ...index } = opened.index as StepIndex;
  const isOurs = index.fingerprint === fingerprint && index.step === step;
  const bytes = isOurs ? pieces.flatMap((piece) => readPiece(opened.source, piece) ?? []) : [];
  closeSegment(opened.source);
  return isOurs && bytes.length === pieces.length ? { key, value, bytes } : undefined;
}

/** Keeps the result for the next run, if the folder can be written. */
export function writeStep(
  folder: string | undefined,
  step: string,
  fingerprint: string,
  { key, value, bytes }: StepResult,
): void {
  if (folder === undefined) return;
  let writer: SegmentWriter | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    writer = createSegment(toFile(folder, step));
    const pieces = bytes.map(writer.add);
    closeSegment(writer.finish({ fingerprint, step, key, value, pieces } satisfies StepIndex).source);
  } catch {
    // Without a cache the next run takes longer, and that is all.
    writer?.discard();
  }
}

function toFile(folder: string, step: string): string {
  return join(folder, `${step}.step`);
}
