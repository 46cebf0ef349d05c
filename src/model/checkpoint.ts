/** Checkpoint: what long work does between two of its steps. */

/** Takes how much is done, lets pending events be handled, and rejects once the user interrupts. */
export type Checkpoint = (done: number, total: number) => Promise<void>;
