/** Asks one address whether it is well, as politely as a reader would. */
import { lookup as lookupHost } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Probe } from '../model/probe.ts';
import type { HostQueue } from './per-host-queue.ts';

export interface ProbeOptions {
  /** Names the program and where to read about it. */
  readonly userAgent: string;
  /** Milliseconds until no answer is no answer. */
  readonly timeout: number;
  /** Milliseconds from which an answer is a slow one. */
  readonly slow: number;
  /** Waits for the host of each request. */
  readonly enqueue: HostQueue;
  /** False everywhere but in tests: then nothing of a private network is asked, by name or by redirect. */
  readonly allowsPrivate: boolean;
}

/** More redirects than browsers follow are a circle. */
const MOST_REDIRECTS = 10;

/**
 * Asks with HEAD, and with GET where that is not answered well; what is not found is asked for twice. Follows
 * redirects; a way of 301 and 308 alone is permanent (RFC 9110, 15.4), and its end is where the address has moved.
 * Never throws for what a server does.
 */
export async function probeAddress(url: string, options: ProbeOptions): Promise<Probe> {
  let found = await follow('HEAD', url, options);
  if (isDoubtful(found)) found = await follow('GET', url, options);
  if (isGone(found)) found = await follow('GET', url, options);
  return toProbe(found, options);
}

/** The answer at the end of all redirects. */
interface Answer {
  readonly status: number;
  /** Of the slowest request. */
  readonly milliseconds: number;
  /** Where the permanent part of the way ends, if it is not the beginning. */
  readonly movedTo?: string;
}

type Found = Answer | { readonly error: unknown };

/** Many servers know GET alone, and say so with every status there is. */
function isDoubtful(found: Found): boolean {
  return 'error' in found ? !isDecided(found.error) : found.status >= 400 && found.status !== 429;
}

function isDecided(error: unknown): boolean {
  const code = codeOf(error);
  return code === PRIVATE || code === 'ENOTFOUND' || code === 'ECONNREFUSED' || isTls(code);
}

function isGone(found: Found): boolean {
  return !('error' in found) && (found.status === 404 || found.status === 410);
}

function toProbe(found: Found, { slow }: ProbeOptions): Probe {
  if ('error' in found) return toFailure(found.error);
  const { status, milliseconds, movedTo } = found;
  if (status === 404 || status === 410) return { kind: 'dead', status };
  // 999 is how LinkedIn turns programs away.
  if ([401, 402, 403, 405, 406, 407, 429, 451, 999].includes(status)) return { kind: 'blocked', status };
  if (status < 200 || status >= 300) return { kind: 'failing', status };
  if (movedTo !== undefined) return { kind: 'moved', to: movedTo };
  return milliseconds >= slow ? { kind: 'slow', milliseconds } : { kind: 'well' };
}

async function follow(method: 'HEAD' | 'GET', url: string, options: ProbeOptions): Promise<Found> {
  let here = url;
  let movedTo: string | undefined;
  let isPermanent = true;
  let slowest = 0;
  try {
    for (let hops = 0; ; hops += 1) {
      const { status, location, milliseconds } = await options.enqueue(new URL(here).host, () =>
        ask(method, here, options),
      );
      slowest = Math.max(slowest, milliseconds);
      const target = status >= 300 && status < 400 && location !== undefined ? toTarget(location, here) : undefined;
      if (target === undefined || hops === MOST_REDIRECTS) {
        return { status, milliseconds: slowest, ...(movedTo === undefined ? {} : { movedTo }) };
      }
      isPermanent &&= status === 301 || status === 308;
      if (isPermanent) movedTo = target;
      here = target;
    }
  } catch (error) {
    return { error };
  }
}

/** `undefined` where a redirect leads out of the web. */
function toTarget(location: string, from: string): string | undefined {
  if (!URL.canParse(location, from)) return undefined;
  const url = new URL(location, from);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

interface Head {
  readonly status: number;
  readonly location: string | undefined;
  readonly milliseconds: number;
}

/** One request of which only the head is read; the body is never fetched. */
function ask(method: string, url: string, { userAgent, timeout, allowsPrivate }: ProbeOptions): Promise<Head> {
  return new Promise((resolve, reject) => {
    const { hostname, protocol } = new URL(url);
    const address = hostname.replace(/^\[|\]$/g, '');
    if (!allowsPrivate && isIP(address) !== 0 && isPrivate(address)) {
      reject(toError(PRIVATE));
      return;
    }
    const start = performance.now();
    const send = protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      method,
      agent: false,
      headers: { 'user-agent': userAgent, accept: '*/*' },
      ...(allowsPrivate ? {} : { lookup: lookupPublic }),
    });
    const timer = setTimeout(() => request.destroy(toError('ETIMEDOUT')), timeout);
    request.on('response', (response: IncomingMessage) => {
      clearTimeout(timer);
      resolve({
        status: response.statusCode ?? 0,
        location: response.headers.location,
        milliseconds: performance.now() - start,
      });
      request.destroy();
    });
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.end();
  });
}

/** Its code for an address that is not asked. */
const PRIVATE = 'PRIVATE';

function toError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Resolves as Node does and refuses what is private: the very address that is asked was looked at. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookupHost(host, { ...options, all: true }, (error, found) => {
    if (error !== null) done(error, '', 0);
    else if (found.some(({ address }) => isPrivate(address))) done(toError(PRIVATE), '', 0);
    else if (options.all) done(null, found);
    else done(null, found[0]?.address ?? '', found[0]?.family ?? 0);
  });
};

/** Networks that are not the public web: the special-purpose registries of IANA (RFC 6890). */
const PRIVATE_NETWORKS = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE_NETWORKS.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE_NETWORKS.addSubnet(network, prefix, 'ipv6');
}

/** True for an IP address, of either family, that only a private network or this machine can reach. */
export function isPrivate(address: string): boolean {
  return PRIVATE_NETWORKS.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const REASONS: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection is cut off',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to its network',
  ENOTFOUND: 'there is no such host',
  EPIPE: 'the connection is cut off',
  ETIMEDOUT: 'there is no answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody known',
};

function toFailure(error: unknown): Probe {
  const code = codeOf(error);
  if (code === PRIVATE) return { kind: 'private' };
  const reason = REASONS[code] ?? code;
  return isTls(code) ? { kind: 'insecure', reason } : { kind: 'unreachable', reason };
}

function isTls(code: string): boolean {
  return /CERT|SIGNATURE|^ERR_(?:TLS|SSL)_|^EPROTO$/.test(code);
}

/** Several addresses of one host that all fail come as one error of many; the first tells as much as any. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
