import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { guardOutFolder } from '../../../src/io/guard-out.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

let root = '';

beforeEach(() => {
  root = makeTemporaryFolder();
  for (const folder of ['home/repo/.git', 'home/repo/list/papers/sub', 'home/repo/site', 'elsewhere']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  symlinkSync('repo/site', join(root, 'home/link'));
  symlinkSync('nowhere', join(root, 'home/loose'));
  symlinkSync('repo/list', join(root, 'home/list'));
  symlinkSync('loop', join(root, 'home/loop'));
  writeFileSync(join(root, 'home/repo/file'), '');
});

const guard = (out: string) =>
  guardOutFolder(out.startsWith('/') ? out : join(root, out), join(root, 'home/repo/list/papers'), join(root, 'home'));

test.each([
  'home/repo/list/dist',
  'home/repo/dist',
  'home/repo/dist/deep/er',
  'home/repo/site',
  'home/dist',
  'elsewhere',
  'elsewhere/new',
  'home/repo/list/papers-site',
  'home/repo/..site',
  'home/repo/.github/site',
])('allows %s', (out) => {
  expect(() => guard(out)).not.toThrow();
});

test.each([
  ['/', 'it is the root of the disk'],
  ['/..', 'it is the root of the disk'],
  ['home/repo/list/papers', 'it is the folder with the papers'],
  ['home/repo/list/papers/', 'it is the folder with the papers'],
  ['home/repo/list', 'the papers are inside it'],
  ['home/repo/list/papers/sub', 'it is inside the folder with the papers'],
  ['home/repo/list/papers/new/dist', 'it is inside the folder with the papers'],
  ['home/repo', 'it is the root of the repository'],
  ['home/repo/.git', 'it contains the files of git itself'],
  ['home/repo/.git/site', 'it contains the files of git itself'],
  ['home', 'the papers are inside it'],
  ['home/link', 'it is a symbolic link'],
  ['home/link/', 'it is a symbolic link'],
  ['home/loose', 'it is a symbolic link'],
  ['home/loose/dist', 'leads nowhere'],
  ['home/list/papers', 'it is the folder with the papers'],
  ['home/list/papers/dist', 'it is inside the folder with the papers'],
  ['home/repo/file', 'it is a file'],
  ['home/repo/file/dist', 'a part of the path is a file'],
])('refuses %s', (out, reason) => {
  expect(() => guard(out)).toThrow(
    expect.objectContaining({ name: 'WorldError', exitCode: 2, message: expect.stringContaining(reason) }),
  );
});

test('names a repository and a home that do not hold the papers', () => {
  mkdirSync(join(root, 'papers'));
  mkdirSync(join(root, 'other/home'), { recursive: true });
  const home = join(root, 'other/home');
  expect(() => guardOutFolder(home, join(root, 'papers'), home)).toThrow('it is your home folder');
  expect(() => guardOutFolder(join(root, 'other'), join(root, 'papers'), home)).toThrow(
    'your home folder is inside it',
  );
  expect(() => guardOutFolder(join(root, 'dist'), join(root, 'papers'), '/')).not.toThrow();
  expect(() => guardOutFolder(join(root, 'dist'), join(root, 'missing'), join(root, 'gone'))).not.toThrow();
});

test('knows a work tree, whose .git is a file, and a repository that is the papers folder', () => {
  const papers = join(root, 'bare');
  mkdirSync(papers);
  writeFileSync(join(papers, '.git'), 'gitdir: elsewhere');
  expect(() => guardOutFolder(join(root, 'dist'), papers, '')).not.toThrow();
  expect(() => guardOutFolder(papers, papers, '')).toThrow('it is the root of the repository');
  expect(() => guardOutFolder(root, papers, '')).toThrow('the papers are inside it');
});
