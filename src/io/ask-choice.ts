/** Ask choice: lets the user of a terminal choose one of several values. */
import { isCancel, select } from '@clack/prompts';

export interface Choice {
  readonly value: string;
  /** Shown instead of the value. */
  readonly label: string;
}

/** The chosen value; `undefined` after Escape or Ctrl-C. Writes to standard error, since the answer goes elsewhere. */
export async function askChoice(message: string, choices: readonly Choice[]): Promise<string | undefined> {
  const chosen = await select({ message, options: choices.map((choice) => ({ ...choice })), output: process.stderr });
  return isCancel(chosen) ? undefined : chosen;
}
