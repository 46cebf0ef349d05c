/** Hostile BibTeX, given to the real command: a problem at its line, quickly, and nothing of it in what is published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder, INDEX, papershelf, toPaper } from './support/papershelf.ts';

const TOPIC = ['--topic', 'CLIP + GAN'];
const twice = (name: string, before: string) => `@string{${name}=${Array(8).fill(before).join('#')}}\n`;
const BOMB = `@string{a="xxxxxxxx"}\n${'bcdefghi'.replace(/./g, (name) => twice(name, String.fromCharCode(name.charCodeAt(0) - 1)))}`;

test('a bomb of macros in a file to add', () => {
  // 238 bytes: 8 to the 9th characters, 64 times the longest string of V8.
  const short = `${BOMB}@misc{k,title=i}`.replaceAll('\n', '');
  expect(short.length).toBeLessThan(300);
  for (const bomb of [short, `${BOMB}@misc{k,title=i#i#i#i#i#i#i#i#i#i}\n`]) {
    const folder = createFolder({ 'papers/index.md': INDEX, 'bomb.bib': bomb });
    const { code, stdout, stderr } = papershelf(folder, ['add', 'bomb.bib', ...TOPIC]);
    expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('bomb.bib');
    expect(stderr).toContain('expands to more than 65536 characters in the record that begins on line');
  }
});

test.each(['check', 'build'])('a bomb of macros in a paper, to %s', (verb) => {
  const record = `${BOMB}@misc{k,title=i#i#i#i#i#i#i#i#i#i}`.split('\n').map((line) => `  ${line}`);
  const paper = toPaper(['title: T', 'topics: [CLIP + GAN]', 'bibtex: |', ...record]);
  const { code, stdout, stderr } = papershelf(createFolder({ 'papers/index.md': INDEX, 'papers/bomb.md': paper }), [
    verb,
  ]);
  expect(code, stderr).toBe(1);
  expect(stdout + stderr).toContain('papers/bomb.md:5');
  expect(stdout + stderr).toContain('bibtex-command');
});

test('TeX that acts, in a file to add, is text in what is published', () => {
  const bib = `@misc{a, title = {A title $x%\\write18{a}$ \\input{b} $\\immediate\\openout c$ ^^5cread}, author = {Ann \\catcode Bee}}
@misc{b, title = {$\\verb|\\write18|$ and a title}}
@misc{c, title = {Yet another $\\alpha_1$}, url = {https://example.org/^^5cinput/x}}`;
  const folder = createFolder({ 'papers/index.md': INDEX, 'some.bib': bib });
  const added = papershelf(folder, ['add', 'some.bib', ...TOPIC]);
  expect(added.code, added.stderr).toBe(0);
  expect(papershelf(folder, ['build']).code).toBe(0);
  const published = readFileSync(join(folder, 'dist/papers.bib'), 'utf8');
  expect(published).not.toMatch(/\\(?:write|input|immediate|openout|read|catcode|verb)|\^\^/);
  expect(published).toContain('$\\alpha_1$');
});
