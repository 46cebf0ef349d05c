/** Print all: prints many outputs, on several threads if there are many. */
import { print } from '../emit/kinds.ts';
import { openPress } from '../emit/press.ts';
import { readPiece, type SegmentSource } from '../io/segment-file.ts';
import type { Store } from '../io/store.ts';
import { findProgram, isOutOfMemory, runPooled } from '../io/worker-pool.ts';
import type { Print, PrintAll, PrintedOutput } from '../model/output.ts';
import type { PieceName } from '../model/prepared.ts';
import type { GatheredList } from './gather.ts';
import { createPlanDigest, type LaidOut, type Plan, planAll } from './lay-out.ts';
import { openPieces, type StoredPaper } from './open-pieces.ts';
import { toKept } from './to-kept.ts';

/** Fewer outputs are printed sooner than threads have planned the site. */
const FEWEST_FOR_THREADS = 400;
/** Milliseconds for an output; some hold the whole list. */
const PATIENCE = 300_000;
/** In MiB. */
const MEMORY = 2048;

/** What a thread needs to print: the plan, and where the papers are stored. */
export interface PrintData {
  readonly plan: Plan;
  readonly papers: readonly StoredPaper[];
  readonly sources: readonly SegmentSource[];
}

/** Prints with the papers of this list. */
export function createPrintOne({ press, terms }: LaidOut, { papers, pieces }: GatheredList): Print {
  const opened = openPress(press, toKept(papers, pieces, terms));
  return (output) => print(output, opened);
}

/** Throws what printing throws. */
export function createPrintAll(
  { site, input, press, outputs: all }: LaidOut,
  { papers }: GatheredList,
  store: Store,
  threads: number,
  printOne: Print,
): PrintAll {
  const toBytes = (output: PrintedOutput) => Buffer.from(printOne(output));
  return async (outputs, take) => {
    const program = threads > 1 && outputs.length >= FEWEST_FOR_THREADS ? findProgram() : undefined;
    if (program === undefined) {
      for (const output of outputs) await take(output, toBytes(output));
      return;
    }
    const numbers = new Map(all.map(({ path }, number) => [path, number]));
    const stored = papers.map(({ digests, segment, pieces, card: { path } }) => ({ path, digests, segment, pieces }));
    const data: PrintData = { plan: { site, input, press }, papers: stored, sources: store.sources() };
    const options = { program, role: 'print', data, threads, memory: MEMORY };
    const left = new Set(outputs);
    const takePrinted = async (job: number, bytes: Uint8Array | undefined) => {
      const output = outputs[job] as PrintedOutput;
      if (bytes === undefined) return;
      left.delete(output);
      await take(output, bytes);
    };
    const jobs = outputs.map(({ path }) => numbers.get(path) as number);
    try {
      await runPooled(jobs, { ...options, patience: PATIENCE, lastPatience: PATIENCE }, takePrinted, () => {});
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
    }
    // What threads could not print is printed here, so that an error is reported as it is.
    for (const output of left) await take(output, toBytes(output));
  };
}

function toNothing(): never {
  throw new Error('A thread has no sources to prepare again.');
}

/** In a thread: prints the output with this number in the plan; `undefined` if it cannot be printed here. */
export function createPrintRole({ plan, papers, sources }: PrintData): (number: number) => Uint8Array | undefined {
  const planned = planAll(plan, createPlanDigest(plan));
  const read = (paper: StoredPaper, piece: PieceName) => {
    const source = sources[paper.segment];
    return source === undefined ? undefined : readPiece(source, paper.pieces[piece]);
  };
  const opened = openPress(plan.press, toKept(papers, openPieces(read, toNothing), undefined));
  return (number) => {
    try {
      const output = planned[number];
      return output !== undefined && 'kind' in output ? Buffer.from(print(output, opened)) : undefined;
    } catch {
      return undefined;
    }
  };
}
