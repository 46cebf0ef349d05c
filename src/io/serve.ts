/** Serve: serves a site from memory to browsers on this computer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { PREVIEW_FOLDER } from '../model/preview.ts';
import { createEventStream } from './event-stream.ts';
import { toPrintable } from './printable.ts';
import { systemCode, toWorldError, WorldError } from './world-error.ts';

/** What is served, looked up again at every request. */
export interface Served {
  /** The path of the site on its host: `/`, `/clip/`. */
  readonly basePath: () => string;
  /** The bytes at a path below the site, exactly; `undefined` if there is nothing. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** What a page receives when it begins to listen. */
  readonly state: () => object;
}

export interface ServeOptions {
  /** The first port to try, or 0 for any free port. */
  readonly port: number;
  /** The address to listen on; without one, only this computer can connect, and only by its own names. */
  readonly host?: string | undefined;
}

export interface Serving {
  readonly port: number;
  /** Sends a new state to all open pages. */
  readonly send: (state: object) => void;
  readonly close: () => void;
}

const LOOPBACK = '127.0.0.1';
const OWN_NAMES: ReadonlySet<string> = new Set([LOOPBACK, 'localhost', '[::1]']);
/** How many ports are tried, one after the other. */
const PORTS_TRIED = 50;

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bib': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/**
 * Serves until it is closed, on the first free port from `port` on. Throws a WorldError if no port is free or the address
 * isn't one of this computer (2), or if the system refuses (3).
 */
export async function serve(served: Served, { port, host }: ServeOptions): Promise<Serving> {
  const events = createEventStream();
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    // Drafts are private: no page of another site may embed them.
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    const refusal = host === undefined && !isOwnName(request) ? 421 : isReading(request) ? undefined : 405;
    if (refusal !== undefined) return answerInWords(response, refusal, REFUSALS[refusal]);
    const path = readPath(request);
    if (path === undefined) return answerInWords(response, 400, 'This is not a valid path.');
    const basePath = served.basePath();
    if (path === `${basePath}${PREVIEW_FOLDER}/events`) return events.open(response, served.state());
    if (!path.startsWith(basePath) && `${path}/` !== basePath && path !== '/') {
      return answer(served, undefined, response);
    }
    if (!path.startsWith(basePath)) {
      response.writeHead(302, { location: basePath }).end();
      return;
    }
    answer(served, path.slice(basePath.length), response);
  });
  const taken = await listen(server, port, host);
  return {
    port: taken,
    send: events.send,
    close() {
      events.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

const REFUSALS = {
  405: 'Only GET and HEAD are supported here.',
  421: 'This host name is not allowed. Use 127.0.0.1 or localhost, or start with `--host`.',
} as const;

/** A foreign page whose name was made to point to this computer (DNS rebinding) uses that name in its requests. */
function isOwnName({ headers }: IncomingMessage): boolean {
  return OWN_NAMES.has((headers.host ?? '').replace(/:\d*$/, '').toLowerCase());
}

function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function readPath({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(url.split('?', 1)[0] as string);
  } catch {
    return undefined;
  }
}

/** The file at the path, a folder's `index.html`, or `404.html`. A path names an output or nothing, never a file on disk. */
function answer({ read }: Pick<Served, 'read'>, path: string | undefined, response: ServerResponse): void {
  const name = path === '' || path?.endsWith('/') ? `${path}index.html` : path;
  const body = name === undefined ? undefined : read(name);
  if (body !== undefined) {
    const type = TYPES[extname(name as string).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(body);
    return;
  }
  const missing = read('404.html');
  if (missing === undefined) answerInWords(response, 404, 'There is nothing here.');
  else response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
}

function answerInWords(response: ServerResponse, status: number, words: string): void {
  if (status === 405) response.setHeader('allow', 'GET, HEAD');
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}

async function listen(server: Server, first: number, host: string | undefined): Promise<number> {
  const last = first === 0 ? 0 : Math.min(first + PORTS_TRIED, 65_535);
  for (let port = first; port <= last; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host ?? LOOPBACK, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EADDRINUSE') continue;
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        throw new WorldError(`\`${toPrintable(host ?? LOOPBACK)}\` is not an address of this computer.`, 2);
      }
      throw toWorldError(error, 'listen on port', String(port));
    }
  }
  throw new WorldError(`The ports ${first} to ${last} are in use. Choose another with \`--port\`.`, 2);
}
