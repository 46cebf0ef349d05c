import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { isBranchName } from '../../../src/text/branch-name.ts';
import { toEditUrl, toNewFileUrl } from '../../../src/text/github-url.ts';

const GOOD = [
  'main',
  'a',
  'release/2.x',
  'feature/a-b_c',
  'x+y',
  "it's",
  'a#1',
  '100%',
  'ümlaut',
  '主',
  'a@b',
  'a{b}',
  'v1.0',
  'a.locks',
  'a/@',
  '"',
  'a,b',
  'a;b',
  'a&b',
  'refs/heads/a',
];
const BAD = [
  '',
  '/',
  'a/',
  '/a',
  'a//b',
  '.a',
  'a/.b',
  'a.lock',
  'a.lock/b',
  'a..b',
  'a.',
  'a b',
  'a~1',
  'a^',
  'a:b',
  'a?',
  'a*',
  'a[b',
  'a\\b',
  'a@{1}',
  '-a',
  '\u007f',
  'a\tb',
  'a\nb',
];
const hasGit = spawnSync('git', ['--version']).status === 0;
const acceptsGit = (name: string) => spawnSync('git', ['check-ref-format', '--branch', name]).status === 0;

test.each(GOOD)('%j is the name of a branch, for git too', (name) => {
  expect(isBranchName(name)).toBe(true);
  if (hasGit) expect(acceptsGit(name)).toBe(true);
});

test.each(BAD)('%j is none, for git too', (name) => {
  expect(isBranchName(name)).toBe(false);
  if (hasGit) expect(acceptsGit(name)).toBe(false);
});

// Git reads these as something else than they say.
test.each(['@', 'HEAD', '@{-1}'])('%j is none', (name) => expect(isBranchName(name)).toBe(false));

test('addresses keep the slashes of branch and path, and write out the rest', () => {
  const place = { repository: 'owner/name', branch: 'a/b#1' };
  expect(toEditUrl(place, 'papers/x y/?.md')).toBe('https://github.com/owner/name/edit/a/b%231/papers/x%20y/%3F.md');
  expect(toNewFileUrl(place, 'papers/a b.md')).toBe(
    'https://github.com/owner/name/new/a/b%231?filename=papers%2Fa%20b.md',
  );
});
