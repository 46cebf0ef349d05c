/** Checkpoint: shows the progress of long work and lets it be interrupted. */
import type { Checkpoint } from '../model/checkpoint.ts';

/** The longest that a signal waits, in milliseconds. */
const LONGEST = 20;

/** Shows each step and lets pending events run every few milliseconds; rejects with the signal's reason once it aborts. */
export function createCheckpoint(show: (done: number, total: number) => void, signal: AbortSignal): Checkpoint {
  let heard = performance.now();
  return async (done, total) => {
    show(done, total);
    if (performance.now() - heard < LONGEST) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    heard = performance.now();
  };
}
