/** Before the tests in a browser: starts one for all of them. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findProgram } from './chromium-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens; empty if it could not be started: then each file tries, and reports why. */
    browser: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findProgram()
    .then((program) => chromium.launchServer(program))
    .catch(() => undefined);
  project.provide('browser', server?.wsEndpoint() ?? '');
  return async () => server?.close();
}
