/** Where a package comes from: what can be written, what npm and git note, and that no secret is repeated. */
import { expect, test } from 'vitest';
import { hasSecret, readPackageSource, toCommitSpec, toInstalledSource } from '../../../src/text/package-source.ts';

test.each([
  ['0.1.0', { from: 'registry', spec: '0.1.0' }],
  ['papershelf@1.0.0-rc.1', { from: 'registry', spec: '1.0.0-rc.1' }],
  ['./papershelf-0.1.0.tgz', { from: 'tarball', path: './papershelf-0.1.0.tgz' }],
  ['papershelf-0.1.0.tgz', { from: 'tarball', path: 'papershelf-0.1.0.tgz' }],
  ['file:../a b/x.tar.gz', { from: 'tarball', path: '../a b/x.tar.gz' }],
  ['C:\\lists\\x.tgz', { from: 'tarball', path: 'C:\\lists\\x.tgz' }],
  ['..', { from: 'folder', path: '..' }],
  ['../papershelf', { from: 'folder', path: '../papershelf' }],
  ['/srv/papershelf', { from: 'folder', path: '/srv/papershelf' }],
  ['git+https://example.org/p.git#abc', { from: 'address', spec: 'git+https://example.org/p.git#abc' }],
  ['git+ssh://git@example.org/p.git', { from: 'address', spec: 'git+ssh://git@example.org/p.git' }],
  ['github:owner/name#v1', { from: 'address', spec: 'github:owner/name#v1' }],
  ['https://github.com/owner/name#abc', { from: 'address', spec: 'git+https://github.com/owner/name#abc' }],
  ['https://example.org/p.git', { from: 'address', spec: 'git+https://example.org/p.git' }],
  ['https://example.org/p-0.1.0.tgz', { from: 'address', spec: 'https://example.org/p-0.1.0.tgz' }],
])('%s is read', (text, source) => expect(readPackageSource(text)).toEqual(source));

test.each([
  '',
  '^0.1.0',
  'latest',
  'papershelf',
  'papershelf@next',
  'owner/name',
  'other@0.1.0',
  'https://example.org',
])('%j pins nothing that npm could install', (text) => expect(readPackageSource(text)).toBeUndefined());
test.each(['javascript:alert(1)', 'npm:other@1.0.0', 'git+https://example.org/a b', '0.1.0\n"x": "y'])(
  '%j is nothing of ours',
  (text) => expect(readPackageSource(text)).toBeUndefined(),
);

test.each([
  ['https://registry.npmjs.org/papershelf/-/papershelf-0.1.0.tgz', { from: 'registry', spec: '0.1.0' }],
  ['https://npm.example.org/some/where/papershelf/-/papershelf-0.1.0.tgz', { from: 'registry', spec: '0.1.0' }],
  ['https://example.org/papershelf-0.1.0.tgz', { from: 'address', spec: 'https://example.org/papershelf-0.1.0.tgz' }],
  ['git+ssh://git@github.com/o/p.git#abc', { from: 'address', spec: 'git+ssh://git@github.com/o/p.git#abc' }],
  ['git+https://me:secret@example.org/p.git#abc', { from: 'address', spec: 'git+https://example.org/p.git#abc' }],
  ['file:papershelf-0.1.0.tgz', { from: 'tarball', path: 'papershelf-0.1.0.tgz' }],
  ['file:../papershelf', { from: 'folder', path: '../papershelf' }],
])('what npm notes as %s', (resolved, source) => expect(toInstalledSource(resolved, '0.1.0')).toEqual(source));

test.each([
  ['https://github.com/owner/name.git', 'git+https://github.com/owner/name.git#abc'],
  ['https://me:secret@example.org/name.git', 'git+https://example.org/name.git#abc'],
  ['https://token@github.com/owner/name', 'git+https://github.com/owner/name#abc'],
  // Public repositories of a forge can be read without a key.
  ['git@github.com:owner/name.git', 'git+https://github.com/owner/name.git#abc'],
  ['ssh://git@gitlab.com/owner/name.git', 'git+https://gitlab.com/owner/name.git#abc'],
  ['git@git.example.org:owner/name.git', 'git+ssh://git@git.example.org/owner/name.git#abc'],
  ['ssh://git@git.example.org:2222/name.git', 'git+ssh://git@git.example.org:2222/name.git#abc'],
  ['ssh://git:secret@git.example.org/name.git', 'git+ssh://git@git.example.org/name.git#abc'],
])('a commit of %s', (remote, spec) => expect(toCommitSpec(remote, 'abc')).toBe(spec));

test.each(['', '/srv/name.git', '../name', 'file:///srv/name.git', 'http://example.org/name.git', 'C:\\name'])(
  'a commit of %j has no address in a network',
  (remote) => expect(toCommitSpec(remote, 'abc')).toBeUndefined(),
);

test.each([
  ['git+https://token@example.org/p.git', true],
  ['https://me:secret@example.org/p.tgz', true],
  ['git+ssh://git:secret@example.org/p.git', true],
  ['git+ssh://git@example.org/p.git', false],
  ['https://example.org/a@b.tgz', false],
  ['0.1.0', false],
])('%s: a secret? %s', (spec, expected) => expect(hasSecret(spec)).toBe(expected));
