/** Checkpoint: what long work calls between two of its pieces. */

/** Takes how much is done, lets waiting events run, and rejects if the user has cancelled. */
export type Checkpoint = (done: number, total: number) => Promise<void>;
