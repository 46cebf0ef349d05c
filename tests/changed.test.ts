/** `check --changed`, run in real repositories of git: what is reported, what is not, and what is refused. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder, hashTree, INDEX, papershelf, root, toPaper } from './support/papershelf.ts';
import { writeFiles } from './support/temporary-folder.ts';

/** No settings of the machine. */
const ENV = {
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', env: ENV, stdio: 'pipe' });
}

function commit(folder: string, files: Readonly<Record<string, string>> = {}): void {
  writeFiles(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'More', '--allow-empty');
}

/** A repository with one commit on the branch `main`. */
function createRepository(files: Readonly<Record<string, string>>): string {
  const folder = createFolder({ '.gitignore': 'node_modules\n*.ignored.md\n' });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder, files);
  return folder;
}

const check = (folder: string, ...args: readonly string[]) => papershelf(folder, ['check', ...args], ENV);

/** `file rule` for each problem that is reported. */
function listReported(folder: string, ...args: readonly string[]): readonly string[] {
  const { stdout, stderr } = check(folder, ...args, '--format', 'json');
  expect(stderr).not.toContain('papershelf: ');
  return JSON.parse(stdout).map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`);
}

const good = (title: string, notes = '') => toPaper([`title: ${title}`, 'topics: [CLIP + GAN]'], notes);
const bad = (title: string) => toPaper([`title: ${title}`, 'topics: [CLIP + GAN]', 'year: soon']);
const LIST = { 'papers/index.md': INDEX, 'papers/old.md': bad('Old'), 'papers/fine.md': good('Fine') };

describe('without a revision', () => {
  test('what is not committed is reported, staged or not, tracked or not, and nothing else', () => {
    const folder = createRepository({ ...LIST, 'papers/edited.md': good('Edited') });
    expect(check(folder, '--changed')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'No paper of this list differs from `HEAD`.\n',
    });
    writeFiles(folder, { 'papers/staged.md': bad('Staged') });
    git(folder, 'add', '--all');
    writeFiles(folder, {
      'papers/edited.md': bad('Edited'),
      'papers/untracked.md': bad('Untracked'),
      'papers/x.ignored.md': bad('Ignored'),
      'papers/_draft.md': 'left alone',
    });
    expect(listReported(folder, '--changed')).toEqual([
      'papers/edited.md year-invalid',
      'papers/staged.md year-invalid',
      'papers/untracked.md year-invalid',
    ]);
    expect(check(folder, '--changed').code).toBe(1);
    expect(check(folder).code).toBe(1);
  });

  test('problems of other papers decide nothing, and good papers are counted', () => {
    const folder = createRepository(LIST);
    writeFiles(folder, { 'papers/new.md': good('New'), 'papers/fine.md': good('Still fine') });
    expect(check(folder, '--changed')).toMatchObject({ code: 0, stdout: '', stderr: '2 files, no problems.\n' });
    expect(check(folder).code).toBe(1);
  });

  test('all rules see the whole list', () => {
    const twin = (title: string, added: string) =>
      toPaper([`title: ${title}`, 'topics: [CLIP + GAN]', 'arxiv: 2103.17249', `added: ${added}`]);
    const folder = createRepository({ ...LIST, 'papers/first.md': twin('First', '2021-01-01') });
    writeFiles(folder, { 'papers/second.md': twin('Second', '2022-01-01') });
    expect(listReported(folder, '--changed')).toEqual(['papers/second.md paper-duplicate']);
  });

  test('a touched file is not a changed one', () => {
    const folder = createRepository(LIST);
    utimesSync(join(folder, 'papers/old.md'), 1e9, 1e9);
    expect(listReported(folder, '--changed')).toEqual([]);
  });

  test('before the first commit everything counts', () => {
    const hasty = (title: string) => good(title, 'So $$x$$ it is.\n');
    const folder = createFolder({ 'papers/index.md': INDEX, 'papers/staged.md': hasty('Staged') });
    git(folder, 'init', '--quiet');
    git(folder, 'add', 'papers/staged.md');
    writeFiles(folder, { 'papers/untracked.md': hasty('Untracked') });
    expect(listReported(folder, '--changed')).toEqual([
      'papers/staged.md math-inline-display',
      'papers/untracked.md math-inline-display',
    ]);
  });

  test('--fix fixes no other file', () => {
    const rough = (title: string) => toPaper(['topics: [CLIP + GAN]', `title: ${title}`]);
    const folder = createRepository({ 'papers/index.md': INDEX, 'papers/old.md': rough('Old') });
    writeFiles(folder, { 'papers/new.md': rough('New') });
    expect(check(folder, '--changed', '--fix')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('1 file fixed'),
    });
    expect(readFileSync(join(folder, 'papers/old.md'), 'utf8')).toBe(rough('Old'));
    expect(readFileSync(join(folder, 'papers/new.md'), 'utf8')).toBe(good('New'));
  });

  test('in a hook of git it stops a bad commit, wherever git is called', () => {
    const folder = createRepository(LIST);
    const hook = join(folder, '.git/hooks/pre-commit');
    writeFiles(folder, {
      '.git/hooks/pre-commit': `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'lib/papershelf.js')}" check --changed\n`,
    });
    chmodSync(hook, 0o755);
    writeFiles(folder, { 'papers/new.md': bad('New') });
    expect(() => commit(join(folder, 'papers'))).toThrow('papers/new.md:4:7 error year-invalid');
    commit(join(folder, 'papers'), { 'new.md': good('New') });
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });
});

describe('with a revision', () => {
  /** `main` got a bad paper and fixed an old one after the branch `topic` had left it. */
  function createBranches(): string {
    const folder = createRepository(LIST);
    git(folder, 'switch', '--quiet', '--create', 'topic');
    commit(folder, { 'papers/mine.md': bad('Mine') });
    git(folder, 'switch', '--quiet', 'main');
    commit(folder, { 'papers/theirs.md': bad('Theirs'), 'papers/old.md': good('Fixed by them') });
    git(folder, 'switch', '--quiet', 'topic');
    writeFiles(folder, { 'papers/untracked.md': bad('Untracked') });
    return folder;
  }

  // These write nothing to it.
  const branches = createBranches();

  test('everything since the branch left it is reported, and nothing that happened there', () => {
    const folder = branches;
    const mine = ['papers/mine.md year-invalid', 'papers/untracked.md year-invalid'];
    for (const args of [['--changed=main'], ['--changed', 'main'], ['--changed', 'HEAD~1']]) {
      expect(listReported(folder, ...args)).toEqual(mine);
    }
    expect(listReported(folder, '--changed')).toEqual(['papers/untracked.md year-invalid']);
    expect(check(folder, '--changed=topic').stderr).not.toContain('papershelf: ');
  });

  test('of several values the last one counts', () => {
    expect(listReported(branches, '--changed=HEAD', '--changed=main')).toHaveLength(2);
  });

  test.each([
    ['--changed=--output=pwned'],
    ['--changed=-O'],
    ['--changed='],
    ['--changed=^main'],
    ['--changed=main..topic'],
    ['--changed=main:papers'],
    ['--changed=no-such-branch'],
    ['--changed', 'papers/mine.md'],
  ])('%s is not a revision', (...args) => {
    const folder = branches;
    const before = hashTree(folder).filter((line) => !line.startsWith('node_modules/'));
    const run = check(folder, ...args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(
      /^papershelf: `.*` is not a commit, branch or tag of this repository\. Fetch it first.*\n$/,
    );
    expect(hashTree(folder).filter((line) => !line.startsWith('node_modules/'))).toEqual(before);
    expect(existsSync(join(folder, 'papers/pwned'))).toBe(false);
  });

  test('a file beside the option is refused', () => {
    const run = check(branches, 'papers/mine.md', '--changed');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('takes files or `--changed`, not both; `papers/mine.md` is a file');
  });

  test('a shallow clone that lacks the common commit is told how to get it', () => {
    const origin = branches;
    const clone = join(createFolder(), 'clone');
    git(dirname(clone), 'clone', '--quiet', '--depth=1', '--branch=topic', `file://${origin}`, clone);
    expect(check(clone, '--changed=origin/main').stderr).toContain('`origin/main` is not a commit');
    git(clone, 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const run = check(clone, '--changed=origin/main');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(
      /^papershelf: `origin\/main` and what is checked out have no commit in common\. .*`git fetch --unshallow`.*\n$/,
    );
    git(clone, 'fetch', '--quiet', '--unshallow', 'origin');
    expect(listReported(clone, '--changed=origin/main')).toEqual(['papers/mine.md year-invalid']);
  });

  test('a branch without a common commit is refused without talk of fetching', () => {
    const folder = createBranches();
    git(folder, 'switch', '--quiet', '--orphan', 'other');
    commit(folder, LIST);
    expect(check(folder, '--changed=main').stderr).toContain(
      'in common. Name the branch that this one was started from.',
    );
  });
});

describe('which files', () => {
  test('names with quotes, line breaks and letters of any script, in a list below the root, with any settings of git', () => {
    const names = ['it\'s "quoted".md', 'line\nbreak.md', 'größe.md', '論文.md', 'back\\slash.md'];
    const files = (text: (title: string) => string) =>
      Object.fromEntries(names.map((name, at) => [`lists/the clip/papers/${name}`, text(`Paper ${at}`)]));
    const folder = createRepository({
      'papers/elsewhere.md': 'x',
      'lists/the clip/papers/index.md': INDEX,
      'lists/the clip/papers/old.md': bad('Old'),
      ...files(good),
    });
    for (const setting of ['diff.relative=false', 'color.ui=always', 'diff.external=false', 'diff.noprefix=true']) {
      git(folder, 'config', ...setting.split('='));
    }
    const list = join(folder, 'lists/the clip');
    expect(listReported(list, '--changed')).toEqual([]);
    writeFiles(folder, { ...files(bad), 'papers/elsewhere.md': 'y' });
    const rules = ['papers/back\\slash.md', 'papers/größe.md', 'papers/it\'s "quoted".md', 'papers/論文.md'].map(
      (file) => `${file} slug-invalid`,
    );
    const reported = listReported(list, '--changed');
    expect(reported).toContain('papers/line\\nbreak.md name-invalid');
    expect(reported).toEqual(expect.arrayContaining(rules));
    expect(reported.filter((line) => line.includes('old.md'))).toEqual([]);
    // From another folder the same files are meant.
    const args = ['--papers', 'lists/the clip/papers', '--format', 'json'];
    expect(JSON.parse(check(folder, '--changed', ...args).stdout)).toHaveLength(reported.length);
    commit(folder);
    expect(listReported(list, '--changed')).toEqual([]);
    expect(listReported(list, '--changed=HEAD~1')).toEqual(reported);
  });

  test('papers that link to a removed or renamed paper are reported with their errors', () => {
    const folder = createRepository({
      'papers/index.md': INDEX,
      'papers/base.md': good('Base'),
      'papers/moved.md': good('Moved'),
      'papers/builder.md': toPaper(['title: Builder', 'topics: [CLIP + GAN]', 'builds_on: [base]']),
      'papers/linker.md': good('Linker', 'As in [that](moved.md) and $$x$$ it is.\n'),
      'papers/old.md': bad('Old'),
    });
    expect(listReported(folder)).toContain('papers/linker.md math-inline-display');
    rmSync(join(folder, 'papers/base.md'));
    renameSync(join(folder, 'papers/moved.md'), join(folder, 'papers/renamed.md'));
    expect(listReported(folder, '--changed')).toEqual([
      'papers/builder.md relation-unknown',
      'papers/linker.md link-dead',
    ]);
    commit(folder);
    expect(listReported(folder, '--changed')).toEqual([]);
    expect(listReported(folder, '--changed', 'HEAD~1')).toHaveLength(2);
  });

  test('a removed paper that nobody links to is no problem', () => {
    const folder = createRepository(LIST);
    rmSync(join(folder, 'papers/old.md'));
    expect(check(folder, '--changed')).toMatchObject({
      code: 0,
      stderr: 'No paper of this list differs from `HEAD`.\n',
    });
  });

  test('a picture counts for the papers that show it', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>';
    const shows = (title: string, name: string) => good(title, `![A picture](${name})\n\nSo $$x$$ it is.\n`);
    const folder = createRepository({
      'papers/index.md': INDEX,
      'papers/a/index.md': shows('A', 'one.svg'),
      'papers/a/one.svg': svg,
      'papers/b/index.md': shows('B', 'two.svg'),
      'papers/b/two.svg': svg,
      'papers/c/index.md': shows('C', 'three.svg'),
      'papers/c/three.svg': svg,
    });
    rmSync(join(folder, 'papers/a/one.svg'));
    writeFiles(folder, { 'papers/b/two.svg': svg.replace('<path', '<script/><path') });
    const reported = listReported(folder, '--changed');
    expect(reported).toEqual(
      expect.arrayContaining(['papers/a/index.md image-missing', 'papers/a/index.md math-inline-display']),
    );
    expect(reported.some((line) => line.startsWith('papers/b/two.svg svg-'))).toBe(true);
    expect(reported.filter((line) => line.startsWith('papers/c/'))).toEqual([]);
  });

  test('a changed list brings its own problems, and the errors of all papers that it declares things for', () => {
    const folder = createRepository({
      ...LIST,
      'papers/old.md': good('Old', 'So $$x$$ it is.\n'),
      'papers/user.md': good('User').replace('GAN', 'NeRF'),
    });
    writeFiles(folder, { 'papers/index.md': INDEX.replace(', CLIP + NeRF', '').replace('title:', 'titel: x\ntitle:') });
    const reported = listReported(folder, '--changed');
    expect(reported).toEqual(['papers/index.md field-unknown', 'papers/user.md topic-unknown']);
  });
});

describe('without a repository', () => {
  test('the reason is given on one line', () => {
    const folder = createFolder(LIST);
    const run = papershelf(folder, ['check', '--changed'], { ...ENV, GIT_CEILING_DIRECTORIES: dirname(folder) });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(
      /^papershelf: `--changed` asks git, but `.*papers` is not in .* Without git, name the files to check\.\n$/,
    );
    expect(run.stderr).toContain('fatal: ');
  });

  test('neither without git', () => {
    const run = papershelf(createFolder(LIST), ['check', '--changed'], { ...ENV, PATH: '/nowhere' });
    expect(run).toMatchObject({
      code: 2,
      stderr: 'papershelf: `--changed` needs git, which cannot be found. Install it, or name the files to check.\n',
    });
  });

  test('nor without a folder of papers', () => {
    expect(check(createFolder(), '--changed').stderr).toContain('There is no folder');
  });
});
