/** Prepare all: prepares every file that is not in the store yet, on several threads if there are many. */
import type { FormulaMemo } from '../content/render/markdown/formula-memo.ts';
import { OutOfMemory, Overtime, toFault } from '../content/report/fault.ts';
import type { Store } from '../io/store.ts';
import { readWorkClock } from '../io/work-clock.ts';
import { findProgram, type Loss, runPooled } from '../io/worker-pool.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import { NO_SETTINGS, type PrepareSettings } from '../model/prepare-settings.ts';
import type { PackedFile, PreparedFile } from '../model/prepared.ts';
import type { Source } from '../model/source.ts';
import { createPacker, type Packer } from './pack-file.ts';

/** Fewer files are prepared sooner than a thread has started. */
const FEWEST_FOR_THREADS = 48;
/** Milliseconds for a file in a thread; the stages stop themselves long before. */
const PATIENCE = 5000;
const LAST_PATIENCE = 30_000;
/** In MiB. */
const MEMORY = 256;

export interface PrepareOptions {
  readonly store: Store;
  /** 1 prepares everything in this thread. */
  readonly threads?: number | undefined;
  readonly checkpoint?: Checkpoint | undefined;
  /** All files of the list, if `sources` are only some of them: what is stored of the others stays. */
  readonly inUse?: readonly Source[] | undefined;
  /** Those of the list that the files belong to. */
  readonly settings?: PrepareSettings | undefined;
  /** Returns the milliseconds of work done so far. */
  readonly clock?: () => number;
}

/** The result for each source, in order. Throws a WorldError if the store cannot be written. */
export async function prepareAll(
  sources: readonly Source[],
  { store, threads = 1, checkpoint, inUse = sources, settings = NO_SETTINGS, clock = readWorkClock }: PrepareOptions,
): Promise<readonly PreparedFile[]> {
  const packer = createPacker(settings);
  const keys = sources.map(packer.toKey);
  const missing = sources.filter((_, at) => store.find(keys[at] as string) === undefined);
  let done = 0;
  const take = async (packed: PackedFile) => {
    store.add(packed, packed.problems.every(isLasting));
    done += 1;
    await checkpoint?.(done, missing.length);
  };
  const program = threads > 1 && missing.length >= FEWEST_FOR_THREADS ? findProgram() : undefined;
  if (program === undefined) {
    const memo: FormulaMemo = new Map();
    for (const source of missing) await take(packer.pack(source, memo, clock));
  } else {
    const options = { program, role: 'prepare', data: settings, threads, memory: MEMORY };
    const lost: PackedFile[] = [];
    await runPooled<Source, PackedFile>(
      missing,
      { ...options, patience: PATIENCE, lastPatience: LAST_PATIENCE },
      (_, packed) => take(packed),
      (number, loss) => lost.push(toLost(packer, missing[number] as Source, loss)),
    );
    for (const packed of lost) await take(packed);
  }
  store.save(new Set(inUse.map(packer.toKey)));
  return keys.map((key) => store.find(key) as PreparedFile);
}

function toLost({ toKey }: Packer, source: Source, loss: Loss): PackedFile {
  const fault = loss === 'time' ? new Overtime(LAST_PATIENCE / 1000) : new OutOfMemory(MEMORY);
  return { key: toKey(source), problems: [toFault(fault, source.path)] };
}

/** False for a problem that depends on the machine, or on a bug of ours. */
function isLasting({ rule }: { readonly rule: string }): boolean {
  return rule !== 'limit-time' && rule !== 'limit-memory' && rule !== 'papershelf-fault';
}
