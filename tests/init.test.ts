/** `init`, and the package as npm packs it: what a new list contains, and that it needs nothing but the package. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createFolder, INDEX, papershelf, readTree, root, toPaper } from './support/papershelf.ts';

const FILES = [
  '.github/workflows/papers.yml',
  '.gitignore',
  '.vscode/paper.schema.json',
  '.vscode/papers.code-snippets',
  '.vscode/settings.json',
  '.vscode/tasks.json',
  'README.md',
  'papers/attention-is-all-you-need.md',
  'papers/index.md',
];
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('init', () => {
  test('starts a list that checks without a problem and builds', () => {
    const folder = createFolder();
    const run = papershelf(folder, ['init', 'list/deep']);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    for (const file of FILES) expect(run.stderr).toContain(`wrote  list/deep/${file}\n`);
    const list = join(folder, 'list/deep');
    expect([...readTree(list).keys()].toSorted()).toEqual(FILES.toSorted());
    expect(papershelf(list, ['check'])).toMatchObject({ code: 0, stdout: '' });
    expect(papershelf(list, ['build']).code).toBe(0);
    expect(readFileSync(join(list, 'dist/papers/attention-is-all-you-need.html'), 'utf8')).toContain('<math');
  });

  test('its settings can be read, and name this version and files that are there', () => {
    const folder = createFolder();
    papershelf(folder, ['init']);
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    const workflow = parse(read('.github/workflows/papers.yml'));
    expect(workflow.env.PAPERSHELF).toBe(`papershelf@${version}`);
    for (const job of Object.values<{ steps: { uses?: string }[] }>(workflow.jobs)) {
      for (const { uses } of job.steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
    }
    const settings = JSON.parse(read('.vscode/settings.json'));
    for (const file of Object.keys(settings['yaml.schemas'])) expect(existsSync(join(folder, file))).toBe(true);
    expect(read('.vscode/paper.schema.json')).toBe(readFileSync(join(root, 'schema/paper.schema.json'), 'utf8'));
    for (const file of FILES) expect(read(file)).not.toMatch(/(?<!\$)\{\{/);
  });

  describe('its workflow', () => {
    interface Job {
      readonly permissions: Record<string, string>;
      readonly steps: readonly { uses?: string; run?: string; if?: string; with?: Record<string, unknown> }[];
      readonly needs?: string;
      readonly if?: string;
    }
    const folder = createFolder();
    papershelf(folder, ['init']);
    const workflow = parse(readFileSync(join(folder, '.github/workflows/papers.yml'), 'utf8'));
    const jobs = Object.entries<Job>(workflow.jobs);
    const stepsOf = (job: Job) => job.steps.map(({ uses, run }) => uses ?? run ?? '');

    test('begins for pull requests, for the main branch and by hand', () => {
      expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push', 'workflow_dispatch']);
      expect(workflow.on.push).toEqual({ branches: ['main'] });
    });

    test('gives no job more than it says, and what runs programs no more than reading the papers', () => {
      expect(workflow.permissions).toEqual({});
      for (const [name, job] of jobs) {
        if (job.steps.some(({ run }) => run !== undefined)) expect(job.permissions, name).toEqual({ contents: 'read' });
        expect(Object.values(job.permissions).includes('write'), name).toBe(name === 'deploy');
      }
      const checkout = workflow.jobs.build.steps.find(({ uses }: { uses?: string }) =>
        uses?.startsWith('actions/checkout@'),
      );
      // Else the token would lie in `.git/config`, where the generator could read it.
      expect(checkout.with).toEqual({ 'persist-credentials': false });
    });

    test('publishes in a job that takes nothing but the built site, and never for a pull request', () => {
      const { deploy } = workflow.jobs as Record<string, Job>;
      expect(deploy).toMatchObject({ permissions: { pages: 'write', 'id-token': 'write' }, needs: 'build' });
      expect(Object.keys(deploy?.permissions ?? {})).toHaveLength(2);
      expect(stepsOf(deploy as Job)).toEqual([expect.stringMatching(/^actions\/deploy-pages@v\d+$/)]);
      expect(deploy?.if).toBe("github.event_name != 'pull_request' && github.ref == 'refs/heads/main'");
    });

    test('checks and builds for a pull request too, which needs no address and leaves no artifact', () => {
      const { build, address } = workflow.jobs as Record<string, Job>;
      expect(build).toMatchObject({ needs: 'address' });
      expect(build?.if).toBeUndefined();
      const runs = build?.steps.filter(({ run }) => run !== undefined) ?? [];
      expect(runs.map(({ run }) => / (check|build) /.exec(run ?? '')?.[1])).toEqual(['check', 'build']);
      expect(runs.map((step) => step.if)).toEqual([undefined, undefined]);
      const notForPulls = [...(build?.steps ?? []), ...(address?.steps ?? [])].filter((step) => step.if !== undefined);
      expect(notForPulls.map(({ uses, if: condition }) => [uses?.replace(/@.*/, ''), condition])).toEqual([
        ['actions/upload-pages-artifact', "github.event_name != 'pull_request'"],
        ['actions/configure-pages', "github.event_name != 'pull_request'"],
      ]);
    });

    test('each of its commands runs, without an address as well', () => {
      const list = createFolder();
      papershelf(list, ['init']);
      for (const { run } of (workflow.jobs.build as Job).steps.filter((step) => step.run !== undefined)) {
        const command = (run as string).replace(
          'npx --yes "$PAPERSHELF"',
          `"${process.execPath}" "${root}/lib/papershelf.js"`,
        );
        for (const SITE of ['', 'https://owner.github.io/list']) {
          const env = { PATH: process.env.PATH, HOME: list, GITHUB_ACTIONS: 'true', SITE };
          expect(spawnSync('bash', ['-ec', command], { cwd: list, env, encoding: 'utf8' })).toMatchObject({
            status: 0,
            stdout: '',
          });
        }
      }
      expect(readFileSync(join(list, 'dist/index.html'), 'utf8')).toContain(
        '<link rel="canonical" href="https://owner.github.io/list/">',
      );
    });
  });

  describe('the main branch', () => {
    const toBranch = (files: Readonly<Record<string, string>>) => {
      const folder = createFolder(files);
      expect(papershelf(folder, ['init']).code).toBe(0);
      const read = (file: string) => readFileSync(join(folder, file), 'utf8');
      const workflow = parse(read('.github/workflows/papers.yml'));
      const told = /^branch: (.*?) +#/m.exec(read('papers/index.md'))?.[1];
      return [workflow.on.push.branches[0], workflow.jobs.deploy.if.split(' == ')[1], told, read('README.md')];
    };
    const LIST = '---\ntitle: L\nbranch: ';

    test.each([
      ['without a repository', {}, ['main', "'refs/heads/main'", undefined]],
      [
        'of the remote',
        { '.git/HEAD': 'ref: refs/heads/side\n', '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/trunk\n' },
        ['trunk', "'refs/heads/trunk'", '"trunk"'],
      ],
      [
        'of a new repository',
        { '.git/HEAD': 'ref: refs/heads/master\n' },
        ['master', "'refs/heads/master'", '"master"'],
      ],
      [
        'while a side branch is checked out',
        { '.git/HEAD': 'ref: refs/heads/side\n', '.git/packed-refs': '' },
        ['main', "'refs/heads/main'", undefined],
      ],
      [
        'while none is',
        { '.git/HEAD': '0123456789012345678901234567890123456789\n' },
        ['main', "'refs/heads/main'", undefined],
      ],
      ['that is no name', { '.git/HEAD': 'ref: refs/heads/a..b\n' }, ['main', "'refs/heads/main'", undefined]],
      [
        'that the list names',
        { 'papers/index.md': `${LIST}v+1/it's\n---\n`, '.git/HEAD': 'ref: refs/heads/x\n' },
        ["v\\+1/it's", "'refs/heads/v+1/it''s'", undefined],
      ],
      [
        'of the repository, if the list names none',
        { 'papers/index.md': '---\ntitle: L\n---\n', '.git/HEAD': 'ref: refs/heads/x\n' },
        ['x', "'refs/heads/x'", undefined],
      ],
    ])('%s', (_, files, expected) => {
      const [pattern, reference, told, readme] = toBranch(files as Record<string, string>);
      expect([pattern, reference, told]).toEqual(expected);
      const name = (expected[1] as string).slice("'refs/heads/".length, -1).replace("''", "'");
      expect(readme).toContain(`Push to \`${name}\``);
    });
  });

  test('the editor task finds the problems that check reports', () => {
    const folder = createFolder();
    papershelf(folder, ['init']);
    writeFileSync(join(folder, 'papers/two.md'), toPaper(['title: Two', 'topics: [None]', 'added: 2021-01-01']));
    const [first, second] = JSON.parse(readFileSync(join(folder, '.vscode/tasks.json'), 'utf8')).tasks[0].problemMatcher
      .pattern;
    const [head, message] = papershelf(folder, ['check', '--format', 'pretty']).stdout.split('\n') as [string, string];
    expect(new RegExp(first.regexp).exec(head)?.slice(1)).toEqual([
      'papers/two.md',
      '3',
      '10',
      'error',
      'topic-unknown',
    ]);
    expect(new RegExp(second.regexp).exec(message)?.[1]).toBe('Topic `None` is not in this list.');
  });

  test('the snippet of the editor, filled in, is a paper', () => {
    const folder = createFolder();
    papershelf(folder, ['init']);
    const snippet = JSON.parse(readFileSync(join(folder, '.vscode/papers.code-snippets'), 'utf8'))['A paper'];
    const filled = snippet.body
      .join('\n')
      .replaceAll('$CURRENT_YEAR', '2024')
      .replaceAll('$CURRENT_MONTH', '05')
      .replaceAll('$CURRENT_DATE', '06')
      .replace('a topic of papers/index.md', 'Transformers')
      .replace(/\$\{\d:([^}]*)\}/g, '$1')
      .replace('$0', 'Words.');
    writeFileSync(join(folder, 'papers/new.md'), filled);
    expect(papershelf(folder, ['check'])).toMatchObject({ code: 0, stdout: '' });
  });

  test('replaces nothing: what is there is kept and reported, a second time nothing is written', () => {
    const folder = createFolder({ 'README.md': 'Mine.', 'papers/index.md': INDEX, 'papers/one.md': 'Mine too.' });
    const before = readTree(folder);
    const run = papershelf(folder, ['init']);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('kept   README.md (already there)\n');
    expect(run.stderr).toContain('kept   papers/ (already there)\n');
    const after = readTree(folder);
    for (const [path, bytes] of before) expect(after.get(path)).toEqual(bytes);
    expect(after.has('papers/attention-is-all-you-need.md')).toBe(false);
    expect(papershelf(folder, ['init']).stderr).toContain('Nothing was missing.');
    expect(readTree(folder)).toEqual(after);
  });

  test('editors are told of the fields that an existing list declares', () => {
    const index = INDEX.replace('topics:', 'fields: [{ name: env, type: terms, values: [Web] }]\ntopics:');
    const folder = createFolder({ 'papers/index.md': index });
    expect(papershelf(folder, ['init']).code).toBe(0);
    const { properties } = JSON.parse(readFileSync(join(folder, '.vscode/paper.schema.json'), 'utf8'));
    expect(properties.env.anyOf[0].enum).toEqual(['Web']);
    expect(Object.keys(properties)).toContain('title');
  });

  test('a link that leads nowhere is somebody’s too', () => {
    const folder = createFolder();
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'README.md'));
    expect(papershelf(folder, ['init']).code).toBe(0);
    expect(lstatSync(join(folder, 'README.md')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });

  test.each([
    ['a file where a folder belongs', { papers: 'Mine.' }, ['init'], '` is a file, not a folder.'],
    ['a file as the folder itself', { list: 'Mine.' }, ['init', 'list'], '` is a file, not a folder.'],
    ['a folder where a file belongs', { 'README.md/x': 'Mine.' }, ['init'], '` is a folder, but a file belongs there'],
    ['two folders', {}, ['init', 'a', 'b'], 'takes one folder, but `b` is a second one'],
  ])('%s is refused before anything is written', (_, files, args, words) => {
    const folder = createFolder(files);
    const before = readTree(folder);
    const run = papershelf(folder, args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(words);
    expect(readTree(folder)).toEqual(before);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written to is a broken world', () => {
    const folder = createFolder();
    mkdirSync(join(folder, 'list'));
    chmodSync(join(folder, 'list'), 0o500);
    const run = papershelf(folder, ['init', 'list']);
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('permission denied');
    expect(readTree(folder).size).toBe(0);
  });
});

describe('the package', () => {
  // The bundle was made before the tests; making it anew would take it away from those that run meanwhile.
  const folder = createFolder({ 'package.json': '{"private": true}' });
  const npm = (args: readonly string[], cwd: string) =>
    spawnSync('npm', args, { cwd, encoding: 'utf8', env: { ...process.env, npm_config_cache: join(folder, '.npm') } });
  const packed = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root);
  const [{ filename, files }] = JSON.parse(packed.stdout) as [{ filename: string; files: { path: string }[] }];

  test('holds the command with its assets, the templates, the schema, the starter, the reference, and nothing else', () => {
    const paths = files
      .map(({ path }) => path)
      .filter((path) => !/^(?:templates|lib\/assets|lib\/command|starter)\//.test(path));
    expect(paths.toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'docs/reference.md',
      'lib/THIRD-PARTY-LICENCES.txt',
      'lib/package.json',
      'lib/papershelf.js',
      'lib/preview/overlay.css',
      'lib/preview/preview.js',
      'package.json',
      'schema/paper.schema.json',
      'schema/papers.schema.json',
    ]);
    const ours = files.map(({ path }) => path).filter((path) => /^(?:templates|starter)\//.test(path));
    const folders = ['starter', 'templates'];
    const onDisk = folders.flatMap((name) => [...readTree(join(root, name)).keys()].map((path) => `${name}/${path}`));
    expect(ours.toSorted()).toEqual(onDisk.toSorted());
    for (const path of files.map(({ path }) => path).filter((path) => path.startsWith('lib/assets/'))) {
      expect(path).toMatch(/\.(?:css|js|woff2)$/);
    }
    for (const path of files.map(({ path }) => path).filter((path) => path.startsWith('lib/command/'))) {
      expect(path).toMatch(/-[A-Z0-9]{8}\.js$/);
    }
  });

  test('installed into an empty folder without a network, its command starts a list, checks and builds it', () => {
    const installed = npm(['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], folder);
    expect(installed.stderr).not.toContain('ERR');
    const bin = join(folder, 'node_modules/.bin/papershelf');
    const run = (args: readonly string[], cwd: string) =>
      spawnSync(bin, args, { cwd, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder } });
    expect(run(['--version'], folder).stdout).toBe(`${version}\n`);
    expect(run(['init', 'list'], folder).status).toBe(0);
    const list = join(folder, 'list');
    expect(run(['check'], list)).toMatchObject({ status: 0, stdout: '' });
    expect(run(['build'], list).status).toBe(0);
    const site = readTree(join(list, 'dist'));
    expect(site.get('index.html')?.toString()).toContain('Attention Is All You Need');
    expect([...site.keys()].filter((path) => /^assets\/style\.\w+\.css$/.test(path))).toHaveLength(1);
  });

  test('builds a folder that holds nothing but papers/', () => {
    const list = createFolder({
      'papers/index.md': INDEX,
      'papers/one.md': toPaper(['title: One', 'topics: CLIP + GAN']),
    });
    const bin = join(folder, 'node_modules/.bin/papershelf');
    expect(spawnSync(bin, ['build'], { cwd: list, encoding: 'utf8' }).status).toBe(0);
    expect(existsSync(join(list, 'dist/papers/one.html'))).toBe(true);
  });
});
