/** Inspect out: examines the out folder before anything is written, for what is in the way and what must not be replaced. */
import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Output, Print } from '../model/output.ts';
import { compareText } from '../model/problem.ts';
import type { UrlPath } from '../model/url-path.ts';
import { toPrintable } from './printable.ts';
import { readOutput } from './read-output.ts';
import { toWorldError, WorldError } from './world-error.ts';

/** The most that a message names. */
const MOST_NAMED = 10;

export interface Inspected {
  /** The files of an earlier build that are where a folder must be, or in a folder that is where a file must be. */
  readonly inTheWay: ReadonlySet<UrlPath>;
  /** The sizes in bytes of the outputs that exist already. */
  readonly sizes: ReadonlyMap<UrlPath, number>;
}

/**
 * `owned` are the files that Papershelf wrote earlier; everything else there is foreign. Throws a WorldError (2) that names
 * every foreign file or folder that an output would replace.
 */
export function inspectOutFolder(
  outputs: readonly Output[],
  print: Print,
  owned: ReadonlySet<UrlPath>,
  outFolder: string,
): Inspected {
  const wanted = new Set(outputs.map((output) => output.path));
  const stale = new Set([...owned].filter((path) => !wanted.has(path)));
  const inTheWay = new Set<UrlPath>();
  const sizes = new Map<UrlPath, number>();
  const foreign = new Set<string>();
  const folders = new Map<string, boolean>();

  /** True if the folder exists; records what is in its place otherwise. */
  const hasFolder = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const stats = hasParent(path) ? statEntry(join(outFolder, path)) : undefined;
    const exists = stats?.isDirectory() ?? false;
    folders.set(path, exists);
    if (stats === undefined || exists) return exists;
    if (stats.isFile() && stale.has(path as UrlPath)) inTheWay.add(path as UrlPath);
    else foreign.add(path);
    return false;
  };
  const hasParent = (path: string): boolean => {
    const slash = path.lastIndexOf('/');
    return slash === -1 || hasFolder(path.slice(0, slash));
  };

  for (const output of outputs) {
    const file = join(outFolder, output.path);
    const stats = hasParent(output.path) ? statEntry(file) : undefined;
    if (stats?.isDirectory()) {
      const ours = [...stale].filter((path) => path.startsWith(`${output.path}/`));
      if (!hasOnly(ours, outFolder, output.path)) foreign.add(output.path);
      for (const path of ours) inTheWay.add(path);
    } else if (stats !== undefined) {
      const isOurs = stats.isFile() && (owned.has(output.path) || hasBytes(file, readOutput(output, print)));
      if (isOurs) sizes.set(output.path, stats.size);
      else foreign.add(output.path);
    }
  }
  if (foreign.size > 0) refuse([...foreign].sort(compareText), outFolder);
  return { inTheWay, sizes };
}

/** What is at the path, without following a link; `undefined` for nothing. */
export function statEntry(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw toWorldError(error, 'read', path);
  }
}

/** True if there is a file with these bytes. */
export function hasBytes(file: string, bytes: Uint8Array): boolean {
  const stats = statEntry(file);
  if (!stats?.isFile() || stats.size !== bytes.length) return false;
  try {
    return readFileSync(file).equals(bytes);
  } catch (error) {
    throw toWorldError(error, 'read', file);
  }
}

/** True if everything in the folder is one of our files or a folder that we created for one. */
function hasOnly(ours: readonly string[], outFolder: string, path: string): boolean {
  if (!ours.some((our) => our.startsWith(`${path}/`))) return false;
  return readEntries(join(outFolder, path)).every((entry) => {
    const inside = `${path}/${entry.name}`;
    return entry.isDirectory() ? hasOnly(ours, outFolder, inside) : entry.isFile() && ours.includes(inside);
  });
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw toWorldError(error, 'read', folder);
  }
}

function refuse(paths: readonly string[], outFolder: string): never {
  const named = paths.slice(0, MOST_NAMED).map((path) => `\`${toPrintable(join(outFolder, path))}\``);
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : '';
  throw new WorldError(
    `Papershelf will not replace ${named.join(', ')}${more}, which it did not write. Nothing was changed. Move or delete what is there, or choose another folder with \`--out\`.`,
    2,
  );
}
