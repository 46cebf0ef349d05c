/** Place package: puts Papershelf where the `package.json` of a new list can name it. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { PackageSource } from '../text/package-source.ts';
import { toPrintable } from './printable.ts';
import type { StarterFile } from './read-starter.ts';
import { toWorldError, WorldError } from './world-error.ts';

export interface PlacedPackage {
  /** What `package.json` says. */
  readonly spec: string;
  /** A copy of a tarball that lies outside the list, so that it can be committed with it. */
  readonly file?: StarterFile;
}

/** Throws a WorldError (2) if there is no such tarball or folder, or if another file is in the place of the copy. */
export function placePackage(source: PackageSource, listFolder: string): PlacedPackage {
  if ('spec' in source) return { spec: source.spec };
  const { path, from } = source;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory() !== (from === 'folder')) {
    throw new WorldError(`\`${toPrintable(path)}\` is not a ${from === 'folder' ? 'folder' : 'file'}.`, 2);
  }
  const inside = relative(toReal(listFolder), toReal(path));
  const isInside = !isAbsolute(inside) && !inside.startsWith('..');
  if (from === 'folder' || isInside) return { spec: `file:${inside.split(sep).join('/') || '.'}` };
  const name = basename(path);
  try {
    const bytes = readFileSync(path);
    const there = join(listFolder, name);
    if (statSync(there, { throwIfNoEntry: false })?.isFile() && !readFileSync(there).equals(bytes)) {
      throw new WorldError(`\`${toPrintable(there)}\` is another file than \`${toPrintable(path)}\`; move it away.`, 2);
    }
    return { spec: `file:${name}`, file: { path: name, content: bytes } };
  } catch (error) {
    throw error instanceof WorldError ? error : toWorldError(error, 'read', path);
  }
}

/** Without links, as far as the path exists. */
function toReal(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = join(path, '..');
    return parent === path ? path : join(toReal(parent), basename(path));
  }
}
