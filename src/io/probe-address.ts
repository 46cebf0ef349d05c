/** Probe address: checks whether one address works, as politely as a reader would. */
import { lookup as lookupHost } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Probe } from '../model/probe.ts';
import type { HostQueue } from './per-host-queue.ts';

export interface ProbeOptions {
  /** Names the program and where to read about it. */
  readonly userAgent: string;
  /** Milliseconds after which we stop waiting for an answer. */
  readonly timeout: number;
  /** Milliseconds from which an answer counts as slow. */
  readonly slow: number;
  /** Waits until the host of a request is free. */
  readonly enqueue: HostQueue;
  /** False everywhere but in tests: then no request goes into a private network, neither by name nor by redirect. */
  readonly allowsPrivate: boolean;
}

/** More redirects than browsers follow; beyond this they count as a loop. */
const MOST_REDIRECTS = 10;

/**
 * Uses HEAD, then GET if HEAD fails; an address that is not found is requested twice. Follows redirects; a chain of only
 * 301 and 308 is permanent (RFC 9110, 15.4), and its end is where the address has moved. Never throws because of what a
 * server does.
 */
export async function probeAddress(url: string, options: ProbeOptions): Promise<Probe> {
  let found = await follow('HEAD', url, options);
  if (isDoubtful(found)) found = await follow('GET', url, options);
  if (isGone(found)) found = await follow('GET', url, options);
  return toProbe(found, options);
}

/** The response at the end of all redirects. */
interface Answer {
  readonly status: number;
  /** Of the slowest request. */
  readonly milliseconds: number;
  /** Where the permanent part of the redirects ends, if there is one. */
  readonly movedTo?: string;
}

type Found = Answer | { readonly error: unknown };

/** Many servers support GET only, and say so with all kinds of statuses. */
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
  // LinkedIn turns programs away with 999.
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

/** `undefined` if a redirect leads to something other than http or https. */
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

/** One request of which only the headers are read; the body is never fetched. */
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

/** The error code for an address that is not requested. */
const PRIVATE = 'PRIVATE';

function toError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Resolves as Node does and refuses private addresses: the very address that is connected to has been checked. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookupHost(host, { ...options, all: true }, (error, found) => {
    if (error !== null) done(error, '', 0);
    else if (found.some(({ address }) => isPrivate(address))) done(toError(PRIVATE), '', 0);
    else if (options.all) done(null, found);
    else done(null, found[0]?.address ?? '', found[0]?.family ?? 0);
  });
};

/** Networks outside the public web: IANA's special-purpose registries (RFC 6890). */
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
  EAI_AGAIN: 'the name of the host cannot be looked up right now',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'its network cannot be reached',
  ENOTFOUND: 'there is no such host',
  EPIPE: 'the connection was cut off',
  ETIMEDOUT: 'it did not answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an unknown authority',
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

/** If several addresses of a host all fail, Node throws one error for all of them; the first says as much as any. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
