/** Hostile BibTeX, given to the real command: a problem at its line in little time, and nothing of it in what is published. */
import { expect, test } from 'vitest';
import { createFolder, INDEX, papershelf } from './papershelf.ts';

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
