/** Before the tests: bundles `lib/` once, so that they run the command that ships, and makes the folder of all that they write. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from '../../src/bundle.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path; gone after the run. */
    runFolder: string;
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  await bundle();
  const folder = mkdtempSync(join(tmpdir(), 'papershelf-run-'));
  project.provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
