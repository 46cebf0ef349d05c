/** `init`, and the package as npm packs it: what a new list contains, and that it needs nothing but the package. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { createFolder, INDEX, papershelf, readTree, root, toPaper } from './support/papershelf.ts';
import { type Job, runStep, type Step, type StepRun } from './support/workflows.ts';

/** No settings of the machine. */
const NO_SETTINGS = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

const FILES = [
  '.github/dependabot.yml',
  '.github/workflows/links.yml',
  '.github/workflows/papers.yml',
  '.gitignore',
  '.vscode/paper.schema.json',
  '.vscode/papers.code-snippets',
  '.vscode/settings.json',
  '.vscode/tasks.json',
  'README.md',
  'package.json',
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
    const { private: isPrivate, scripts } = JSON.parse(read('package.json'));
    expect(isPrivate).toBe(true);
    for (const [name, script] of Object.entries(scripts)) expect(script).toBe(`papershelf ${name}`);
    expect(Object.keys(scripts).filter((name) => !read('README.md').includes(`npm run ${name}`))).toEqual([]);
    expect(read('README.md')).toContain(`papershelf-${version}.tgz`);
    const settings = JSON.parse(read('.vscode/settings.json'));
    for (const file of Object.keys(settings['yaml.schemas'])) expect(existsSync(join(folder, file))).toBe(true);
    expect(read('.vscode/paper.schema.json')).toBe(readFileSync(join(root, 'schema/paper.schema.json'), 'utf8'));
    for (const file of FILES) expect(read(file)).not.toMatch(/(?<!\$)\{\{/);
  });

  describe('the workflow that publishes', () => {
    const folder = createFolder();
    papershelf(folder, ['init']);
    const workflow = parse(readFileSync(join(folder, '.github/workflows/papers.yml'), 'utf8'));
    const { build, address, deploy } = workflow.jobs as Record<'build' | 'address' | 'deploy', Job>;
    const PULL = "github.event_name == 'pull_request'";
    const NO_PULL = "github.event_name != 'pull_request'";

    test('begins for pull requests, for the main branch and by hand', () => {
      expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push', 'workflow_dispatch']);
      expect(workflow.on.push).toEqual({ branches: ['main'] });
    });

    test('publishes in a job that takes nothing but the built site, and never for a pull request', () => {
      expect(deploy).toMatchObject({ permissions: { pages: 'write', 'id-token': 'write' }, needs: 'build' });
      expect(deploy.steps.map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual(['actions/deploy-pages']);
      expect(deploy.if).toBe(`${NO_PULL} && github.ref == 'refs/heads/main'`);
    });

    test('checks what a pull request changes and keeps its site, which needs no address', () => {
      expect(build).toMatchObject({ needs: 'address' });
      expect(build.if).toBeUndefined();
      const steps = [...address.steps, ...build.steps].filter((step) => step.if !== undefined);
      expect(
        steps.map(({ uses, run, if: condition }) => [condition, uses?.replace(/@.*/, '') ?? run?.split(' ', 6).at(-1)]),
      ).toEqual([
        [NO_PULL, 'actions/configure-pages'],
        [PULL, '--changed=HEAD^'],
        [NO_PULL, '--format'],
        [PULL, 'actions/upload-artifact'],
        [PULL, expect.any(String)],
        [NO_PULL, 'actions/upload-pages-artifact'],
      ]);
    });
  });

  describe('where Papershelf comes from', () => {
    const start = (args: readonly string[], files: Readonly<Record<string, string>> = {}) => {
      const folder = createFolder(files);
      const run = papershelf(folder, ['init', 'list', ...args]);
      const file = join(folder, 'list/package.json');
      const named = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).devDependencies?.papershelf : undefined;
      return { ...run, folder, named };
    };

    test.each([
      ['0.2.0', '0.2.0'],
      ['papershelf@0.2.0', '0.2.0'],
      ['https://github.com/owner/name#v1', 'git+https://github.com/owner/name#v1'],
      ['../x"y.tgz', 'file:x"y.tgz'],
      ['./here', 'file:../here'],
    ])('--package %s', (asked, named) => {
      const files = { 'here/package.json': '{}' };
      const folder = createFolder(files);
      writeFileSync(join(folder, '..', 'x"y.tgz'), 'bytes');
      expect(papershelf(folder, ['init', 'list', '--package', asked])).toMatchObject({ code: 0 });
      const { devDependencies } = JSON.parse(readFileSync(join(folder, 'list/package.json'), 'utf8'));
      expect(devDependencies).toEqual({ papershelf: named });
      rmSync(join(folder, '..', 'x"y.tgz'));
      expect(existsSync(join(folder, 'list/x"y.tgz'))).toBe(named.endsWith('.tgz'));
    });

    test('a folder is named with what to do before the list is published', () => {
      const { stderr } = start(['--package', './here'], { 'here/package.json': '{}' });
      expect(stderr).toContain('`package.json` takes Papershelf from `file:../here`.\n');
      expect(stderr).toContain('Only this computer has that folder. Before you publish the list, run `npm pack` in it');
      expect(start(['--package', '0.1.0']).stderr).not.toContain('Only this computer');
    });

    test.each([
      ['latest', '--package takes a version as in'],
      ['git+https://me:secret@example.org/p.git', 'contains a password or a token'],
      ['./gone.tgz', '` is not a file.'],
    ])('--package %s is refused before anything is written', (asked, words) => {
      const run = start(['--package', asked]);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(words);
      expect(run.stderr).not.toContain('secret');
      expect(readTree(run.folder).size).toBe(0);
    });

    test('a package.json that is there stays as it is, and init says what it lacks', () => {
      const own = '{ "name": "mine" }';
      const lacking = start(['--package', '0.1.0'], { 'list/package.json': own });
      expect(lacking.stderr).toContain(
        '`package.json` does not name Papershelf. Add it with `npm install --save-dev papershelf@0.1.0`.\n',
      );
      expect(readFileSync(join(lacking.folder, 'list/package.json'), 'utf8')).toBe(own);
      const naming = { 'list/package.json': '{ "dependencies": { "papershelf": "0.0.9" } }' };
      expect(start([], naming).stderr).not.toContain('Papershelf');
      expect(start(['--package', '0.1.0'], naming).stderr).toContain('was not changed');
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

  describe('a list that it started has all its workflows need', () => {
    const ENV = { npm_config_cache: join(folder, '.npm'), npm_config_offline: 'true', ...NO_SETTINGS };
    const git = (cwd: string, ...args: readonly string[]) => {
      const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
      const run = spawnSync('git', [...who, ...args], {
        cwd,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, ...NO_SETTINGS },
      });
      expect(run, args.join(' ')).toMatchObject({ status: 0 });
    };
    /** A clone as GitHub makes one: nothing in it but what was committed. */
    const clone = () => {
      const list = join(folder, 'published');
      if (!existsSync(list)) {
        const started = spawnSync(join(folder, 'node_modules/.bin/papershelf'), ['init', 'published'], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect(started).toMatchObject({ status: 0 });
        expect(started.stderr).toContain(`wrote  published/${filename}\n`);
        expect(started.stderr).toContain(`\`package.json\` takes Papershelf from \`file:${filename}\`.\n`);
        git(list, 'init', '--quiet', '--initial-branch=main');
        git(list, 'add', '--all');
        git(list, 'commit', '--quiet', '--message', 'A list');
      }
      const cloned = createFolder();
      git(folder, 'clone', '--quiet', list, cloned);
      return cloned;
    };
    const jobsOf = (list: string, file: string): Record<string, Job> =>
      parse(readFileSync(join(list, '.github/workflows', file), 'utf8')).jobs;
    const toStepsOf = (job: Job | undefined, event: string) =>
      (job?.steps ?? []).filter((step) => {
        if (step.run === undefined) return false;
        return step.if === undefined || step.if.includes(event === 'pull_request' ? '==' : '!=');
      });

    test('to publish what is pushed', async () => {
      const list = clone();
      const runs: StepRun[] = [];
      for (const step of toStepsOf(jobsOf(list, 'papers.yml').build, 'push')) {
        runs.push(await runStep(step, list, { ...ENV, SITE: 'https://owner.github.io/list' }));
      }
      expect(runs.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual([0, 0, 0]);
      const home = readFileSync(join(list, 'dist/index.html'), 'utf8');
      expect(home).toContain('<link rel="canonical" href="https://owner.github.io/list/">');
      expect(runs.map(({ summary }) => summary.split('\n')[0])).toEqual([
        '',
        '### `papershelf check`',
        '### `papershelf build`',
      ]);
      expect(existsSync(join(list, 'dist/feed.xml'))).toBe(true);
    });

    test('to check a pull request', async () => {
      const list = clone();
      git(list, 'checkout', '--quiet', '-b', 'topic');
      writeFileSync(join(list, 'papers/two.md'), toPaper(['title: Two', 'topics: [Transformer]']));
      git(list, 'add', '--all');
      git(list, 'commit', '--quiet', '--message', 'Two');
      git(list, 'checkout', '--quiet', '--detach', 'main');
      git(list, 'merge', '--quiet', '--no-ff', '--no-edit', 'topic');
      const [install, check, build, link] = toStepsOf(jobsOf(list, 'papers.yml').build, 'pull_request') as [
        Step,
        Step,
        Step,
        Step,
      ];
      expect((await runStep(install, list, ENV)).code).toBe(0);
      const bad = await runStep(check, list, ENV);
      expect(bad.code).toBe(1);
      expect(bad.stdout).toContain('::error file=papers/two.md,line=3,');
      expect(bad.summary).toContain('Did you mean `Transformers`?');
      writeFileSync(join(list, 'papers/two.md'), toPaper(['title: Two', 'topics: [Transformers]']));
      git(list, 'commit', '--quiet', '--all', '--amend', '--no-edit');
      expect(await runStep(check, list, ENV)).toMatchObject({ code: 0, stdout: '' });
      expect((await runStep(build, list, { ...ENV, SITE: '' })).code).toBe(0);
      expect(existsSync(join(list, 'dist/papers/two.html'))).toBe(true);
      const { summary } = await runStep(link, list, {
        ...ENV,
        PREVIEW: 'https://github.com/owner/name/actions/runs/1/artifacts/2',
      });
      expect(summary).toContain('[Download the site](https://github.com/owner/name/actions/runs/1/artifacts/2)');
    });

    test('to follow its links', async () => {
      const list = clone();
      const server = createServer((_, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
      onTestFinished(() => void server.close());
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const dead = toPaper(['title: One', `url: http://127.0.0.1:${port}/gone`, 'topics: [Transformers]']);
      rmSync(join(list, 'papers/attention-is-all-you-need.md'));
      writeFileSync(join(list, 'papers/one.md'), dead);
      const [install, check] = toStepsOf(jobsOf(list, 'links.yml').check, 'schedule') as [Step, Step];
      expect((await runStep(install, list, ENV)).code).toBe(0);
      const run = await runStep(check, list, { ...ENV, PAPERSHELF_ALLOW_PRIVATE: '1' });
      expect(run).toMatchObject({ code: 0, outputs: { code: '1' } });
      expect(readFileSync(join(list, 'report.md'), 'utf8')).toContain(`http://127.0.0.1:${port}/gone`);
    });
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
