/** A server on this computer that answers as arXiv and Crossref do, well or badly, one answer after the other. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Replay = (response: ServerResponse) => void;

/** A whole answer. */
export const say =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Replay =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

/** Announces the whole body, sends half of it and breaks off. */
export const sayHalf =
  (body: string): Replay =>
  (response) => {
    response.writeHead(200, { 'Content-Length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };

/** Announces no length, so that half a body ends like a whole one. */
export const sayHalfQuietly =
  (body: string): Replay =>
  (response) => {
    response.writeHead(200, { Connection: 'close' }).end(body.slice(0, body.length / 2));
  };

/** Says nothing. */
export const hang: Replay = () => undefined;

export interface Seen {
  readonly path: string;
  readonly agent: string;
  /** Milliseconds. */
  readonly time: number;
}

/** Gives the replays in turn, the last one again and again, until the test is over. */
export async function serve(
  ...replays: readonly Replay[]
): Promise<{ readonly origin: string; readonly seen: readonly Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', agent: request.headers['user-agent'] ?? '', time: performance.now() });
    (replays[seen.length - 1] ?? replays.at(-1))?.(response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}
