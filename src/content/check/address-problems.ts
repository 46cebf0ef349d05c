/** Address problems: what is told of an address that did not answer as it should. */
import type { Probe } from '../../model/probe.ts';
import { compareProblems, type Problem } from '../../model/problem.ts';
import { quote, quoteLine } from '../../text/quote.ts';
import { createReport } from '../report/report.ts';
import type { Address } from './addresses.ts';

/**
 * One problem for each place of an address that is not well; only a dead one is an error. `probes` are by address,
 * without its fragment.
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
          ? 'Find where it went, name a copy at web.archive.org, or take it out.'
          : 'Check the id: it may hold a slip.',
      );
      break;
    case 'moved':
      // Where an id leads is the affair of its registry.
      if (!isWritten) break;
      report('address-moved', 'warning', place, `${address} has moved for good.`, toMovedHint(url, probe.to));
      break;
    case 'blocked':
      report(
        'address-blocked',
        'hint',
        place,
        `${address} does not answer programs: ${probe.status}.`,
        'Open it in a browser; it is probably well.',
      );
      break;
    case 'failing':
      report(
        'address-failing',
        'warning',
        place,
        `${address} fails: the server answered ${probe.status}.`,
        'Try again later, and open it in a browser.',
      );
      break;
    case 'slow':
      report(
        'address-slow',
        'hint',
        place,
        `${address} took ${(probe.milliseconds / 1000).toFixed(1)} seconds to answer.`,
        'Readers may give up; see whether there is a quicker copy.',
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
        `${address} is not served safely: ${probe.reason}.`,
        'Browsers warn their readers of it; tell its owner, or link elsewhere.',
      );
      break;
    case 'private':
      report(
        'address-private',
        'warning',
        place,
        `${address} leads into a private network and was not asked.`,
        'Readers elsewhere cannot open it: name a public address.',
      );
  }
  return problems;
}

function toMovedHint(url: string, to: string): string {
  const hash = url.indexOf('#');
  const target = hash === -1 ? to : `${to}${url.slice(hash)}`;
  const isHome = new URL(to).pathname === '/' && new URL(url).pathname !== '/';
  return isHome
    ? `It now leads to a front page, ${quoteLine(target)}: look whether the page still is.`
    : `Write ${quoteLine(target)}.`;
}
