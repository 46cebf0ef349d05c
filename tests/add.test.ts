/** The verb `add`, run the way users run it, against services that answer well or badly. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ATOM_ERROR, INSTANT_NGP, toAtom, toWork } from './support/answers.ts';
import { hang, type Replay, say, sayHalf, sayHalfQuietly, serve } from './support/paper-services.ts';
import { createFolder, INDEX, papershelf, type Run, readTree, root, toPaper } from './support/papershelf.ts';

const HASTE = { PAPERSHELF_INTERVAL: '20', PAPERSHELF_BACKOFF: '20', PAPERSHELF_TIMEOUT: '400' };
const TOPIC = ['--topic', 'CLIP + GAN'];
const existing = toPaper(['title: "StyleCLIP: Text-Driven Manipulation of StyleGAN imagery!"', 'topics: [CLIP + GAN]']);
const createList = (files: Readonly<Record<string, string>> = {}) =>
  createFolder({ 'papers/index.md': INDEX, ...files });

/** Runs the command while this process goes on, which the server lives in. */
function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>>, input = ''): Promise<Run> {
  const child = spawn(process.execPath, [join(root, 'lib/papershelf.js'), 'add', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...HASTE, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => void child.on('close', (code) => resolve({ code, stdout, stderr })));
}

async function ask(args: readonly string[], replays: readonly Replay[], folder = createList()) {
  const { origin, seen } = await serve(...replays);
  const result = await run(folder, args, { PAPERSHELF_ARXIV: origin, PAPERSHELF_CROSSREF: `${origin}/` });
  return { ...result, seen, folder };
}

const today = () => spawnSync('date', ['+%F'], { encoding: 'utf8' }).stdout.trim();

describe('arXiv', () => {
  test('writes a complete file, prints its path, and the list takes it', async () => {
    const more = '<arxiv:comment>ICCV 2021 (oral). Code: https://github.com/orpatashnik/StyleCLIP</arxiv:comment>';
    const { code, stdout, stderr, seen, folder } = await ask(['2103.17249', ...TOPIC], [say(200, toAtom({ more }))]);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'papers/styleclip.md\n',
      stderr: '1 paper added to CLIP + GAN.\n',
    });
    expect(seen.map(({ path }) => path)).toEqual(['/api/query?id_list=2103.17249&max_results=1']);
    expect(readFileSync(join(folder, 'papers/styleclip.md'), 'utf8').replace(today(), 'TODAY')).toBe(`---
short: StyleCLIP
title: "StyleCLIP: Text-Driven Manipulation of StyleGAN Imagery"
authors: [Or Patashnik, Zongze Wu]
venue: ICCV
year: 2021
date: 2021-03-31
url: https://arxiv.org/abs/2103.17249
arxiv: 2103.17249
code: https://github.com/orpatashnik/StyleCLIP
topics: [CLIP + GAN]
award: Oral
abstract: Inspired by the ability of StyleGAN, we edit pictures by words.
added: TODAY
---
`);
    expect(papershelf(folder, ['check'])).toMatchObject({ code: 0, stdout: '' });
  });

  test.each([
    ['arXiv:2103.17249v2', '2103.17249'],
    ['https://arxiv.org/abs/2103.17249v2?context=cs#x', '2103.17249'],
    ['http://www.arxiv.org/pdf/2103.17249v1.pdf', '2103.17249'],
    ['arxiv.org/html/2103.17249', '2103.17249'],
    ['https://doi.org/10.48550/arXiv.2103.17249', '2103.17249'],
    ['hep-th/9901001v3', 'hep-th%2F9901001'],
    ['https://arxiv.org/abs/math.CA/0611800', 'math%2F0611800'],
  ])('%s asks for %s', async (word, id) => {
    const { seen } = await ask([word, ...TOPIC], [say(200, toAtom())]);
    expect(seen.map(({ path }) => path)).toEqual([`/api/query?id_list=${id}&max_results=1`]);
  });

  test('an old id names no folder', async () => {
    const atom = toAtom({ id: 'http://arxiv.org/abs/hep-th/9901001v1', title: '弦理论' });
    const { stdout, folder } = await ask(['hep-th/9901001', ...TOPIC], [say(200, atom)]);
    expect(stdout).toMatch(/^papers\/[a-z-]+\.md\n$/);
    expect(readFileSync(join(folder, stdout.trim()), 'utf8')).toContain('\narxiv: hep-th/9901001\n');
  });

  test.each([
    ['500 twice', [say(500, ''), say(500, '')], 3],
    ['429 with Retry-After', [say(429, 'Rate exceeded.', { 'Retry-After': '1' })], 2],
    ['the words with which arXiv turns away', [say(200, 'Rate exceeded.')], 2],
    ['half a body', [sayHalf(toAtom({}))], 2],
    ['half a body of unstated length', [sayHalfQuietly(toAtom({}))], 2],
    ['a hang', [hang], 2],
  ] as const)('is asked again after %s', async (_, replays, times) => {
    const { code, stdout, stderr, seen } = await ask(['2103.17249', ...TOPIC], [...replays, say(200, toAtom({}))]);
    expect({ code, stdout, stderr }).toMatchObject({
      code: 0,
      stdout: 'papers/styleclip.md\n',
      stderr: expect.not.stringContaining('\u001b'),
    });
    expect(seen.length).toBe(times);
  });

  test.each([
    ['an error with status 200', [say(200, ATOM_ERROR)], 2, 'incorrect id format for 1234'],
    ['an error with status 400', [say(400, ATOM_ERROR)], 2, 'incorrect id format for 1234'],
    [
      'an error that would colour the terminal',
      [say(200, ATOM_ERROR.replace('1234</summary>', '&#27;[31m</summary>'))],
      2,
      '\\u{1b}[31m',
    ],
    ['no entry', [say(200, toAtom())], 2, 'arXiv has no paper with this id'],
    ['500 again and again', [say(500, '')], 3, 'after 4 attempts: it is not working right now (500)'],
    ['half a body again and again', [sayHalfQuietly(toAtom({}))], 3, 'sent an incomplete answer'],
    ['a hang again and again', [hang], 3, 'did not answer within 0.4 s'],
    ['403', [say(403, '<html>no</html>')], 3, 'answered with status 403'],
  ] as const)('%s: nothing is written, and the way out is reported', async (_, replays, code, words) => {
    const { folder, ...result } = await ask(['2103.17249', ...TOPIC], replays);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toContain(words);
    if (code === 3) expect(result.stderr).toContain('`--from FILE`');
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect([...readTree(folder).keys()]).toEqual(['papers/index.md']);
  });

  test('a formula that cannot be set and money stay text; the file has no error', async () => {
    const summary = 'For $5 we set $\\foo{x}$, by \\emph{hand}.';
    const { folder, code } = await ask(['2103.17249', ...TOPIC], [say(200, toAtom({ summary }))]);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'papers/styleclip.md'), 'utf8')).toContain(
      'abstract: For \\$5 we set \\$\\foo{x}\\$, by hand.\n',
    );
    expect(papershelf(folder, ['check']).code).toBe(0);
  });
});

describe('Crossref', () => {
  test.each([
    ['10.1145/3528223.3530127'],
    ['https://doi.org/10.1145/3528223.3530127'],
    ['https://dl.acm.org/doi/abs/10.1145/3528223.3530127?x=y'],
  ])('%s', async (word) => {
    const { seen, stdout, folder } = await ask([word, ...TOPIC], [say(200, toWork(INSTANT_NGP))]);
    // Asked again where a busy machine let the answer wait.
    expect([...new Set(seen.map(({ path }) => path))]).toEqual(['/works/10.1145%2F3528223.3530127']);
    expect(stdout).toBe('papers/instant-neural-graphics-primitives.md\n');
    expect(papershelf(folder, ['check'])).toMatchObject({ code: 0, stdout: '' });
  });

  test('an unknown DOI', async () => {
    const run = await ask(['10.5281/zenodo.1', ...TOPIC], [say(404, 'Resource not found.')]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('Crossref does not know the DOI `10.5281/zenodo.1`');
  });
});

describe('what the list has', () => {
  test.each([
    ['its arXiv id', ['arxiv: 2103.17249'], 0],
    ['its address at arXiv', ['url: https://arxiv.org/pdf/2103.17249.pdf'], 0],
    ['its title, but for case and punctuation', [], 1],
  ])('%s: refused, its file named', async (_, lines, times) => {
    const folder = createList({
      'papers/old.md': existing.replace('topics', `${lines.map((line) => `${line}\n`).join('')}topics`),
    });
    const { seen, ...result } = await ask(['2103.17249', ...TOPIC], [say(200, toAtom({}))], folder);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(/papers\/old\.md:\d+:\d+ error paper-duplicate/);
    expect(result.stderr).toContain('Nothing was written.');
    expect(seen.length).toBe(times);
    expect([...readTree(folder).keys()]).toEqual(['papers/index.md', 'papers/old.md']);
  });

  test('its arXiv id, with --skip-known: nothing is asked or written, and that is fine', async () => {
    const folder = createList({ 'papers/old.md': existing.replace('topics', 'arxiv: 2103.17249\ntopics') });
    const { seen, ...result } = await ask(['2103.17249', '--skip-known', ...TOPIC], [], folder);
    expect(result).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '1 paper skipped, since the list already has it: papers/old.md.\n',
    });
    expect(seen).toEqual([]);
  });

  test('its name: another is found, former names and broken files counted', async () => {
    const folder = createList({
      'papers/styleclip/index.md': toPaper(['title: Other', 'topics: [CLIP + GAN]', 'aliases: [styleclip-2021]']),
      'papers/a/styleclip-2.md': 'broken',
    });
    const { stdout } = await ask(['2103.17249', ...TOPIC], [say(200, toAtom({}))], folder);
    expect(stdout).toBe('papers/styleclip-3.md\n');
  });

  test('its name is never that of a file which is left alone', () => {
    const folder = createList({ 'papers/README.md': 'left alone', 'a.bib': '@misc{a, title={README}}' });
    const { code, stdout } = papershelf(folder, ['add', 'a.bib', ...TOPIC]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'papers/readme-paper.md\n' });
  });
});

describe('BibTeX', () => {
  const bib = '@misc{a, title={First: One}}\n\n@article{b, title={Second}, journal={TOG}, year=2020}\n';

  test('all records of a file or of standard input', async () => {
    const folder = createList({ 'my.bib': bib });
    const result = await run(folder, ['my.bib', '--topic', 'CLIP + NeRF'], {});
    expect(result).toMatchObject({ code: 0, stdout: 'papers/first.md\npapers/second.md\n' });
    const piped = await run(createList(), ['-', ...TOPIC], {}, bib);
    expect(piped).toMatchObject({ code: 0, stdout: 'papers/first.md\npapers/second.md\n' });
    expect(papershelf(folder, ['check'])).toMatchObject({ code: 0, stdout: '' });
  });

  test('every problem at once, and nothing written if there is one', async () => {
    const bad = `${bib}\n@misc{c, year=2020}\n@misc{d, title={second!}}\n@misc{e, title={Third}, year={}\n@misc{f, title={Old}}`;
    const folder = createList({ 'my.bib': bad, 'papers/old.md': toPaper(['title: OLD', 'topics: [CLIP + GAN]']) });
    const before = readTree(folder);
    const { code, stdout, stderr } = await run(folder, ['my.bib', ...TOPIC], {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.match(/^my\.bib:\d+:1 error [\w-]+/gm)).toEqual([
      'my.bib:5:1 error bibtex-invalid',
      'my.bib:6:1 error paper-duplicate',
      'my.bib:7:1 error bibtex-invalid',
      'my.bib:8:1 error paper-duplicate',
    ]);
    expect(readTree(folder)).toEqual(before);
  });

  test('a known paper is passed over with --skip-known, and the problem says so', async () => {
    const known = `${bib}\n@misc{c, title={OLD!}}\n@misc{d, title={First: One}}\n`;
    const files = { 'my.bib': known, 'papers/old.md': toPaper(['title: Old', 'topics: [CLIP + GAN]']) };
    const folder = createList(files);
    const refused = await run(folder, ['my.bib', ...TOPIC], {});
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('With `--skip-known`, the others are added.');
    expect(await run(folder, ['my.bib', '--skip-known', ...TOPIC], {})).toEqual({
      code: 0,
      stdout: 'papers/first.md\npapers/second.md\n',
      stderr:
        '2 papers added to CLIP + GAN.\n2 papers skipped, since the list already has them: papers/old.md, papers/first.md.\n',
    });
    const before = readTree(folder);
    const again = await run(folder, ['my.bib', '--skip-known', ...TOPIC], {});
    expect(again).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/^4 papers skipped/) });
    expect(readTree(folder)).toEqual(before);
  });

  test('with --skip-known a fault still keeps everything from being written', async () => {
    const folder = createList({ 'my.bib': `${bib}@misc{c, year=2020}` });
    const before = readTree(folder);
    expect(await run(folder, ['my.bib', '--skip-known', ...TOPIC], {})).toMatchObject({ code: 1, stdout: '' });
    expect(readTree(folder)).toEqual(before);
  });

  test('authors that the record leaves out are marked, and the mark is nobody', async () => {
    const text = '@misc{a, title={T}, author={Bee, Ann and others}, collaboration={ATLAS}, year=2020}';
    const folder = createList({ 'my.bib': text });
    const { code, stderr } = await run(folder, ['my.bib', ...TOPIC], {});
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('warning authors-incomplete') });
    expect(readFileSync(join(folder, 'papers/t.md'), 'utf8')).toContain(
      '\nauthors: [ATLAS Collaboration, Ann Bee, et al.]\n',
    );
    expect(papershelf(folder, ['check']).stdout).toContain('authors-incomplete');
    expect(papershelf(folder, ['build']).code).toBe(0);
    const tree = readTree(join(folder, 'dist'));
    expect([...tree.keys()].filter((path) => path.startsWith('authors/')).toSorted()).toEqual([
      'authors/ann-bee.html',
      'authors/atlas-collaboration.html',
      'authors/index.html',
    ]);
    const textOf = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');
    expect(textOf('papers/t.bib')).toContain('author = {{ATLAS Collaboration} and Bee, Ann and others}');
    expect(textOf('papers/t.html')).toContain('ATLAS Collaboration, Bee, A., et al. (2020)');
    expect(textOf('authors/index.html')).not.toMatch(/et al|others/);
    for (const path of tree.keys())
      if (/^search\/(?:papers|notes)/.test(path)) expect(textOf(path)).not.toMatch(/et al|others/);
  });

  test('DBLP’s number of a namesake is left out, and reported at its record', async () => {
    const folder = createList({ 'my.bib': '\n@misc{a, title={T}, author={Wei Zhang 0042}, year=2020}' });
    const { code, stdout, stderr } = await run(folder, ['my.bib', ...TOPIC], {});
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'papers/t.md\n' });
    expect(stderr).toMatch(/^my\.bib:2:1 hint author-namesake\n {2}`Wei Zhang 0042` has a number in DBLP/);
    expect(readFileSync(join(folder, 'papers/t.md'), 'utf8')).toContain('\nauthors: [Wei Zhang]\n');
  });

  test('a text without a record, a file that is not there, one that is not UTF-8', async () => {
    const folder = createList({ 'none.bib': 'no record' });
    writeFileSync(join(folder, 'latin.bib'), Buffer.from('@misc{a, title={Caf\xe9}}', 'latin1'));
    expect(await run(folder, ['none.bib', ...TOPIC], {})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no BibTeX record'),
    });
    expect(await run(folder, ['gone.bib', ...TOPIC], {})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no file'),
    });
    expect(await run(folder, ['latin.bib', ...TOPIC], {})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not UTF-8'),
    });
  });
});

describe('usage', () => {
  const folder = createList({
    'atom.xml': toAtom({}),
    'work.json': toWork(INSTANT_NGP),
    'half.xml': toAtom({}).slice(0, 900),
  });
  test.each([
    [[], 'Name the paper'],
    [['2103.1724', ...TOPIC], 'five digits after the dot'],
    [['StyleCLIP', ...TOPIC], 'is not an arXiv id, a DOI or a `.bib` file'],
    [['2103.17249', '2103.00020', ...TOPIC], 'takes one paper'],
    [['2103.17249'], 'Name the topic with `--topic`. The topics are `CLIP + GAN`, `CLIP + NeRF`.'],
    [['2103.17249', '--topic', 'CLIP+NeRF'], 'Did you mean `CLIP + NeRF`?'],
    [['2103.17249', ...TOPIC, '--topic', 'CLIP+NeRF'], 'Did you mean `CLIP + NeRF`?'],
    [['2103.00020', '--from', 'atom.xml', ...TOPIC], '`atom.xml` describes `2103.17249`, not `2103.00020`'],
    [['--from', 'half.xml', ...TOPIC], 'only part of one'],
    [['--from', 'gone.xml', ...TOPIC], 'There is no file'],
    [['x.bib', '--from', 'atom.xml', ...TOPIC], 'a BibTeX file needs neither'],
  ])('%j is reported', async (args, words) => {
    const before = readTree(folder);
    const { code, stdout, stderr } = await run(folder, args, {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(readTree(folder)).toEqual(before);
  });

  test('a topic for each --topic, none twice', async () => {
    const folder = createList({ 'atom.xml': toAtom({}) });
    const topics = ['--topic', 'CLIP + NeRF', '--topic=CLIP + GAN', '--topic', 'CLIP + NeRF'];
    expect(await run(folder, ['--from', 'atom.xml', ...topics], {})).toMatchObject({
      code: 0,
      stderr: '1 paper added to CLIP + NeRF and CLIP + GAN.\n',
    });
    expect(readFileSync(join(folder, 'papers/styleclip.md'), 'utf8')).toContain(
      '\ntopics: [CLIP + NeRF, CLIP + GAN]\n',
    );
  });

  test('more than 8 MiB, as a file or as standard input, is refused with its size', () => {
    const large = createList({ 'big.bib': '' });
    truncateSync(join(large, 'big.bib'), 30 * 1024 * 1024);
    for (const args of [['big.bib'], ['--from', 'big.bib']]) {
      const { code, stderr } = papershelf(large, ['add', ...args, ...TOPIC]);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringMatching(/big\.bib` has 31,457,280 bytes; .*8 MiB/),
      });
    }
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'lib/papershelf.js'), 'add', '-', ...TOPIC], {
      cwd: large,
      input: Buffer.alloc(9 * 1024 * 1024, ' '),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('Standard input is larger; the limit is 8,388,608'),
    });
  });

  test('saved answers need no network', async () => {
    expect(await run(folder, ['2103.17249v1', '--from', 'atom.xml', ...TOPIC], {})).toMatchObject({ code: 0 });
    expect(await run(folder, ['--from', 'work.json', ...TOPIC], {})).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'papers/styleclip.md'))).toBe(true);
  });

  test('a list without index.md, and one without topics', async () => {
    expect(await run(createFolder({ 'papers/a.md': existing }), ['2103.17249', ...TOPIC], {})).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('list-missing'),
    });
    expect(await run(createFolder({ 'papers/index.md': '---\ntitle: T\n---\n' }), ['2103.17249'], {})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('declares no topic'),
    });
  });
});
