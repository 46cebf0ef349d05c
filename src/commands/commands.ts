/** The verbs, in the order of the help. */
import { add } from './add.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { dev } from './dev.ts';
import { init } from './init.ts';

// biome-ignore lint/suspicious/noExplicitAny: each verb has its own arguments.
export const commands: readonly Command<any>[] = [build, check, dev, add, init];
