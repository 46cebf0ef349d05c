/** Checkpoint: what long work does between two of its pieces. */

/** Is told how much is done, lets waiting events be heard, and rejects where the user has had enough. */
export type Checkpoint = (done: number, total: number) => Promise<void>;
