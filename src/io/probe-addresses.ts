/** Asks many addresses: several hosts at once, of each host one address after the other with a pause between. */
import type { Probe } from '../model/probe.ts';
import { createHostQueue } from './per-host-queue.ts';
import { type ProbeOptions, probeAddress } from './probe-address.ts';

export type ProbesOptions = Omit<ProbeOptions, 'enqueue'> & {
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
};

/** So many hosts are asked at the same time. */
const HOSTS_AT_ONCE = 8;

/** Asks each address once and gives what became of it; `report` hears how many are done after each. */
export async function probeAddresses(
  urls: Iterable<string>,
  { pause, ...options }: ProbesOptions,
  report: (done: number) => void,
): Promise<ReadonlyMap<string, Probe>> {
  const hosts = new Map<string, string[]>();
  for (const url of new Set(urls)) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  const probes = new Map<string, Probe>();
  // The longest first, so that the last host does not wait for its turn.
  const queue = [...hosts.values()].toSorted((left, right) => right.length - left.length);
  const enqueue = createHostQueue(pause);
  const work = async () => {
    for (let host = queue.shift(); host !== undefined; host = queue.shift()) {
      for (const url of host) {
        probes.set(url, await probeAddress(url, { ...options, enqueue }));
        report(probes.size);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
  return probes;
}
