/** The verb `dev`: what it serves and refuses, what it reports, how it ends. */
import { mkdirSync, readdirSync, renameSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, get, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { ended, start, startDev } from './support/dev-server.ts';
import { createFolder, hashTree, INDEX, papershelf, readTree, toPaper } from './support/papershelf.ts';

/** What is in the folder of a list, but for what is kept from one build to the next. */
function withoutCache(folder: string): readonly string[] {
  return [...readTree(folder).keys()].filter((path) => !path.startsWith('node_modules/.cache/papershelf/'));
}

const one = toPaper(['title: One', 'topics: [CLIP + GAN]'], 'First words.\n');
const bad = one.replace('topics: [CLIP + GAN]', 'topics: [CLIP+GAN]');
const FILES = { 'papers/index.md': INDEX, 'papers/one.md': one };

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks exactly what is given: `fetch` would tidy the path and choose the host itself. */
function ask(url: string, options: { path?: string; host?: string; method?: string } = {}): Promise<Answer> {
  const { hostname, port, pathname, host: own } = new URL(url);
  const { path = pathname, host = own, method = 'GET' } = options;
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

const until = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

describe('what is served', async () => {
  const folder = createFolder({ ...FILES, 'secret.txt': 'secret' });
  const { url } = await startDev(folder);
  const port = new URL(url).port;

  test('the site at the base path of the list, and the way there', async () => {
    expect(new URL(url).pathname).toBe('/clip/');
    expect(await ask(url)).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    for (const path of ['/', '/clip']) {
      expect(await ask(url, { path })).toMatchObject({ status: 302, headers: { location: '/clip/' } });
    }
    expect(await ask(`${url}papers/one.bib`)).toMatchObject({
      status: 200,
      body: expect.stringContaining('@misc{one'),
    });
    expect((await ask(`${url}papers/one.html?x=1#y`)).body).toContain('First words.');
    expect(await ask(url, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  test('the same bytes as a build, but for the script of dev', async () => {
    const built = createFolder(FILES);
    papershelf(built, ['build']);
    for (const [path, bytes] of readTree(join(built, 'dist'))) {
      if (path === '.papershelf.json') continue;
      const { status, body } = await ask(`${url}${path}`);
      expect(status, path).toBe(200);
      expect(body.replace(/<script src="\/clip\/\.papershelf\/[^>]*><\/script>/, ''), path).toBe(bytes.toString());
    }
  });

  test.each([
    '/clip/none.html',
    '/other/',
    '/clip/papers',
    '/clip/../secret.txt',
    '/clip/%2e%2e/secret.txt',
    '/clip/..%2fsecret.txt',
    '/clip//etc/passwd',
    '/clip/papers/one.md%00.html',
    '/clip/.papershelf/../../secret.txt',
    '//clip/',
  ])('%s is not there', async (path) => {
    const { status, body } = await ask(url, { path });
    expect(status).toBe(404);
    expect(body).toContain('Page not found');
  });

  test('what is no path, no reading and no name of this computer is refused', async () => {
    expect((await ask(url, { path: '/clip/%ff' })).status).toBe(400);
    expect(await ask(url, { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`]) {
      expect((await ask(url, { host })).status, host).toBe(421);
      expect((await ask(url, { host, path: '/clip/.papershelf/events' })).status, host).toBe(421);
    }
    for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      expect((await ask(url, { host })).status, host).toBe(200);
    }
  });

  test('nothing is kept by browsers, and nothing taken in by other sites', async () => {
    const { headers } = await ask(url);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});

test('with --host any name will do', async () => {
  const { url } = await startDev(createFolder(FILES), ['--port', '0', '--host', '0.0.0.0']);
  expect((await ask(url, { host: 'desk.local' })).status).toBe(200);
});

test('a port in use: the next free one, and it is reported', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { url, told, interrupt } = await startDev(createFolder(FILES), ['--port', String(port)]);
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  expect(told()).toContain(`Port ${port} is in use.`);
  expect(await interrupt()).toBe(0);
  other.close();
});

test.each([
  [['--port', 'many'], 2, '--port takes a number'],
  [['--port', '70000'], 2, '--port takes a number'],
  [['--host', '203.0.113.9', '--port', '0'], 2, 'is not an address of this computer'],
  [['--papers', 'nowhere'], 2, 'There is no folder'],
] as const)('%j exits with %i and says why', (args, code, words) => {
  const run = papershelf(createFolder(FILES), ['dev', ...args]);
  expect(run).toMatchObject({ code, stdout: '' });
  expect(run.stderr).toContain(words);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test('each change is a line or a report; what is broken leaves the last good site', async () => {
  const folder = createFolder(FILES);
  const { url, told, interrupt } = await startDev(folder);
  const before = withoutCache(folder);
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const lines = () => told().split('\n').length;
  const page = async () => (await ask(`${url}papers/one.html`)).body;

  write('papers/one.md', one.replace('First', 'Second'));
  await until(() => expect(told()).toMatch(/\d\d:\d\d:\d\d 1 file changed, \d+ ms\n/));
  expect(await page()).toContain('Second words.');

  write('papers/one.md', bad);
  await until(() => expect(told()).toContain('papers/one.md:3:10 error topic-unknown'));
  await until(() => expect(told()).toMatch(/1 file changed, \d+ ms; the site is unchanged\n/));
  expect(await page()).toContain('Second words.');

  write('papers/one.md', one);
  await until(async () => expect(await page()).toContain('First words.'));

  const quiet = lines();
  utimesSync(join(folder, 'papers/one.md'), new Date(), new Date());
  write('papers/.one.md.swp', 'x');
  write('papers/one.md~', 'x');
  write('notes.txt', 'x');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(lines()).toBe(quiet);
  for (const path of ['papers/.one.md.swp', 'papers/one.md~', 'notes.txt']) unlinkSync(join(folder, path));

  mkdirSync(join(folder, 'templates'));
  write('templates/paper.eta', '<p><%= it.nothing.there %></p>');
  await until(() => expect(told()).toContain('templates/paper.eta:1: Cannot read'));
  expect(await page()).toContain('First words.');
  // A change elsewhere does not make it good.
  write('papers/one.md', one.replace('First', 'Third'));
  await until(() => expect(told().match(/templates\/paper\.eta:1/g)?.length).toBe(2));
  expect(await page()).toContain('First words.');
  rmSync(join(folder, 'templates'), { recursive: true });
  await until(async () => expect(await page()).toContain('Third words.'));

  renameSync(join(folder, 'papers'), join(folder, 'away'));
  await until(() => expect(told()).toContain('There is no folder'));
  expect(await page()).toContain('Third words.');
  renameSync(join(folder, 'away'), join(folder, 'papers'));
  write('papers/one.md', one.replace('First', 'Fourth'));
  await until(async () => expect(await page()).toContain('Fourth words.'));

  write('papers/two.md', one.replaceAll('One', 'Two'));
  await until(async () => expect((await ask(`${url}papers/two.html`)).status).toBe(200));
  unlinkSync(join(folder, 'papers/two.md'));
  await until(async () => expect((await ask(`${url}papers/two.html`)).status).toBe(404));

  expect(await interrupt()).toBe(0);
  expect(told()).not.toMatch(/\n\s+at |fault of Papershelf/);
  expect(withoutCache(folder)).toEqual(before);
});

test('a list that is broken from the start is served as soon as it is fixed', async () => {
  const folder = createFolder({ ...FILES, 'papers/one.md': bad });
  const { url } = await startDev(folder);
  expect(await ask(url)).toMatchObject({ status: 404, body: expect.stringContaining('No site yet') });
  writeFileSync(join(folder, 'papers/one.md'), one);
  const { origin } = new URL(url);
  await until(async () => expect((await ask(`${origin}/clip/`)).status).toBe(200));
});

test('open pages are notified at once, and released at the end', async () => {
  const folder = createFolder(FILES);
  const { url, interrupt } = await startDev(folder);
  const events: { build: string; problems: { rule?: string; place?: object; excerpt?: object }[] }[] = [];
  let isOver = false;
  get(`${url}.papershelf/events`, (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      for (const [, data] of text.matchAll(/^data: (.*)$/gm)) events.push(JSON.parse(data as string));
    });
    response.on('close', () => {
      isOver = true;
    });
  });
  await until(() => expect(events).toMatchObject([{ problems: [] }]));
  writeFileSync(join(folder, 'papers/one.md'), bad);
  await until(() => expect(events.length).toBe(2));
  expect(events[1]?.build).toBe(events[0]?.build);
  expect(events[1]?.problems).toMatchObject([
    {
      rule: 'topic-unknown',
      place: { file: 'papers/one.md', line: 3, column: 10 },
      hint: expect.stringContaining('CLIP + GAN'),
      excerpt: { before: 'topics: [', marked: 'CLIP+GAN', after: ']' },
    },
  ]);
  writeFileSync(join(folder, 'papers/one.md'), one);
  await until(() => expect(events.length).toBe(3));
  expect(events[2]).toMatchObject({ problems: [] });
  expect(events[2]?.build).not.toBe(events[0]?.build);
  expect(await interrupt()).toBe(0);
  await until(() => expect(isOver).toBe(true));
});

describe('Ctrl-C', () => {
  const papers = Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [
      `papers/p${index}.md`,
      toPaper([`title: Paper ${index}`, `authors: [Author ${index}]`, 'topics: [CLIP + GAN]'], '$x$ '.repeat(20)),
    ]),
  );

  test.each([
    ['while it prepares', '2', () => true],
    ['while it writes', '1', (folder: string) => readdirSync(folder).some((name) => name.endsWith('.tmp'))],
  ])('ends a build %s, leaving the site as it was', async (_, jobs, isTime) => {
    const folder = createFolder({ 'papers/index.md': INDEX, 'papers/p0.md': papers['papers/p0.md'] as string });
    papershelf(folder, ['build']);
    const before = hashTree(join(folder, 'dist'));
    for (const [path, text] of Object.entries(papers)) writeFileSync(join(folder, path), text);
    const { child, told } = start(folder, ['build', '--jobs', jobs]);
    const end = ended(child);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await until(() => expect(isTime(join(folder, 'dist/papers')) || isTime(join(folder, 'dist'))).toBe(true));
    child.kill('SIGINT');
    expect(await end).toBe('SIGINT');
    expect(told()).toBe('');
    expect(hashTree(join(folder, 'dist'))).toEqual(before);
  });
});
