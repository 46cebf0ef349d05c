/** Folders for the tests of effects: made before a test or in it, removed after it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder, its path without links, in the folder for temporary files or in `parent`. */
export function makeTemporaryFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(realpathSync(parent), 'papershelf-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by path below the folder, making folders on the way. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file below the folder with its text, by path; a folder with nothing in it appears as `path/`. */
export function readFiles(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  const visit = (current: string): void => {
    const entries = readdirSync(current, { withFileTypes: true });
    if (entries.length === 0 && current !== folder) files[`${relative(folder, current)}/`] = '';
    for (const entry of entries) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) visit(path);
      else files[relative(folder, path)] = entry.isFile() ? readFileSync(path, 'utf8') : '<special>';
    }
  };
  visit(folder);
  return files;
}
