/**
 * Ledger: which files in the out folder Papershelf wrote, and may therefore replace and remove, and what each was printed
 * from, so that a file that would be the same is not printed again. It is in the out folder itself.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/problem.ts';
import { toUrlPath, type UrlPath } from '../model/url-path.ts';
import { toPrintable } from './printable.ts';
import { moveTemporary, writeTemporary } from './temporary-file.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

/** Its name in the out folder. */
const LEDGER = '.papershelf.json';

/** What a file was made from, and its size in bytes. */
interface WrittenFile {
  readonly digest: string;
  readonly size: number;
}

export interface Ledger {
  /** What the whole site was made from; missing if a build did not end, or if an earlier version made it. */
  readonly key?: string;
  /** Nothing about a file that a build was about to replace. */
  readonly files: ReadonlyMap<UrlPath, WrittenFile | undefined>;
  /** When the ledger was written, in milliseconds since 1970; 0 for a folder without a ledger. */
  readonly written: number;
}

/**
 * The ledger of the folder, empty for a folder without one. A path that would lead out of the folder is ignored, since
 * Papershelf cannot have written it. Throws a WorldError if the file is not a ledger.
 */
export function readLedger(outFolder: string): Ledger {
  const file = join(outFolder, LEDGER);
  const { text, written } = readText(file);
  const content = parseLedger(text);
  if (content === undefined) {
    throw new WorldError(
      `\`${toPrintable(file)}\` is damaged, so Papershelf cannot tell which files here are its own. Delete the folder \`${toPrintable(outFolder)}\` and build again.`,
      2,
    );
  }
  const { key, files, digests = [], sizes = [] } = content;
  const known = files.flatMap((path, index): (readonly [UrlPath, WrittenFile | undefined])[] => {
    if (!isUrlPath(path) || path === LEDGER) return [];
    const [digest, size] = [digests[index], sizes[index]];
    return [
      [path, typeof digest === 'string' && digest !== '' && typeof size === 'number' ? { digest, size } : undefined],
    ];
  });
  return { files: new Map(known), written, ...(typeof key === 'string' ? { key } : {}) };
}

/** Replaces the ledger atomically. Throws a WorldError if it cannot be written. */
export function writeLedger(outFolder: string, { key, files }: Omit<Ledger, 'written'>): void {
  const file = join(outFolder, LEDGER);
  const paths = [...files.keys()].sort(compareText);
  const written = paths.map((path) => files.get(path));
  const content = {
    version: 1,
    ...(key === undefined ? {} : { key }),
    files: paths,
    digests: written.map((one) => one?.digest ?? ''),
    sizes: written.map((one) => one?.size ?? 0),
  };
  const text = `${JSON.stringify(content)}\n`;
  if (readText(file).text === text) return;
  moveTemporary(writeTemporary(file, Buffer.from(text)), file);
}

/** Removes the ledger if it is there. */
export function removeLedger(outFolder: string): void {
  rmSync(join(outFolder, LEDGER), { force: true });
}

function readText(file: string): { readonly text?: string; readonly written: number } {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return { text: readFileSync(descriptor, 'utf8'), written: fstatSync(descriptor).mtimeMs };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { written: 0 };
    throw toWorldError(error, 'read', file);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

interface Content {
  readonly key?: unknown;
  readonly files: readonly unknown[];
  readonly digests?: readonly unknown[];
  readonly sizes?: readonly unknown[];
}

function parseLedger(text: string | undefined): Content | undefined {
  if (text === undefined) return { files: [] };
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null) return undefined;
    if (!('version' in content) || content.version !== 1 || !('files' in content)) return undefined;
    const { files, digests, sizes } = content as Partial<Record<'files' | 'digests' | 'sizes', unknown>>;
    if (!Array.isArray(files)) return undefined;
    const isWhole = Array.isArray(digests) && Array.isArray(sizes);
    return { files, ...('key' in content ? { key: content.key } : {}), ...(isWhole ? { digests, sizes } : {}) };
  } catch {
    return undefined;
  }
}

function isUrlPath(path: unknown): path is UrlPath {
  try {
    return typeof path === 'string' && toUrlPath(path) === path;
  } catch {
    return false;
  }
}
