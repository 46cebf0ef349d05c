/** Incremental builds: after any edits, with the cache whole, damaged or gone, a build writes the bytes of a clean one. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { openStore } from '../src/io/store.ts';
import { build } from '../src/pipeline/build.ts';
import { generateList } from './support/generated-list.ts';
import { createFolder, hashTree, papershelf } from './support/papershelf.ts';

/** Makes this process as good as dead at one of its writes: nothing is written from then on. */
const death = vi.hoisted(() => ({ at: Infinity, writes: 0 }));

vi.mock('node:fs', async (importActual) => {
  const actual = await importActual<typeof import('node:fs')>();
  const names = ['renameSync', 'writeFileSync', 'writeSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'utimesSync'] as const;
  const mortal = names.map((name) => {
    const work = actual[name] as (...args: unknown[]) => unknown;
    return [
      name,
      (...args: unknown[]) => {
        death.writes += 1;
        if (death.writes >= death.at) throw new Error('killed');
        return work(...args);
      },
    ];
  });
  return { ...actual, ...Object.fromEntries(mortal) };
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>';
const PAPERS = 14;
const start = {
  ...generateList(PAPERS),
  'papers/paper-3/figure.svg': SVG,
  'papers/paper-3.md': '---\ntitle: With a figure\ntopics: [Video]\n---\n\n![A figure](paper-3/figure.svg)\n',
};

/** A list, the site that is built again and again, and what keeps the results of one build for the next. */
class World {
  readonly folder = createFolder(start);
  readonly out = join(this.folder, 'dist');
  readonly cache = join(this.folder, 'cache');
  fingerprint = 'one';
  base: string | undefined;
  readonly undo: (() => void)[] = [];

  file(path: string): string {
    return join(this.folder, path);
  }

  write(path: string, text: string | undefined): void {
    const file = this.file(path);
    const before = readText(file);
    this.undo.push(() => put(file, before));
    put(file, text);
  }

  edit(path: string, change: (text: string) => string): void {
    const text = readText(this.file(path));
    if (text !== undefined) this.write(path, change(text));
  }

  move(base: string | undefined): void {
    this.base = base;
  }

  /** Another version of the program. */
  install(fingerprint: string): void {
    this.fingerprint = fingerprint;
  }

  async build(out: string, cache: string | undefined): Promise<void> {
    const store = openStore(cache, this.fingerprint);
    const { problems } = await build({
      papersFolder: this.file('papers'),
      templatesFolder: this.file('templates'),
      outFolder: out,
      base: this.base,
      store,
      threads: 1,
      startCheckpoints: () => () => Promise.resolve(),
      say() {},
    });
    store.close();
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  }

  /** Dies at one of its writes; another process would find the lock of a dead one, which `two-builds.test.ts` is about. */
  async die(at: number): Promise<void> {
    Object.assign(death, { at, writes: 0 });
    await this.build(this.out, this.cache).catch(() => {});
    Object.assign(death, { at: Infinity, writes: 0 });
    rmSync(join(this.out, '.papershelf.lock'), { force: true });
  }

  cacheFiles(): readonly string[] {
    try {
      const names = readdirSync(this.cache).filter((name) => /\.(?:papers|step)$/.test(name));
      return names.sort().map((name) => join(this.cache, name));
    } catch {
      return [];
    }
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function put(file: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

type Step = readonly [name: string, (world: World) => void | Promise<void>];

const paper = fc.nat(PAPERS - 1).map((number) => `papers/paper-${number}.md`);
const word = fc.constantFrom('alpha', 'beta', '$x^2$', '[[paper-1]]', 'CLIP');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(paper, word)
    .map(
      ([path, text]): Step => [
        `${text} in the notes of ${path}`,
        (world) => world.edit(path, (old) => `${old}\nAnother ${text}.\n`),
      ],
    ),
  fc
    .tuple(paper, word)
    .map(
      ([path, text]): Step => [
        `${text} in the title of ${path}`,
        (world) =>
          world.edit(path, (old) => old.replace(/^title: /m, `title: ${text.replace('[[', '').replace(']]', '')} `)),
      ],
    ),
  fc.tuple(paper, fc.nat(3)).map(
    ([path, number]): Step => [
      `a copy of ${path}`,
      (world) =>
        world.edit(path, (old) => {
          world.write(`papers/new-${number}.md`, old.replace(/^title: .*$/m, `title: New ${number}`));
          return old;
        }),
    ],
  ),
  fc.nat(3).map((number): Step => [`no new-${number}`, (world) => world.write(`papers/new-${number}.md`, undefined)]),
  fc.nat(3).map(
    (number): Step => [
      `new-${number} under another name`,
      (world) =>
        world.edit(`papers/new-${number}.md`, (old) => {
          world.write(`papers/renamed-${number}.md`, old.replace(/^title: .*$/m, `title: Renamed ${number}`));
          return old;
        }),
    ],
  ),
  fc
    .constantFrom('red', 'blue')
    .map(
      (fill): Step => [
        `a ${fill} figure`,
        (world) => world.write('papers/paper-3/figure.svg', SVG.replace('<rect', `<rect fill="${fill}"`)),
      ],
    ),
  fc.constantFrom('Video', 'Moving pictures').map(
    (name): Step => [
      `a topic called ${name}`,
      (world) => {
        const isRenamed = name !== 'Video';
        world.edit('papers/index.md', (old) => (isRenamed ? old.replace('- Video', `- ${name}`) : old));
        for (const file of isRenamed ? readdirSync(world.file('papers')).filter((one) => one.endsWith('.md')) : []) {
          world.edit(`papers/${file}`, (old) => old.replace('topics: [Video]', `topics: [${name}]`));
        }
      },
    ],
  ),
  fc
    .constantFrom(
      'fields: [{ name: env, type: terms, facet: true, table: true }]\n',
      'fields: [{ name: env, type: text }]\n',
    )
    .chain((fields) => paper.map((path) => [fields, path] as const))
    .map(
      ([fields, path]): Step => [
        `${fields.trim()} and a value in ${path}`,
        (world) => {
          world.edit('papers/index.md', (old) => old.replace(/^(?:fields: .*\n)?topics:/m, `${fields}topics:`));
          world.edit(path, (old) => old.replace(/^(?:env: .*\n)?topics:/m, 'env: Robots\ntopics:'));
        },
      ],
    ),
  fc
    .constantFrom('', 'body { color: red }')
    .map((css): Step => [`a style sheet: ${css}`, (world) => world.write('templates/own.css', css)]),
  fc.constantFrom(undefined, '/sub/').map((base): Step => [`the base ${base}`, (world) => world.move(base)]),
  fc.constantFrom('one', 'two').map((name): Step => [`version ${name}`, (world) => world.install(name)]),
  fc.constant<Step>(['the last edit undone', (world) => world.undo.pop()?.()]),
  fc.constant<Step>(['no cache', (world) => rmSync(world.cache, { recursive: true, force: true })]),
  fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })).map(
    ([number, share]): Step => [
      'a cache file cut',
      (world) => {
        const file = world.cacheFiles().at(number % Math.max(world.cacheFiles().length, 1));
        if (file !== undefined) writeFileSync(file, readFileSync(file).subarray(0, readFileSync(file).length * share));
      },
    ],
  ),
  fc.tuple(fc.nat(), fc.double({ min: 0, max: 0.999, noNaN: true })).map(
    ([number, share]): Step => [
      'a byte of a cache file changed',
      (world) => {
        const file = world.cacheFiles().at(number % Math.max(world.cacheFiles().length, 1));
        if (file === undefined) return;
        const bytes = readFileSync(file);
        const at = Math.floor(bytes.length * share);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
    ],
  ),
  fc.constant<Step>([
    'two cache files swapped',
    (world) => {
      const [one, other] = world.cacheFiles();
      if (one === undefined || other === undefined) return;
      renameSync(one, `${one}.tmp`);
      renameSync(other, one);
      renameSync(`${one}.tmp`, other);
    },
  ]),
  fc.nat().map(
    (number): Step => [
      'a page gone',
      (world) => {
        const pages = readdirSync(world.out, { recursive: true, encoding: 'utf8' }).filter((one) =>
          one.endsWith('.html'),
        );
        rmSync(join(world.out, pages[number % pages.length] as string));
      },
    ],
  ),
  fc.nat(120).map((at): Step => [`a build killed at write ${at}`, (world) => world.die(at)]),
);

test('after any edit, damage or kill, a build gives the bytes of a clean one', async () => {
  const steps = fc.array(step, { minLength: 4, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const world = new World();
      await world.build(world.out, world.cache);
      for (const [, act] of all) {
        await act(world);
        await world.build(world.out, world.cache);
        const clean = join(createFolder(), 'dist');
        await world.build(clean, undefined);
        expect(siteOf(world.out)).toEqual(siteOf(clean));
      }
      // Nothing but segments and steps is left in the cache, whatever was killed.
      expect(readdirSync(world.cache).filter((name) => !/\.(?:papers|step)$/.test(name))).toEqual([]);
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 600_000);

test('a field that the list declares in another way is read in another way, in papers that have not changed', async () => {
  const world = new World();
  const declare = (fields: string) =>
    world.edit('papers/index.md', (old) => old.replace(/^(?:fields: .*\n)?topics:/m, `fields: [${fields}]\ntopics:`));
  const readPage = (path: string) => readText(join(world.out, path));
  declare('{ name: env, type: terms, facet: true, table: true }');
  world.edit('papers/paper-5.md', (old) => old.replace(/^topics:/m, 'env: [submarines]\ntopics:'));
  await world.build(world.out, world.cache);
  expect(readPage('env/submarines.html')).toContain('paper-paper-5');
  expect(readPage('table.html')).toContain('<a href="env/submarines.html">submarines</a>');

  declare('{ name: env, label: Where, type: terms, values: [Submarines] }');
  await world.build(world.out, world.cache);
  expect(readPage('env/submarines.html')).toBeUndefined();
  expect(readPage('table.html')).not.toContain('ubmarines');
  expect(readPage('papers/paper-5.html')).toMatch(/<dt>Where<\/dt>\n<dd><span dir="auto">Submarines<\/span>/);

  const clean = join(createFolder(), 'dist');
  await world.build(clean, undefined);
  expect(siteOf(world.out)).toEqual(siteOf(clean));
});

test('what another version built is not taken for its own, although the papers are the same', async () => {
  const world = new World();
  await world.build(world.out, world.cache);
  const clean = siteOf(world.out);
  // Another version would have printed another page, of whose digest this one knows nothing.
  const page = join(world.out, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('Generated', 'gENERATED'));
  const ledger = join(world.out, '.papershelf.json');
  const { digests, ...rest } = JSON.parse(readFileSync(ledger, 'utf8'));
  writeFileSync(ledger, JSON.stringify({ ...rest, digests: digests.map(() => 'another') }));
  world.install('two');
  await world.build(join(world.folder, 'elsewhere'), world.cache);
  await world.build(world.out, world.cache);
  expect(siteOf(world.out)).toEqual(clean);
});

/** Without the ledger, which knows the times of files. */
function siteOf(out: string): readonly string[] {
  return hashTree(out).filter((line) => !line.startsWith('.papershelf.json '));
}

test('one thread, several, with and without a cache: the same bytes', () => {
  const folder = createFolder(generateList(120));
  const build = (out: string, ...more: string[]) => {
    expect(papershelf(folder, ['build', '--out', out, ...more])).toMatchObject({ code: 0 });
    return siteOf(join(folder, out));
  };
  const one = build('one', '--jobs', '1');
  expect(build('warm', '--jobs', '2')).toEqual(one);
  expect(build('fresh', '--jobs', '3', '--no-cache')).toEqual(one);
  rmSync(join(folder, 'node_modules'), { recursive: true });
  expect(build('pooled', '--jobs', '2')).toEqual(one);
}, 120_000);
