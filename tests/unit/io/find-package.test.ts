/** Where the running copy comes from: what npm noted, the commit of a checkout, or its folder; and what a list can name. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asksForPackage, findPackage } from '../../../src/io/find-package.ts';
import { placePackage } from '../../../src/io/place-package.ts';
import { WorldError } from '../../../src/io/world-error.ts';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

const NAME = 'node_modules/papershelf';

/** A folder in which npm has installed the package, as it notes that. */
function install(resolved: string | undefined, lock = 'node_modules/.package-lock.json'): string {
  const folder = makeTemporaryFolder();
  const entry = { version: '0.1.0', ...(resolved === undefined ? {} : { resolved }) };
  writeFiles(folder, {
    [`${NAME}/package.json`]: '{ "name": "papershelf", "version": "0.1.0" }',
    [lock]: JSON.stringify({ packages: { [NAME]: entry } }),
    'my files/papershelf-0.1.0.tgz': 'bytes',
  });
  return folder;
}

describe('an installed copy', () => {
  test.each(['node_modules/.package-lock.json', 'package-lock.json'])('comes from where %s says', async (lock) => {
    const folder = install('https://registry.npmjs.org/papershelf/-/papershelf-0.1.0.tgz', lock);
    expect(await findPackage(join(folder, NAME))).toEqual({ from: 'registry', spec: '0.1.0' });
  });

  test.each(['file:my files/papershelf-0.1.0.tgz', 'file:my%20files/papershelf-0.1.0.tgz'])(
    'from the tarball %s',
    async (resolved) => {
      const folder = install(resolved);
      const path = join(folder, 'my files/papershelf-0.1.0.tgz');
      expect(await findPackage(join(folder, NAME))).toEqual({ from: 'tarball', path });
    },
  );

  test.each(['file:gone/papershelf-0.1.0.tgz', undefined, 'npm:other@1.0.0'])(
    'of which nothing is known (%s) is named by its folder',
    async (resolved) => {
      const path = join(install(resolved), NAME);
      expect(await findPackage(path)).toEqual({ from: 'folder', path });
    },
  );
});

describe('a checkout', () => {
  const ENV = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const git = (folder: string, ...args: readonly string[]) => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
    return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', env: ENV }).trim();
  };
  function createCheckout(remote?: string): { folder: string; commit: string } {
    const folder = makeTemporaryFolder();
    writeFiles(folder, { 'package.json': '{ "name": "papershelf" }', 'deep/package.json': '{}' });
    git(folder, 'init', '--quiet', '--initial-branch=main');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'One');
    if (remote !== undefined) git(folder, 'remote', 'add', 'origin', remote);
    return { folder, commit: git(folder, 'rev-parse', 'HEAD') };
  }
  const push = (folder: string) => git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');

  test('is named by its commit if the remote repository has it, without secrets', async () => {
    const { folder, commit } = createCheckout('https://me:secret@example.org/papershelf.git');
    push(folder);
    const spec = `git+https://example.org/papershelf.git#${commit}`;
    expect(await findPackage(folder)).toEqual({ from: 'address', spec });
  });

  test('by its folder if the commit was not pushed, if there is no remote, and if the remote is on this disk', async () => {
    const { folder } = createCheckout('https://example.org/papershelf.git');
    push(folder);
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Two');
    expect(await findPackage(folder)).toEqual({ from: 'folder', path: folder });
    const alone = createCheckout().folder;
    expect(await findPackage(alone)).toEqual({ from: 'folder', path: alone });
    const local = createCheckout('/srv/papershelf.git').folder;
    push(local);
    expect(await findPackage(local)).toEqual({ from: 'folder', path: local });
  });

  test('by its folder if it is only a part of a repository', async () => {
    const { folder } = createCheckout('https://example.org/papershelf.git');
    push(folder);
    const path = join(folder, 'deep');
    expect(await findPackage(path)).toEqual({ from: 'folder', path });
  });
});

describe('what a list names', () => {
  test('a version or an address as it is', () => {
    expect(placePackage({ from: 'registry', spec: '0.1.0' }, '/nowhere')).toEqual({ spec: '0.1.0' });
  });

  test('a tarball inside the list, and a folder, by a path from the list, which need not exist yet', () => {
    const folder = makeTemporaryFolder();
    writeFiles(folder, { 'list/vendor/x.tgz': 'bytes', 'papershelf/package.json': '{}' });
    const list = join(folder, 'list');
    const inside = placePackage({ from: 'tarball', path: join(list, 'vendor/x.tgz') }, list);
    expect(inside).toEqual({ spec: 'file:vendor/x.tgz' });
    const beside = placePackage({ from: 'folder', path: join(folder, 'papershelf') }, join(folder, 'new/list'));
    expect(beside).toEqual({ spec: 'file:../../papershelf' });
  });

  test('a tarball outside the list by a copy in it', () => {
    const folder = makeTemporaryFolder();
    writeFiles(folder, { 'x.tgz': 'bytes' });
    const { spec, file } = placePackage({ from: 'tarball', path: join(folder, 'x.tgz') }, join(folder, 'list'));
    expect(spec).toBe('file:x.tgz');
    expect(file?.path).toBe('x.tgz');
    expect(String(file?.content)).toBe('bytes');
  });

  test('not another file of the same name, and nothing that does not exist', () => {
    const folder = makeTemporaryFolder();
    writeFiles(folder, { 'x.tgz': 'bytes', 'list/x.tgz': 'others' });
    const list = join(folder, 'list');
    expect(() => placePackage({ from: 'tarball', path: join(folder, 'x.tgz') }, list)).toThrow('is another file than');
    for (const [from, name] of [
      ['tarball', 'gone.tgz'],
      ['tarball', 'list'],
      ['folder', 'x.tgz'],
    ] as const) {
      expect(() => placePackage({ from, path: join(folder, name) }, list)).toThrow(WorldError);
    }
  });
});

test.each([
  ['{ "devDependencies": { "papershelf": "0.1.0" } }', true],
  ['{ "dependencies": { "papershelf": "0.1.0" } }', true],
  ['{ "dependencies": { "other": "0.1.0" }, "devDependencies": null }', false],
  ['[]', false],
  ['{', false],
])('a package.json of %s names it: %s', (text, expected) => {
  const folder = makeTemporaryFolder();
  writeFiles(folder, { 'package.json': text });
  expect(asksForPackage(folder)).toBe(expected);
});
