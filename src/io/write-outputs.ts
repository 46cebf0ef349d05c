/** Write outputs: writes the outputs of this build to the out folder and removes those of earlier builds, nothing else. */
import { dirname, join } from 'node:path';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { Output, Print, PrintAll } from '../model/output.ts';
import { type FolderLock, withFolderLock } from './folder-lock.ts';
import { inspectOutFolder, statEntry } from './inspect-out.ts';
import { type Ledger, readLedger, removeLedger, writeLedger } from './ledger.ts';
import { digestOutput, readOutput } from './read-output.ts';
import { isRealFolder, removeFiles } from './remove-files.ts';
import { moveIntoPlace, stageOutputs } from './stage-outputs.ts';
import { removeAbandoned } from './temporary-file.ts';

/** How many files of each kind there were. */
export interface WriteCount {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface WriteOptions {
  /** Rejects once the user interrupts, even while waiting for another build. */
  readonly checkpoint?: Checkpoint;
  /** Called with a sentence that says which build this one waits for, or which was interrupted. */
  readonly say?: (text: string) => void;
  /** What the whole site is made from, for {@link countUnchanged}. */
  readonly key?: string | undefined;
  /** Prints many outputs faster than one after the other. */
  readonly printAll?: PrintAll | undefined;
}

/**
 * Writes the outputs, replacing each file atomically and only if its bytes differ; then removes the files of the previous
 * build that are no longer outputs. Never touches a file that Papershelf did not write, and never leaves the folder
 * through a link. An output that was made from the same parts, and whose file has the same size, is not printed again.
 *
 * Each text is printed once and written next to its place before the first file is replaced, so a full disk, an output
 * that cannot be printed or a rejecting `checkpoint` leaves the old site intact and nothing of the new one. The ledger
 * names a file before it exists and forgets what it was made from before it is replaced, so a killed build forgets no file
 * and vouches for none. Builds that run at once wait for each other. Throws a WorldError if a foreign file is in the way
 * (2, nothing written) or the system refuses (3); an Error if two outputs are one file.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  print: Print,
  outFolder: string,
  { checkpoint, say, key, printAll }: WriteOptions = {},
): Promise<WriteCount> {
  requireDistinct(outputs);
  return await withFolderLock(outFolder, { checkpoint, say }, (lock) => {
    const renewing: Checkpoint = async (done, total) => {
      lock.renew();
      await checkpoint?.(done, total);
    };
    const printing = { print, printAll: printAll ?? printOneByOne(print) };
    return writeAlone(outputs, printing, { outFolder, key, checkpoint: renewing, lock });
  });
}

/** How outputs are printed: one, or many. */
interface Printing {
  readonly print: Print;
  readonly printAll: PrintAll;
}

function printOneByOne(print: Print): PrintAll {
  return async (outputs, take) => {
    for (const output of outputs) await take(output, Buffer.from(print(output)));
  };
}

interface Place {
  readonly outFolder: string;
  readonly key: string | undefined;
  readonly checkpoint: Checkpoint;
  readonly lock: FolderLock;
}

async function writeAlone(outputs: readonly Output[], printing: Printing, place: Place): Promise<WriteCount> {
  const { outFolder, key, checkpoint, lock } = place;
  const ledger = readLedger(outFolder);
  const owned = new Set(ledger.files.keys());
  const wanted = new Set(outputs.map((output) => output.path));
  for (const folder of new Set(['.', ...[...owned, ...wanted].map((path) => dirname(path))])) {
    if (isRealFolder(outFolder, folder)) removeAbandoned(join(outFolder, folder), lock.isHeld);
  }
  const { inTheWay, sizes } = inspectOutFolder(outputs, printing.print, owned, outFolder);
  const isCurrent = (output: Output) => {
    const known = ledger.files.get(output.path);
    if (known === undefined || known.size !== sizes.get(output.path)) return false;
    return known.digest === digestOutput(output, ledger.written);
  };
  const stale = outputs.filter((output) => !isCurrent(output));
  // Before anything is read: what changes from now on has another digest in the next run.
  const digests = new Map(outputs.map((output) => [output.path, digestOutput(output, Infinity) ?? '']));
  // What is in the way is removed before anything is written; by then every output must have been printed.
  if (inTheWay.size > 0) for (const output of stale) readOutput(output, printing.print);
  if (stale.some(({ path }) => !owned.has(path))) {
    writeLedger(outFolder, {
      files: new Map([...[...wanted].map((path) => [path, undefined] as const), ...ledger.files]),
    });
  }
  let removed = removeFiles(inTheWay, outFolder, lock);
  const staged = await stageOutputs(stale, printing.printAll, outFolder, checkpoint).catch((error: unknown) => {
    if (inTheWay.size === 0) takeBack(ledger, outFolder, lock);
    throw error;
  });
  if (staged.files.length > 0) {
    const struck = new Set(staged.files.map(({ path }) => path));
    const kept = [...owned, ...wanted].map(
      (path) => [path, struck.has(path) ? undefined : ledger.files.get(path)] as const,
    );
    writeLedger(outFolder, { files: new Map(kept) });
  }
  moveIntoPlace(staged.files, lock);
  const gone = [...owned].filter((path) => !wanted.has(path) && !inTheWay.has(path));
  removed += removeFiles(gone, outFolder, lock);
  lock.require();
  const files = outputs.map(({ path }) => {
    const size = staged.sizes.get(path) ?? (sizes.get(path) as number);
    return [path, { digest: digests.get(path) as string, size }] as const;
  });
  writeLedger(outFolder, { files: new Map(files), ...(key === undefined ? {} : { key }) });
  return { written: staged.files.length, unchanged: outputs.length - staged.files.length, removed };
}

/** The number of files if the folder has exactly the site that was made from `key`; `undefined` if it may not. */
export function countUnchanged(outFolder: string, key: string): number | undefined {
  const { key: known, files } = readLedger(outFolder);
  if (known !== key) return undefined;
  for (const [path, file] of files) {
    const stats = statEntry(join(outFolder, path));
    if (file === undefined || stats?.isFile() !== true || stats.size !== file.size) return undefined;
  }
  return files.size;
}

/** Two paths that differ only in case are the same file on most readers' computers. */
function requireDistinct(outputs: readonly Output[]): void {
  const paths = new Map<string, string>();
  for (const { path } of outputs) {
    const key = path.toLowerCase();
    const twin = paths.get(key);
    if (twin !== undefined) throw new Error(`Two outputs are one file: ${twin} and ${path}`);
    if (/(?:^|\/)\.papershelf[^/]*$/.test(key)) throw new Error(`An output has a name that is reserved: ${path}`);
    paths.set(key, path);
  }
  for (const [key, path] of paths) {
    for (let slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
      const file = paths.get(key.slice(0, slash));
      if (file !== undefined) throw new Error(`An output is a file and a folder: ${file} and ${path}`);
    }
  }
}

/** Restores the ledger, unless it belongs to another build by now. */
function takeBack(ledger: Ledger, outFolder: string, lock: FolderLock): void {
  try {
    lock.require();
    if (ledger.files.size > 0) writeLedger(outFolder, ledger);
    else removeLedger(outFolder);
  } catch {
    // An error is already being thrown; a ledger that names too many files does no harm.
  }
}
