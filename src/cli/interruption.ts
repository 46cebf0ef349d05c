/** Interruption: Ctrl-C and similar signals, for commands that need to clean up before they stop. */

/** SIGHUP is sent when the terminal is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  /** From now on, the first of these signals aborts instead of ending the process; a second one ends it. */
  readonly listen: () => AbortSignal;
  /** True for the reason that interrupted work rejects with. */
  readonly isReason: (error: unknown) => boolean;
  /** Ends the process as the signal would have, so that the shell knows. Does not return. */
  readonly finish: () => never;
}

export function createInterruption(): Interruption {
  const controller = new AbortController();
  let came: NodeJS.Signals = 'SIGINT';
  let isListening = false;
  const abort = (signal: NodeJS.Signals) => {
    came = signal;
    for (const name of SIGNALS) process.off(name, abort);
    controller.abort();
  };
  return {
    listen() {
      if (!isListening) for (const name of SIGNALS) process.on(name, abort);
      isListening = true;
      return controller.signal;
    },
    isReason: (error) => controller.signal.aborted && error === controller.signal.reason,
    finish() {
      process.kill(process.pid, came);
      // If the signal is ignored from outside, as with `nohup`, exit with the code that a shell would have reported.
      process.exit(130);
    },
  };
}
