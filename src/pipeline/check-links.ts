/** Check links: requests every address in a list once, and reports those that do not work. */
import { toAddressProblems, toPageUrl } from '../content/check/address-problems.ts';
import { findAddresses } from '../content/check/addresses.ts';
import { createPaperParser } from '../content/parse/parse.ts';
import { probeAddresses } from '../io/probe-addresses.ts';
import { WorldError } from '../io/world-error.ts';
import type { Problem } from '../model/problem.ts';
import type { Gathered } from './gather.ts';

export interface LinkCheck {
  readonly problems: readonly Problem[];
  /** How many different addresses were requested. */
  readonly asked: number;
}

/** What the requests need from the environment. */
export interface LinkWorld {
  readonly version: string;
  readonly allowsPrivate: boolean;
  readonly startProgress: (what: string) => (done: number, total: number) => void;
}

/** Slower than any reader clicks, and more patient than most; in milliseconds. */
const PATIENCE = { timeout: 20_000, slow: 8_000, pause: 1_000 } as const;

/** If this many hosts fail together, the fault is on our side. */
const FEWEST_HOSTS = 3;

/** Requests the addresses in the files that `isWanted` selects. Throws a WorldError if nothing at all can be reached. */
export async function checkLinks(
  { list, sources }: Gathered,
  isWanted: (path: string) => boolean,
  { version, allowsPrivate, startProgress }: LinkWorld,
): Promise<LinkCheck> {
  const parse = createPaperParser(list?.fields ?? 'unknown');
  const papers = sources.filter(({ path }) => path !== list?.path).flatMap((source) => parse(source).paper ?? []);
  const addresses = findAddresses(list, papers).filter(({ file }) => isWanted(file));
  const urls = new Set(addresses.map(({ url }) => toPageUrl(url)));
  const options = { ...PATIENCE, allowsPrivate, userAgent: `papershelf/${version} (checks the links of a paper list)` };
  const report = startProgress('Checking addresses');
  const probes = await probeAddresses(urls, options, (done) => report(done, urls.size));
  const hosts = new Set([...urls].map((url) => new URL(url).host));
  if (hosts.size >= FEWEST_HOSTS && [...probes.values()].every(({ kind }) => kind === 'unreachable')) {
    throw new WorldError(`None of ${hosts.size} hosts can be reached. Is this computer online?`, 3);
  }
  return { problems: toAddressProblems(addresses, probes), asked: urls.size };
}
