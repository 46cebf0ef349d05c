/** Probe addresses: checks many addresses, several hosts at once, those of one host one by one with a pause in between. */
import type { Probe } from '../model/probe.ts';
import { createHostQueue } from './per-host-queue.ts';
import { type ProbeOptions, probeAddress } from './probe-address.ts';

export type ProbesOptions = Omit<ProbeOptions, 'enqueue'> & {
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
};

/** How many hosts are requested at the same time. */
const HOSTS_AT_ONCE = 8;

/** Checks each address once and returns the results; `report` is called with how many are done after each. */
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
  // The longest first, so that the work does not end with one long queue alone.
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
