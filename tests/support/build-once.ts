/** Builds the sites that several files of tests look at, each once a run, however many workers ask for it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { generateList } from './generated-list.ts';
import { copyFolder, createFolder, papershelf, root } from './papershelf.ts';

/** Gives the folder of the site of this name; `build` writes it unless that has been done in this run. Nobody may change it. */
export function buildOnce(name: string, build: (out: string) => void): string {
  // Without the set-up of a whole run each file builds for itself.
  const folder = join(inject('runFolder') ?? createFolder(), name);
  const out = join(folder, 'dist');
  const done = join(folder, 'done');
  const isFirst = mkdirSync(folder, { recursive: true }) !== undefined;
  if (isFirst) {
    build(out);
    writeFileSync(done, '');
  }
  for (let waited = 0; !existsSync(done); waited += 50) {
    if (waited > 120_000) throw new Error(`The site ${name} could not be built by the worker that began it.`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  return out;
}

function run(folder: string, out: string): void {
  const { code, stdout, stderr } = papershelf(folder, ['build', '--out', out]);
  if (code !== 0 || stdout !== '') throw new Error(stdout + stderr);
}

/** The CLIP list of this repository. */
export function buildClip(): string {
  return buildOnce('clip', (out) => run(root, out));
}

/** A folder of `tests/sites`, built outside of this repository, which knows when its papers were committed. */
export function buildExample(name: string): string {
  return buildOnce(name, (out) => run(copyFolder(join(root, 'tests/sites', name)), out));
}

/** A list too long to print its notes on pages of its own: 520 papers, two pages without notes. */
export function buildLong(): string {
  return buildOnce('long', (out) => build(out, generateList(520)));
}

/** Builds the list that these files are. */
export function build(out: string, files: Readonly<Record<string, string>>): void {
  const folder = dirname(out);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  run(folder, out);
}
