/** The client of services: what it repeats, how long it waits, and what it says where nothing helps. */
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createPoliteClient } from '../../../src/io/polite-client.ts';
import { hang, say, sayHalf, serve } from '../../support/paper-services.ts';

beforeAll(() => {
  vi.stubEnv('PAPERSHELF_INTERVAL', '50');
  vi.stubEnv('PAPERSHELF_BACKOFF', '60');
  vi.stubEnv('PAPERSHELF_TIMEOUT', '900');
});
afterAll(() => void vi.unstubAllEnvs());

const createClient = (told: string[] = []) => createPoliteClient('1.2.3', (progress) => void told.push(progress));
const gaps = (seen: readonly { time: number }[]) =>
  seen.slice(1).map(({ time }, index) => time - (seen[index]?.time ?? 0));

/** An address where nobody listens any more. */
async function closedOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

test('asks once where all is well, and says who asks', async () => {
  const { origin, seen } = await serve(say(200, 'well'));
  const told: string[] = [];
  expect(await createClient(told).ask(`${origin}/x?y=1`)).toEqual({ status: 200, text: 'well' });
  expect(seen).toMatchObject([{ path: '/x?y=1', agent: 'papershelf/1.2.3' }]);
  expect(told).toEqual([expect.stringContaining('Asking 127.0.0.1'), '']);
});

test('an answer of any other status is the caller’s to judge', async () => {
  const { origin, seen } = await serve(say(404, 'unknown'));
  expect(await createClient().ask(origin)).toEqual({ status: 404, text: 'unknown' });
  expect(seen.length).toBe(1);
});

test.each([
  ['500 twice', [say(500, ''), say(503, '')], 3],
  ['half a body', [sayHalf('a body that is longer than nothing')], 2],
  ['a hang', [hang], 2],
  ['a fault that the caller finds', [say(200, 'Rate exceeded.')], 2],
  ['a closed connection', [(response: { destroy: () => unknown }) => void response.destroy()], 2],
] as const)('after %s asks again, later each time', async (_, replays, times) => {
  const { origin, seen } = await serve(...replays, say(200, 'well'));
  const findFault = (text: string) => (text === 'well' ? undefined : 'was asked too often');
  expect(await createClient().ask(origin, findFault)).toEqual({ status: 200, text: 'well' });
  expect(seen.length).toBe(times);
  gaps(seen).forEach((gap, index) => void expect(gap).toBeGreaterThan(59 * 2 ** index));
});

test('waits as long as Retry-After asks', async () => {
  const { origin, seen } = await serve(say(429, '', { 'Retry-After': '1' }), say(200, 'well'));
  expect((await createClient().ask(origin)).text).toBe('well');
  expect(gaps(seen)[0]).toBeGreaterThan(990);
});

test('does not wait for an hour', async () => {
  const { origin, seen } = await serve(say(429, '', { 'Retry-After': '3600' }));
  await expect(createClient().ask(origin)).rejects.toThrow('asks us to wait 3600 s');
  expect(seen.length).toBe(1);
});

test('gives up after four attempts, and says why', async () => {
  const { origin, seen } = await serve(say(502, ''));
  const told: string[] = [];
  await expect(createClient(told).ask(origin)).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(
      /^`127\.0\.0\.1:\d+` did not answer after 4 attempts: it is not working right now \(502\)\.$/,
    ),
  });
  expect(seen.length).toBe(4);
  expect(told.at(-1)).toBe('');
});

test('names what is wrong with the network', async () => {
  const { origin } = await serve(hang);
  await expect(createClient().ask(origin)).rejects.toThrow('did not answer within 0.9 s');
  await expect(createClient().ask(await closedOrigin())).rejects.toThrow('refused the connection');
  await expect(createClient().ask('http://no-such-host.invalid/')).rejects.toThrow('this computer may be offline');
});

test('keeps its distance between requests to one host, even when asked for several at once', async () => {
  const { origin, seen } = await serve(say(200, 'well'));
  const client = createClient();
  await Promise.all([client.ask(origin), client.ask(origin), client.ask(origin)]);
  for (const gap of gaps(seen)) expect(gap).toBeGreaterThan(49);
});
