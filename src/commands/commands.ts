/** The verbs, in the order of the help. Each is loaded when it is asked for: to load all of them takes longer than a small build. */
import type { Command } from './command.ts';

// biome-ignore lint/suspicious/noExplicitAny: each verb has its own arguments.
export const commands: Readonly<Record<string, () => Promise<Command<any>>>> = {
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  prepare: async () => (await import('./prepare.ts')).prepare,
  dev: async () => (await import('./dev.ts')).dev,
  add: async () => (await import('./add.ts')).add,
  init: async () => (await import('./init.ts')).init,
};
