/** Address problems: what is reported about an address that did not answer as it should. */
import type { Probe } from '../../model/probe.ts';
import { compareProblems, type Problem } from '../../model/problem.ts';
import { quote, quoteLine } from '../../text/quote.ts';
import { createReport } from '../report/report.ts';
import type { Address } from './addresses.ts';

/**
 * One problem for each place of an address that does not work as it should; only a dead one is an error. `probes` are
 * keyed by address, without its fragment.
 */
export function toAddressProblems(
  addresses: readonly Address[],
  probes: ReadonlyMap<string, Probe>,
): readonly Problem[] {
  return addresses
    .flatMap((address) => {
      const probe = probes.get(toPageUrl(address.url));
      return probe === undefined || probe.kind === 'well' ? [] : toProblem(address, probe);
    })
    .sort(compareProblems);
}

/** The address without its fragment, which a server never sees. */
export function toPageUrl(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}

function toProblem(
  { url, isWritten, file, place }: Address,
  probe: Exclude<Probe, { kind: 'well' }>,
): readonly Problem[] {
  const { problems, report } = createReport(file);
  const address = quote(url);
  switch (probe.kind) {
    case 'dead':
      report(
        'address-dead',
        'error',
        place,
        `${address} is gone: the server answered ${probe.status} twice.`,
        isWritten
          ? 'Find its new address, link to a copy at web.archive.org, or remove it.'
          : 'Check the id for a typo.',
      );
      break;
    case 'moved':
      // Where an id leads is up to its registry.
      if (!isWritten) break;
      report('address-moved', 'warning', place, `${address} has moved permanently.`, toMovedHint(url, probe.to));
      break;
    case 'blocked':
      report(
        'address-blocked',
        'hint',
        place,
        `${address} turns programs away: the server answered ${probe.status}.`,
        'Open it in a browser; it probably works.',
      );
      break;
    case 'failing':
      report(
        'address-failing',
        'warning',
        place,
        `${address} does not work: the server answered ${probe.status}.`,
        'Try again later, and open it in a browser.',
      );
      break;
    case 'slow':
      report(
        'address-slow',
        'hint',
        place,
        `${address} took ${(probe.milliseconds / 1000).toFixed(1)} seconds to answer.`,
        'Readers may give up; look for a faster copy.',
      );
      break;
    case 'unreachable':
      report(
        'address-unreachable',
        'warning',
        place,
        `${address} cannot be reached: ${probe.reason}.`,
        'Try again later, and open it in a browser.',
      );
      break;
    case 'insecure':
      report(
        'address-insecure',
        'warning',
        place,
        `${address} has no secure connection: ${probe.reason}.`,
        'Browsers warn readers about it; let its owner know, or link elsewhere.',
      );
      break;
    case 'private':
      report(
        'address-private',
        'warning',
        place,
        `${address} is on a private network and was not checked.`,
        'Readers elsewhere cannot open it: use a public address.',
      );
  }
  return problems;
}

function toMovedHint(url: string, to: string): string {
  const hash = url.indexOf('#');
  const target = hash === -1 ? to : `${to}${url.slice(hash)}`;
  const isHome = new URL(to).pathname === '/' && new URL(url).pathname !== '/';
  return isHome
    ? `It now leads to a front page, ${quoteLine(target)}: check whether the page still exists.`
    : `Write ${quoteLine(target)}.`;
}
