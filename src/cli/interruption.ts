/** Interruption: Ctrl-C and its like, heard by commands that have something to put in order first. */

/** SIGHUP comes when the terminal is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interruption {
  /** From now on the first of these signals aborts and no longer ends the process; a second one does. */
  readonly listen: () => AbortSignal;
  /** True for what work is rejected with because of it. */
  readonly isReason: (error: unknown) => boolean;
  /** Ends the process as the signal would have done, so that the shell knows. Does not return. */
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
      // Where the signal is ignored from outside, as by `nohup`, the code that a shell would have made of it.
      process.exit(130);
    },
  };
}
