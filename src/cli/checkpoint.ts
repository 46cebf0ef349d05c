/** Checkpoint: lets long work be seen and be interrupted. */
import type { Checkpoint } from '../model/checkpoint.ts';

/** Signals wait at most so many milliseconds. */
const LONGEST = 20;

/** Shows each step, and every few milliseconds hears what waits; rejects with the signal's reason once it is aborted. */
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
