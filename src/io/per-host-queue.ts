/** Per-host queue: does one piece of work at a time for each host, with a pause before the next. */

/** Does the work when the host is free, and returns its result. */
export type HostQueue = <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;

/** Work for one host is done in the order in which it was requested; hosts do not wait for each other. */
export function createHostQueue(pause: number): HostQueue {
  const lasts = new Map<string, Promise<unknown>>();
  return (host, work) => {
    const last = lasts.get(host);
    // The pause comes before the second piece of work, not after the last one, so that nobody waits for it in vain.
    const rest = () => new Promise((resolve) => setTimeout(resolve, pause));
    const result = last === undefined ? work() : last.then(rest, rest).then(work);
    lasts.set(host, result);
    return result;
  };
}
