/** The real command, run the way users run it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../src/model/problem.ts';
import {
  copyFolder,
  createFolder,
  hashTree,
  INDEX,
  papershelf,
  readTree,
  root,
  toPaper,
} from './support/papershelf.ts';

const good = toPaper(['title: One', 'topics: [CLIP + GAN]']);
const bad = toPaper(['titel: Two', 'topics: [CLIP+GAN]', 'year: soon']);

describe('usage', () => {
  const folder = createFolder({ 'papers/index.md': INDEX, 'papers/one.md': good });
  test.each([
    [[], 2, 'Usage: papershelf'],
    [['bild'], 2, 'There is no verb `bild`'],
    [['build', '--ouput', 'x'], 2, 'has no option `--ouput`'],
    [['build', '--out'], 2, '`--out` needs a value'],
    [['build', 'papers'], 2, 'does not take `papers`'],
    [['build', '--base', 'example.org'], 2, '--base takes a URL'],
    [['build', '--papers', 'nowhere'], 2, 'There is no folder'],
    [['build', '--out', 'papers'], 2, 'papers'],
    [['build', '--out', '.'], 2, 'papers'],
    [['check', 'papers/none.md'], 2, 'is not a paper of this list'],
    [['check', '--format', 'xml'], 2, '--format takes pretty, github, json'],
  ] as const)('%j exits with %i and says why', (args, code, words) => {
    const run = papershelf(folder, args);
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  test('files that are left alone are no error, and nothing else is checked in their place', () => {
    const files = { 'papers/index.md': INDEX, 'papers/bad.md': 'bad', 'papers/_a.md': 'x', 'papers/README.md': 'x' };
    const other = createFolder({ ...files, 'papers2/_a.md': 'x' });
    expect(papershelf(other, ['check', 'papers/_a.md', 'papers/README.md'])).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/papers\/_a\.md is left alone.*\npapers\/README\.md is left alone.*\n/),
    });
    expect(papershelf(other, ['check', 'papers2/_a.md']).code).toBe(2);
    expect(papershelf(other, ['check', 'papers/_a.md', 'papers/bad.md']).code).toBe(1);
    expect(papershelf(other, ['check']).code).toBe(1);
  });

  test('--help, --version and the help of a verb are answers', () => {
    expect(papershelf(folder, ['--help'])).toMatchObject({ code: 0, stderr: '' });
    expect(papershelf(folder, ['build', '--help']).stdout).toContain('--base URL');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(papershelf(folder, ['--version']).stdout).toBe(`${version}\n`);
  });
});

test('links for editing lead to the branch of the list', () => {
  const index = INDEX.replace('---\n', '---\nrepository: owner/name\nbranch: release/2.x\n');
  const folder = createFolder({ 'papers/index.md': index, 'papers/one.md': good });
  expect(papershelf(folder, ['build']).code).toBe(0);
  const links = [...readTree(join(folder, 'dist'))].flatMap(([path, bytes]) =>
    [...bytes.toString().matchAll(/github\.com\/owner\/name\/(?:new|edit)\/[^"&]*/g)].map(([link]) => [path, link]),
  );
  const suggest = 'github.com/owner/name/new/release/2.x?filename=papers%2Fnew-paper.md';
  expect(links).toContainEqual(['index.html', suggest]);
  expect(links).toContainEqual(['papers/one.html', 'github.com/owner/name/edit/release/2.x/papers/one.md']);
  expect(links.filter(([path]) => path === 'add.html')).toEqual([
    ['add.html', suggest],
    ['add.html', suggest],
  ]);
  expect(links.filter(([, link]) => !link?.includes('/release/2.x'))).toEqual([]);
  expect(readFileSync(join(folder, 'dist/add.html'), 'utf8')).toContain('data-branch="release/2.x"');
});

describe('check', () => {
  const files = { 'papers/index.md': INDEX, 'papers/one.md': good, 'papers/two.md': bad };

  test('FILE is reported to duplicate another paper, whichever name comes first, and an older one is not', () => {
    const paper = (...lines: string[]) =>
      toPaper(['title: NeRF', 'topics: [CLIP + NeRF]', 'arxiv: 2003.08934', ...lines]);
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/nerf.md': paper('added: 2020-01-01'),
      'papers/a-again.md': paper(),
    });
    const rulesOf = (...args: string[]) =>
      (JSON.parse(papershelf(folder, ['check', ...args, '--format', 'json']).stdout) as Problem[])
        .filter(({ severity }) => severity !== 'hint')
        .map(({ file, rule }) => `${file} ${rule}`);
    expect(rulesOf('papers/a-again.md')).toEqual(['papers/a-again.md paper-duplicate']);
    expect(rulesOf()).toEqual(['papers/a-again.md paper-duplicate', 'papers/nerf.md paper-duplicate']);
    writeFileSync(join(folder, 'papers/a-again.md'), paper('added: 2024-01-01'));
    expect(rulesOf('papers/a-again.md')).toEqual(['papers/a-again.md paper-duplicate']);
    expect(rulesOf()).toEqual(['papers/a-again.md paper-duplicate']);
    expect(rulesOf('papers/nerf.md')).toEqual([]);
  });

  test('reports every problem in every file in one run, in pretty form with an excerpt and a hint', () => {
    const run = papershelf(createFolder(files), ['check']);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatchInlineSnapshot(`
      "papers/two.md:1:1 error title-missing
        The field \`title\` is missing.
        1 | ---
            ^^^
        Add the title of the paper, as in \`title: Text-Driven Manipulation of StyleGAN Imagery\`.

      papers/two.md:2:1 error field-unknown
        There is no field \`titel\`.
        2 | titel: Two
            ^^^^^
        Did you mean \`title\`?

      papers/two.md:3:10 error topic-unknown
        Topic \`CLIP+GAN\` is not in this list.
        3 | topics: [CLIP+GAN]
                     ^^^^^^^^
        Did you mean \`CLIP + GAN\`? Topics are declared in papers/index.md.

      papers/two.md:4:7 error year-invalid
        \`soon\` is not a year from 1900 to 2100.
        4 | year: soon
                  ^^^^
        Write four digits, as in \`year: 2021\`.

      4 errors in 1 file.
      "
    `);
  });

  test('json is an array with files relative to the working directory', () => {
    const folder = createFolder(files);
    mkdirSync(join(folder, 'deep'));
    const run = papershelf(join(folder, 'deep'), ['check', '--papers', '../papers', '--format', 'json']);
    const problems = JSON.parse(run.stdout);
    expect(problems.map((problem: { rule: string }) => problem.rule).sort()).toEqual([
      'field-unknown',
      'title-missing',
      'topic-unknown',
      'year-invalid',
    ]);
    for (const problem of problems) {
      expect(Object.keys(problem)).toEqual([
        'rule',
        'severity',
        'message',
        'hint',
        'file',
        'line',
        'column',
        'endLine',
        'endColumn',
      ]);
      expect(problem.file).toBe('../papers/two.md');
    }
  });

  test('github annotations escape what an author could smuggle in', () => {
    const folder = createFolder({
      ...files,
      'papers/two.md': toPaper(['title: Two', 'topics: ["50%: a,b\\n::error::pwned"]']),
    });
    const run = papershelf(folder, ['check', '--format', 'github']);
    const commands = run.stdout.split('\n').filter((line) => line.startsWith('::'));
    expect(commands.length).toBeGreaterThan(0);
    expect(run.stdout).not.toMatch(/^::error::pwned/m);
    expect(commands.join('\n')).toContain('file=papers/two.md,line=3,endLine=3,col=');
    expect(commands.join('\n')).toContain('%25');
    expect(papershelf(folder, ['check'], { GITHUB_ACTIONS: 'true' }).stdout).toBe(run.stdout);
  });

  describe('in a GitHub workflow', () => {
    const list = Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text]));
    const folder = createFolder({ ...list, summary: '' });
    const site = join(folder, 'site');
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'owner/name',
      GITHUB_SHA: '0123abc',
    };
    const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
      writeFileSync(env.GITHUB_STEP_SUMMARY, '');
      return { ...papershelf(site, args, { ...env, ...more }), summary: readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8') };
    };

    test('annotations of a list in a sub-folder name files from the root of the repository', () => {
      expect(run(['check']).stdout).toContain('file=site/papers/two.md,');
      expect(papershelf(site, ['check'], { GITHUB_ACTIONS: 'true' }).stdout).toContain('file=papers/two.md,');
      expect(run(['check'], { GITHUB_WORKSPACE: join(folder, 'other') }).stdout).toContain('file=papers/two.md,');
    });

    test('check adds the problems to the summary of the job, with links to their lines', () => {
      const { code, summary } = run(['check']);
      expect(code).toBe(1);
      expect(summary).toContain('### `papershelf check`\n');
      expect(summary).toContain('](https://github.com/owner/name/blob/0123abc/site/papers/two.md#L3) |');
    });

    test('build adds them if it fails, and one sentence if it does not', () => {
      expect(run(['build']).summary).toContain('](https://github.com/owner/name/blob/0123abc/site/papers/two.md#L3) |');
      const good = createFolder({
        'papers/index.md': INDEX,
        'papers/one.md': toPaper(['title: One', 'topics: CLIP + GAN']),
      });
      const built = papershelf(good, ['build'], env);
      expect(built.code).toBe(0);
      const added = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8').split('### ').at(-1);
      expect(added).toMatch(/^`papershelf build`\n\n1 paper in dist: \d+ written, 0 unchanged, 0 removed\.\n\n$/);
    });

    test('nothing is added in another form, outside a workflow, or to a summary that is full', () => {
      expect(run(['check', '--format', 'json']).summary).toBe('');
      expect(run(['check'], { GITHUB_ACTIONS: '' }).summary).toBe('');
      writeFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 - 100));
      const full = papershelf(site, ['check'], env);
      expect(full.code).toBe(1);
      expect(full.stderr).toContain('The summary of this job is full');
      expect(readFileSync(env.GITHUB_STEP_SUMMARY).length).toBe(1024 * 1024 - 100);
    });

    test('a summary that cannot be written changes neither the report nor the exit code', () => {
      const plain = run(['check']);
      const failed = run(['check'], { GITHUB_STEP_SUMMARY: folder });
      expect(failed.code).toBe(1);
      expect(failed.stdout).toBe(plain.stdout);
      expect(failed.stderr).toContain('Nothing was added to the summary of this job: ');
    });
  });

  test('check reports hints in every format and does not fail for them, and build does not report them', () => {
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/one.md': toPaper(['title: One', 'authors: [Or Patashnik]', 'topics: [CLIP + GAN]']),
      'papers/two.md': toPaper(['title: Two', 'authors: [O. Patashnik]', 'topics: [CLIP + GAN]']),
    });
    const run = papershelf(folder, ['check']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('papers/two.md:3:11 hint author-variant\n');
    expect(run.stdout).toMatch(/\n1 hint in 1 file\.\n$/);
    expect(papershelf(folder, ['check', '--format', 'github']).stdout).toContain('::notice file=papers/two.md,line=3,');
    expect(JSON.parse(papershelf(folder, ['check', '--format', 'json']).stdout)).toMatchObject([{ severity: 'hint' }]);
    expect(papershelf(folder, ['build']).stderr).not.toContain('hint');
  });

  test('check says the same again, and never what no longer holds', () => {
    const folder = createFolder({ ...files, 'papers/three.md': toPaper(['title: Three', 'topics: [None]']) });
    const check = () => papershelf(folder, ['check']);
    const first = check();
    expect(first.code).toBe(1);
    expect(check()).toEqual(first);
    writeFileSync(join(folder, 'papers/three.md'), toPaper(['title: Three', 'topics: [CLIP + GAN]']));
    rmSync(join(folder, 'papers/two.md'));
    const good = check();
    expect(good).toMatchObject({ code: 0, stdout: '' });
    expect(check()).toEqual(good);
    mkdirSync(join(folder, 'templates'));
    writeFileSync(join(folder, 'templates/paper.eta'), '<p><%= it.nothing.there %></p>');
    expect(check()).toMatchObject({ code: 2, stdout: '' });
    expect(check().code).toBe(2);
    rmSync(join(folder, 'templates/paper.eta'));
    expect(check()).toEqual(good);
  });

  test('a file named alone is reported alone, and still held against the whole list', () => {
    const lines = ['arxiv: 2103.17249', 'topics: [CLIP + GAN]'];
    const twin = { 'papers/one.md': toPaper(['title: One', ...lines, 'added: 2021-01-01']) };
    const copy = { 'papers/three.md': toPaper(['title: Three', ...lines, 'added: 2022-01-01']) };
    const folder = createFolder({ ...files, ...twin, ...copy });
    const run = papershelf(folder, ['check', 'papers/three.md', '--format', 'json']);
    expect(JSON.parse(run.stdout)).toMatchObject([{ rule: 'paper-duplicate', file: 'papers/three.md' }]);
    expect(papershelf(folder, ['check', 'papers/one.md'])).toMatchObject({ code: 0, stdout: '' });
  });

  test('a list without index.md is reported, and its papers are checked all the same', () => {
    const run = papershelf(createFolder({ 'papers/two.md': bad }), ['check', '--format', 'json']);
    expect(run.code).toBe(1);
    const rules = JSON.parse(run.stdout).map(
      (problem: { rule: string; file: string }) => `${problem.rule} ${problem.file}`,
    );
    expect(rules).toContain('list-missing papers/index.md');
    expect(rules).toContain('year-invalid papers/two.md');
  });

  test('a reader that stops reading ends the command without a stack', () => {
    const papers = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`papers/p${index}.md`, bad]));
    const folder = createFolder({ 'papers/index.md': INDEX, ...papers });
    const command = `${process.execPath} ${join(root, 'lib/papershelf.js')} check | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(stdout.split('\n').length).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at |Error/);
  });

  test('writes nothing but the cache, and with --no-cache nothing at all', () => {
    const folder = createFolder(files);
    papershelf(folder, ['check', '--no-cache']);
    expect([...readTree(folder).keys()]).toEqual(Object.keys(files).sort());
    papershelf(folder, ['check']);
    const paths = [...readTree(folder).keys()].filter((path) => !path.startsWith('node_modules/.cache/papershelf/'));
    expect(paths).toEqual(Object.keys(files).sort());
    expect(papershelf(folder, ['check', '--jobs', '0'])).toMatchObject({
      code: 2,
      stderr: 'papershelf: --jobs takes a number from 1 to 256, not `0`.\n',
    });
  });
});

describe('build', () => {
  test('an error leaves dist as it was, a warning does not stop the build', () => {
    const folder = createFolder({ 'papers/index.md': INDEX, 'papers/one.md': good });
    expect(papershelf(folder, ['build'])).toMatchObject({ code: 0, stdout: '' });
    const before = hashTree(join(folder, 'dist'));
    writeFileSync(join(folder, 'papers/two.md'), bad);
    const failed = papershelf(folder, ['build']);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('topic-unknown');
    expect(hashTree(join(folder, 'dist'))).toEqual(before);
    writeFileSync(join(folder, 'papers/two.md'), toPaper(['title: Two', 'topics: [CLIP + GAN]'], 'So $$x$$ it is.\n'));
    const warned = papershelf(folder, ['build']);
    expect(warned.code).toBe(0);
    expect(warned.stderr).toContain('math-inline-display');
    expect(existsSync(join(folder, 'dist/papers/two.html'))).toBe(true);
  });

  test('replaces only what changed, removes what is gone, keeps what is not its own', () => {
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/one.md': good,
      'papers/two.md': good.replace('One', 'Two'),
    });
    papershelf(folder, ['build']);
    writeFileSync(join(folder, 'dist/CNAME'), 'example.org');
    const before = statSync(join(folder, 'dist/robots.txt')).mtimeMs;
    expect(papershelf(folder, ['build']).stderr).toContain('0 written');
    writeFileSync(join(folder, 'papers/two.md'), toPaper(['title: Two', 'topics: [CLIP + NeRF]', 'draft: true']));
    expect(papershelf(folder, ['build']).stderr).toMatch(/[1-9]\d* removed/);
    expect(existsSync(join(folder, 'dist/papers/two.html'))).toBe(false);
    expect(readFileSync(join(folder, 'dist/CNAME'), 'utf8')).toBe('example.org');
    expect(statSync(join(folder, 'dist/robots.txt')).mtimeMs).toBe(before);
  });

  test('templates of the owner replace ours file by file; a broken one is named', () => {
    const folder = createFolder({
      'papers/index.md': INDEX,
      'papers/one.md': good,
      'templates/style.css': 'body{color:red}',
    });
    papershelf(folder, ['build']);
    const tree = readTree(join(folder, 'dist'));
    const style = [...tree].find(([path]) => /^assets\/style\.\w+\.css$/.test(path));
    expect(style?.[1].toString()).toBe('body{color:red}');
    const before = hashTree(join(folder, 'dist'));
    writeFileSync(join(folder, 'templates/not-found.eta'), '<p><%= it.nothing.there %></p>');
    const run = papershelf(folder, ['build']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('not-found');
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(hashTree(join(folder, 'dist'))).toEqual(before);
  });

  test('same input, same bytes: in any locale, time zone and working directory', () => {
    const list = copyFolder(join(root, 'tests/sites/strange/papers'));
    const folder = createFolder();
    const outs = [
      [{ LC_ALL: 'C', TZ: 'UTC' }, folder],
      [{ LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8', TZ: 'Asia/Tokyo' }, list],
      [{ LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'America/Los_Angeles' }, '/'],
    ] as const;
    const trees = outs.map(([env, cwd], index) => {
      const out = join(folder, `out${index}`);
      const run = papershelf(cwd, ['build', '--papers', list, '--templates', join(folder, 'none'), '--out', out], env);
      expect(run.stderr).toContain('written');
      return hashTree(out);
    });
    expect(trees[1]).toEqual(trees[0]);
    expect(trees[2]).toEqual(trees[0]);
  });
});
