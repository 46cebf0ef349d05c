/** Manifest: which files in the out folder Papershelf wrote, and may therefore replace and remove. */
import { closeSync, constants, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/problem.ts';
import { toUrlPath, type UrlPath } from '../model/url-path.ts';
import { toPrintable } from './printable.ts';
import { moveTemporary, writeTemporary } from './temporary-file.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

/** Its name in the out folder. */
const MANIFEST = '.papershelf.json';

/**
 * The paths that the manifest lists; none if there is no manifest. A path that would lead out of the folder is ignored:
 * whoever wrote it, it was not us. Throws a WorldError if the file is not a manifest.
 */
export function readManifest(outFolder: string): ReadonlySet<UrlPath> {
  const file = join(outFolder, MANIFEST);
  const content = parseManifest(readText(file));
  if (content === undefined) {
    throw new WorldError(
      `\`${toPrintable(file)}\` is damaged, so Papershelf cannot tell which files here are its own. Delete the folder \`${toPrintable(outFolder)}\` and build again.`,
      2,
    );
  }
  return new Set(content.filter(isUrlPath).filter((path) => path !== MANIFEST));
}

/** Replaces the manifest atomically. Throws a WorldError if it cannot be written. */
export function writeManifest(outFolder: string, paths: Iterable<UrlPath>): void {
  const file = join(outFolder, MANIFEST);
  const text = `${JSON.stringify({ version: 1, files: [...paths].sort(compareText) }, null, 1)}\n`;
  if (readText(file) === text) return;
  moveTemporary(writeTemporary(file, Buffer.from(text)), file);
}

/** Removes the manifest if it is there. */
export function removeManifest(outFolder: string): void {
  rmSync(join(outFolder, MANIFEST), { force: true });
}

function readText(file: string): string | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return readFileSync(descriptor, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw toWorldError(error, 'read', file);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function parseManifest(text: string | undefined): readonly unknown[] | undefined {
  if (text === undefined) return [];
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null) return undefined;
    if (!('version' in content) || content.version !== 1 || !('files' in content)) return undefined;
    return Array.isArray(content.files) ? content.files : undefined;
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
