/** `check --links`, against servers on this machine: what is requested, how politely, and what is reported. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPrivate } from '../src/io/probe-address.ts';
import { probeAddresses } from '../src/io/probe-addresses.ts';
import { createFolder, INDEX, type Run, root, toPaper } from './support/papershelf.ts';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly agent: string;
  readonly start: number;
  readonly end: number;
}

/** A server that notes what it is asked. Its paths say what it answers. */
class Host {
  readonly requests: Request[] = [];
  open = 0;
  mostOpen = 0;
  readonly server: Server = createServer((request, response) => this.answer(request, response));

  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Requests of one path, as `HEAD`, `GET`. */
  methodsOf(path: string): string[] {
    return this.requests.filter(({ url }) => url === path).map(({ method }) => method);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '' } = request;
    const start = performance.now();
    this.open += 1;
    this.mostOpen = Math.max(this.mostOpen, this.open);
    const done = () => {
      this.open -= 1;
      this.requests.push({ method, url, agent: request.headers['user-agent'] ?? '', start, end: performance.now() });
    };
    const send = (status: number, headers: Record<string, string> = {}) => {
      done();
      response.writeHead(status, headers).end(method === 'HEAD' ? undefined : 'Text.');
    };
    const redirect = /^\/(301|302|307|308)(\/.*)$/.exec(url);
    const status = /^\/(\d{3})$/.exec(url)?.[1];
    if (redirect !== null) send(Number(redirect[1]), { location: redirect[2] as string });
    else if (status !== undefined) send(Number(status));
    else if (url === '/head-404') send(method === 'HEAD' ? 404 : 200);
    else if (url === '/head-405') send(method === 'HEAD' ? 405 : 200);
    else if (url === '/once-404') send(this.methodsOf(url).length < 2 ? 404 : 200);
    else if (url === '/loop') send(301, { location: '/loop' });
    else if (url === '/elsewhere') send(301, { location: 'ftp://example.org/' });
    else if (url === '/home') send(301, { location: '/' });
    else if (url === '/slow') setTimeout(() => send(200), 150);
    else if (url === '/cut') request.socket.destroy();
    else if (url === '/hang') done();
    else send(200);
  }
}

const hosts = [new Host(), new Host(), new Host()] as const;
const [one, two, three] = hosts;

beforeAll(async () => {
  for (const { server } of hosts) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  for (const { server } of hosts) {
    server.closeAllConnections();
    server.close();
  }
});

const OPTIONS = { userAgent: 'test', timeout: 400, slow: 100, pause: 0, allowsPrivate: true };

async function probe(path: string, options: Partial<typeof OPTIONS> = {}) {
  const url = path.startsWith('http') ? path : one.base + path;
  return (await probeAddresses([url], { ...OPTIONS, ...options }, () => {})).get(url);
}

describe('an address', () => {
  test.each([
    ['/well', { kind: 'well' }],
    ['/404', { kind: 'dead', status: 404 }],
    ['/410', { kind: 'dead', status: 410 }],
    ['/401', { kind: 'blocked', status: 401 }],
    ['/403', { kind: 'blocked', status: 403 }],
    ['/429', { kind: 'blocked', status: 429 }],
    ['/500', { kind: 'failing', status: 500 }],
    ['/503', { kind: 'failing', status: 503 }],
    ['/head-404', { kind: 'well' }],
    ['/head-405', { kind: 'well' }],
    ['/once-404', { kind: 'well' }],
    ['/302/well', { kind: 'well' }],
    ['/302/301/well', { kind: 'well' }],
    ['/302/404', { kind: 'dead', status: 404 }],
    ['/301/403', { kind: 'blocked', status: 403 }],
    ['/loop', { kind: 'failing', status: 301 }],
    ['/elsewhere', { kind: 'failing', status: 301 }],
    ['/slow', { kind: 'slow' }],
    ['/cut', { kind: 'unreachable', reason: 'the connection was cut off' }],
    ['/hang', { kind: 'unreachable', reason: 'it did not answer in time' }],
    ['http://127.0.0.1:1/', { kind: 'unreachable', reason: 'the connection was refused' }],
    ['http://nowhere.invalid/', { kind: 'unreachable', reason: expect.stringMatching(/host/) }],
  ])('%s', async (path, expected) => {
    expect(await probe(path)).toMatchObject(expected);
  });

  test('that moved for good is reported with the end of the permanent way', async () => {
    expect(await probe('/301/308/new')).toEqual({ kind: 'moved', to: `${one.base}/new` });
    expect(await probe('/301/302/today')).toEqual({ kind: 'moved', to: `${one.base}/302/today` });
  });

  test('whose server speaks no TLS is insecure', async () => {
    expect(await probe(one.base.replace('http:', 'https:'))).toMatchObject({ kind: 'insecure' });
  });

  test('is requested with HEAD alone if that is answered, and never three times for nothing', async () => {
    expect(one.methodsOf('/well')[0]).toBe('HEAD');
    expect(one.methodsOf('/well')).not.toContain('GET');
    expect(one.methodsOf('/404')).toContain('GET');
    expect(one.methodsOf('/410')).toEqual(['HEAD', 'GET', 'GET']);
    expect(one.methodsOf('/429')).toEqual(['HEAD']);
  });
});

describe('private networks', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '0.0.0.0',
  ])('%s is one', (address) => {
    expect(isPrivate(address)).toBe(true);
  });

  test.each(['1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is none', (address) => {
    expect(isPrivate(address)).toBe(false);
  });

  test('are not asked, by number or by name', async () => {
    const before = one.requests.length;
    const byName = one.base.replace('127.0.0.1', 'localhost');
    for (const url of [one.base, byName, 'http://2130706433/', 'http://[::ffff:127.0.0.1]/']) {
      expect(await probe(url, { allowsPrivate: false })).toEqual({ kind: 'private' });
    }
    expect(one.requests).toHaveLength(before);
  });
});

test('of a host one address is asked at a time, with a pause; hosts do not wait for each other', async () => {
  for (const host of hosts) {
    host.requests.splice(0);
    host.open = 0;
    host.mostOpen = 0;
  }
  const urls = hosts.flatMap(({ base }) => ['/a', '/slow', '/b', '/a'].map((path) => base + path));
  const told: number[] = [];
  const start = performance.now();
  await probeAddresses(urls, { ...OPTIONS, slow: 1000, pause: 100 }, (done) => told.push(done));
  const time = performance.now() - start;
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const host of hosts) {
    expect(host.mostOpen).toBe(1);
    expect(host.requests.map(({ url }) => url)).toEqual(['/a', '/slow', '/b']);
    host.requests.slice(1).forEach(({ start: next }, at) => {
      expect(next - (host.requests[at] as Request).end).toBeGreaterThan(90);
    });
  }
  expect(time).toBeLessThan(3 * 350);
});

describe('the command', () => {
  test('reports every place of an address that does not work, fails only for a dead one, and asks once', async () => {
    for (const host of hosts) host.requests.splice(0);
    const folder = createFolder({
      'papers/index.md': `${INDEX}\n[Gone](${two.base}/404).\n`,
      'papers/one.md': toPaper(
        ['title: One', `url: ${one.base}/well`, `code: ${three.base}/301/new`, 'topics: [CLIP + GAN]'],
        `A [link](${one.base}/well#part), <a href="${two.base}/404">gone</a> and <${three.base}/home>.\n`,
      ),
    });
    const run = await papershelf(folder, ['check', '--links', '--format', 'json']);
    expect(run.code).toBe(1);
    expect(run.stderr).toBe('4 addresses checked.\n');
    const told = JSON.parse(run.stdout).map(
      ({ file, line, column, severity, rule }: Record<string, unknown>) =>
        `${file}:${line}:${column} ${severity} ${rule}`,
    );
    expect(told).toEqual([
      'papers/index.md:9:1 error address-dead',
      'papers/one.md:4:7 warning address-moved',
      expect.stringMatching(/^papers\/one\.md:8:\d+ error address-dead$/),
      expect.stringMatching(/^papers\/one\.md:8:\d+ warning address-moved$/),
    ]);
    expect(JSON.parse(run.stdout)[1].hint).toBe(`Write \`${three.base}/new\`.`);
    expect(JSON.parse(run.stdout)[3].hint).toContain('check whether the page still exists');
    expect(one.methodsOf('/well')).toEqual(['HEAD']);
    expect(two.methodsOf('/404')).toEqual(['HEAD', 'GET', 'GET']);
    for (const { requests } of hosts) for (const { agent } of requests) expect(agent).toMatch(/^papershelf\/\d/);
  });

  test('what moved, is blocked or fails is reported without failing; only named files are checked', async () => {
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/one.md': toPaper(['title: One', `url: ${one.base}/403`, `code: ${two.base}/500`, 'topics: [CLIP + GAN]']),
      'papers/two.md': toPaper(['title: Two', `url: ${three.base}/404`, 'topics: [CLIP + GAN]']),
    });
    const run = await papershelf(folder, ['check', '--links', 'papers/one.md']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('hint address-blocked');
    expect(run.stdout).toContain('warning address-failing');
    expect(run.stdout).not.toContain('papers/two.md');
  });

  test('without --links, or without leave, nothing is asked', async () => {
    for (const host of hosts) host.requests.splice(0);
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/one.md': toPaper(['title: One', `url: ${one.base}/well`, 'topics: [CLIP + GAN]']),
    });
    expect(await papershelf(folder, ['check'])).toMatchObject({ code: 0, stdout: '' });
    const run = await papershelf(folder, ['check', '--links'], {});
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('warning address-private');
    expect(one.requests).toEqual([]);
  });

  test('if no host at all can be reached, it says so, once', async () => {
    const lines = ['title: One', 'url: http://a.invalid/', 'code: http://b.invalid/', 'data: http://c.invalid/'];
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/one.md': toPaper([...lines, 'topics: [CLIP + GAN]']),
    });
    const run = await papershelf(folder, ['check', '--links']);
    expect(run).toEqual({
      code: 3,
      stdout: '',
      stderr: 'papershelf: None of 3 hosts can be reached. Is this computer online?\n',
    });
  });
});

/** The real command, beside which the servers of this process go on. */
function papershelf(
  folder: string,
  args: readonly string[],
  env = { PAPERSHELF_ALLOW_PRIVATE: '1' } as object,
): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'lib/papershelf.js'), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', HOME: folder, ...env },
    });
    const run = { stdout: '', stderr: '' };
    child.stdout.on('data', (text) => {
      run.stdout += text;
    });
    child.stderr.on('data', (text) => {
      run.stderr += text;
    });
    child.on('close', (code) => resolve({ code, ...run }));
  });
}
