/** Asks the user of a terminal to choose one of several. */
import { isCancel, select } from '@clack/prompts';

export interface Choice {
  readonly value: string;
  /** Shown in place of the value. */
  readonly label: string;
}

/** The value chosen; `undefined` where the user leaves with Escape or Ctrl-C. Speaks on standard error: the answer is elsewhere. */
export async function askChoice(message: string, choices: readonly Choice[]): Promise<string | undefined> {
  const chosen = await select({ message, options: choices.map((choice) => ({ ...choice })), output: process.stderr });
  return isCancel(chosen) ? undefined : chosen;
}
