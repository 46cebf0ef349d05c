/** Polite client: uses web services as they ask to be used, and says in plain words if they cannot be reached. */
import { setTimeout as sleep } from 'node:timers/promises';
import { toPrintable } from './printable.ts';
import { WorldError } from './world-error.ts';

/** All times in milliseconds. */
interface Manners {
  /** Between two requests to a host. */
  readonly interval: number;
  /** For one response, including its body. */
  readonly timeout: number;
  /** Before the second attempt; doubled before each further one. */
  readonly backoff: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface PoliteClient {
  /**
   * The response, whatever its status; throws a WorldError if every attempt fails. `findFault` says why a
   * response with status 200 is not an answer, in words that continue "it": one more reason to ask again.
   */
  readonly ask: (url: string, findFault?: (text: string) => string | undefined) => Promise<Answer>;
}

/** arXiv's terms of use ask for three seconds: https://info.arxiv.org/help/api/tou.html */
const MANNERS: Manners = { interval: 3000, timeout: 20_000, backoff: 3000 };
const ATTEMPTS = 4;
/** A service that asks for more patience than this is not waited for. */
const LONGEST_WAIT = 60_000;
const LARGEST = 8 * 1024 * 1024;

/** Our manners; `PAPERSHELF_INTERVAL`, `PAPERSHELF_TIMEOUT` and `PAPERSHELF_BACKOFF` override them for local hosts. */
function toManners(url: URL): Manners {
  if (!/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)) return MANNERS;
  const read = (name: string, preset: number) => {
    const given = process.env[`PAPERSHELF_${name}`] ?? '';
    return /^\d{1,7}$/.test(given) ? Number(given) : preset;
  };
  return {
    interval: read('INTERVAL', MANNERS.interval),
    timeout: read('TIMEOUT', MANNERS.timeout),
    backoff: read('BACKOFF', MANNERS.backoff),
  };
}

/** Why an attempt failed. */
interface Failure {
  readonly reason: string;
  /** The wait that the service asks for before the next attempt, in milliseconds. */
  readonly wait?: number | undefined;
  /** True if asking again will not help. */
  readonly isFinal?: boolean;
}

/**
 * One request at a time to a host, three seconds apart. An attempt that is turned away (429, 5xx), hangs, breaks off or
 * has a fault is repeated up to three times, after the time that `Retry-After` gives (RFC 9110, 10.2.3) or a growing
 * one. `say` is called with what the client is waiting for, and with an empty text once that is over.
 */
export function createPoliteClient(version: string, say: (progress: string) => void): PoliteClient {
  /** By host: when it may be asked again. */
  const freeTimes = new Map<string, Promise<number>>();
  return {
    ask(address, findFault = () => undefined) {
      const url = new URL(address);
      const manners = toManners(url);
      const answer = (freeTimes.get(url.host) ?? Promise.resolve(0)).then(async (free) => {
        await sleep(Math.max(0, free - Date.now()));
        return askUntilAnswered(url, manners, version, findFault, say).finally(() => say(''));
      });
      const toFree = () => Date.now() + manners.interval;
      freeTimes.set(url.host, answer.then(toFree, toFree));
      return answer;
    },
  };
}

async function askUntilAnswered(
  url: URL,
  manners: Manners,
  version: string,
  findFault: (text: string) => string | undefined,
  say: (progress: string) => void,
): Promise<Answer> {
  const host = toPrintable(url.host);
  for (let attempt = 1; ; attempt += 1) {
    say(attempt === 1 ? `Asking ${host} …` : `Asking ${host}, attempt ${attempt} of ${ATTEMPTS} …`);
    const result = await request(url, manners, version, findFault);
    if ('status' in result) return result;
    const wait = Math.max(manners.interval, result.wait ?? manners.backoff * 2 ** (attempt - 1));
    if (result.isFinal === true || wait > LONGEST_WAIT || attempt === ATTEMPTS) {
      const tried = attempt === 1 ? '' : ` after ${attempt} attempts`;
      throw new WorldError(`\`${host}\` did not answer${tried}: ${result.reason}.`, 3);
    }
    say(`${host}: ${result.reason}; trying again in ${Math.ceil(wait / 1000)} s …`);
    await sleep(wait);
  }
}

async function request(
  url: URL,
  manners: Manners,
  version: string,
  findFault: (text: string) => string | undefined,
): Promise<Answer | Failure> {
  try {
    const response = await fetch(url, {
      headers: { 'User-Agent': `papershelf/${version}`, Accept: 'application/atom+xml, application/json' },
      signal: AbortSignal.timeout(manners.timeout),
    });
    const { status } = response;
    if (status === 429 || status >= 500) {
      await response.body?.cancel();
      return toTurnedAway(status, response.headers.get('Retry-After'));
    }
    const text = await readBody(response);
    const fault = status === 200 ? findFault(text) : undefined;
    return fault === undefined ? { status, text } : { reason: `it ${fault}` };
  } catch (error) {
    return toFailure(error, manners.timeout);
  }
}

function toTurnedAway(status: number, retryAfter: string | null): Failure {
  const wait = toWait(retryAfter);
  const reason = status === 429 ? 'it has received too many requests (429)' : `it is not working right now (${status})`;
  const isLong = wait !== undefined && wait > LONGEST_WAIT;
  return { reason: isLong ? `${reason} and asks us to wait ${Math.ceil(wait / 1000)} s` : reason, wait };
}

/** Seconds or a date, as milliseconds from now. */
function toWait(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const wait = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

async function readBody(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > LARGEST) throw new TooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

class TooLarge extends Error {}

/** By the codes of the system and of Node's fetch. */
function toFailure(error: unknown, timeout: number): Failure {
  if (error instanceof TooLarge) return { reason: `its answer is larger than ${LARGEST} bytes`, isFinal: true };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { reason: `it did not answer within ${timeout / 1000} s` };
  }
  if (/^(?:ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETDOWN)$/.test(code)) {
    return { reason: `it cannot be found (${code}); this computer may be offline`, isFinal: true };
  }
  if (code === 'ECONNREFUSED') return { reason: 'it refused the connection (ECONNREFUSED)', isFinal: true };
  if (/CERT|TLS|SSL|SIGNATURE/.test(code)) return { reason: `its certificate is not trusted (${code})`, isFinal: true };
  if (!(error instanceof TypeError)) throw error;
  // Node's fetch fails with a TypeError whatever goes wrong with the connection.
  return { reason: `the connection broke off${code === '' ? '' : ` (${code})`}` };
}
