/** Runs the real command in a folder, and makes folders to run it in. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, inject } from 'vitest';

/** The root of the repository. */
export const root = join(import.meta.dirname, '../..');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `papershelf ...args` with `folder` as working directory. */
export function papershelf(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'lib/papershelf.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: tmpdir(), ...env },
  });
  return { code: status, stdout, stderr };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that holds these files; gone after the run at the latest. */
export function createFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(inject('runFolder') ?? tmpdir(), 'papershelf-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A new folder with a copy of what stands in another. */
export function copyFolder(from: string): string {
  const folder = createFolder();
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** Every file below a folder with its bytes, by path, sorted. */
export function readTree(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]));
}

/** A line per file, its path and the SHA-256 of its bytes: equal for equal folders, quick to compare and short to print. */
export function hashTree(folder: string): readonly string[] {
  return [...readTree(folder)].map(([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`);
}

/** A list of two topics, as small as it may be. */
export const INDEX =
  '---\ntitle: CLIP\nurl: https://example.org/clip/\ntopics: [CLIP + GAN, CLIP + NeRF]\n---\n\nThe introduction.\n';

/** A paper file: front-matter lines, then notes. */
export function toPaper(lines: readonly string[], notes = ''): string {
  return `---\n${lines.join('\n')}\n---\n\n${notes}`;
}
