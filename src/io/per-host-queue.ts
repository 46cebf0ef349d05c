/** Turns: lets one piece of work at a time go on for each host, with a pause before the next. */

/** Does the work when the host is free, and gives what it gives. */
export type HostQueue = <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;

/** Work for one host is done in the order in which it was asked for; hosts do not wait for each other. */
export function createHostQueue(pause: number): HostQueue {
  const lasts = new Map<string, Promise<unknown>>();
  return (host, work) => {
    const last = lasts.get(host);
    // The pause is before the second piece of work and not behind the last, which nobody waits for.
    const rest = () => new Promise((resolve) => setTimeout(resolve, pause));
    const result = last === undefined ? work() : last.then(rest, rest).then(work);
    lasts.set(host, result);
    return result;
  };
}
