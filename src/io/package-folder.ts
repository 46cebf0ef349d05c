/** Package folder: where Papershelf itself is installed. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorldError } from './world-error.ts';

/**
 * The nearest folder above this module whose `package.json` is Papershelf's, so that the bundled command and the
 * sources find the same templates. Throws a WorldError if there isn't one.
 */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isPackageFolder(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new WorldError('Papershelf cannot find its own files; install it again.', 3);
    folder = parent;
  }
  return folder;
}

function isPackageFolder(folder: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof content === 'object' && content !== null && 'name' in content && content.name === 'papershelf';
  } catch {
    return false;
  }
}
