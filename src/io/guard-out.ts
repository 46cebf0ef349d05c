/** Guard out: refuses to build into a folder that must not contain a site. */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { toPrintable } from './printable.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

/**
 * Checks that `out`, which need not exist yet, may contain the site. Throws a WorldError (2) if it is a symbolic link, a
 * file or the root of the disk, overlaps with the papers, or contains the repository or the home folder; links along the
 * path are resolved first.
 */
export function guardOutFolder(out: string, papers: string, home: string): void {
  const place = resolve(out);
  if (place === parse(place).root) refuse(out, 'it is the root of the disk');
  requireFolderOrNothing(place, out);
  refuseLooseLinks(place, out);
  const real = toRealPath(place);
  if (real === parse(real).root) refuse(out, 'it is the root of the disk');
  const realPapers = toRealPath(resolve(papers));
  if (existsSync(join(real, '.git'))) refuse(out, 'it is the root of the repository');
  if (real.split(sep).includes('.git')) refuse(out, 'it contains the files of git itself');
  if (real === realPapers) refuse(out, 'it is the folder with the papers');
  if (isInside(realPapers, real)) refuse(out, 'the papers are inside it');
  if (isInside(real, realPapers)) refuse(out, 'it is inside the folder with the papers');
  if (home === '') return;
  const realHome = toRealPath(resolve(home));
  if (real === realHome) refuse(out, 'it is your home folder');
  if (isInside(realHome, real)) refuse(out, 'your home folder is inside it');
}

function refuse(out: string, reason: string): never {
  throw new WorldError(
    `The site cannot be written to \`${toPrintable(out)}\`: ${reason}. Choose a separate folder, such as \`--out dist\`.`,
    2,
  );
}

function requireFolderOrNothing(place: string, out: string): void {
  try {
    const stats = lstatSync(place);
    if (stats.isSymbolicLink()) refuse(out, 'it is a symbolic link');
    if (!stats.isDirectory()) refuse(out, 'it is a file');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOTDIR') refuse(out, 'a part of the path is a file');
    if (code !== 'ENOENT') throw toWorldError(error, 'read', out);
  }
}

/** The path with links resolved as far as it exists; the rest stays as it is. */
function toRealPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(toRealPath(parent), basename(path));
  }
}

/** A folder created below a dangling link would end up in a place that nobody checked. */
function refuseLooseLinks(place: string, out: string): void {
  for (let path = place; !existsSync(path) && path !== dirname(path); path = dirname(path)) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      refuse(out, `the link \`${toPrintable(path)}\` leads nowhere`);
    }
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
