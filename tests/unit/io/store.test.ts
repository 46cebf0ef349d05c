/** Store: what was put in can be read, now and by the next run; what cannot be kept costs the next run time and nothing else. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore, type Store } from '../../../src/io/store.ts';
import type { Card } from '../../../src/model/card.ts';
import type { PackedFile } from '../../../src/model/prepared.ts';
import { makeTemporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

const pack = (key: string): PackedFile => ({
  key,
  paper: {
    card: { slug: key } as Card,
    digests: { card: key, notes: key, records: key, terms: key },
    pieces: { notes: Buffer.from(`notes of ${key}`), records: Buffer.from('{}'), terms: Buffer.from('[]') },
  },
  problems: [],
});

function put(store: Store, keys: readonly string[]): void {
  for (const key of keys) if (store.find(key) === undefined) store.add(pack(key));
  store.save(new Set(keys));
}

function readNotes(store: Store, key: string): string | undefined {
  const paper = store.find(key)?.paper;
  return paper === undefined ? undefined : store.read(paper, 'notes')?.toString();
}

const segmentsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.papers'));

test('the next run of the same program finds everything, another program nothing', () => {
  const folder = join(makeTemporaryFolder(), 'cache');
  const store = openStore(folder, 'one');
  put(store, ['a', 'b']);
  expect(readNotes(store, 'a')).toBe('notes of a');
  expect(readNotes(openStore(folder, 'one'), 'b')).toBe('notes of b');
  expect(openStore(folder, 'two').find('a')).toBeUndefined();
});

test('any union of segments is a store', () => {
  const folder = join(makeTemporaryFolder(), 'cache');
  // Two runs that do not know of each other, as on two machines.
  const [one, other] = [openStore(folder, 'one'), openStore(folder, 'one')];
  expect([one.find('a'), other.find('a')]).toEqual([undefined, undefined]);
  put(one, ['a', 'b']);
  put(other, ['b', 'c']);
  const both = openStore(folder, 'one');
  expect(['a', 'b', 'c'].map((key) => readNotes(both, key))).toEqual(['notes of a', 'notes of b', 'notes of c']);
});

test('many small segments become one, and what no file uses is dropped', () => {
  const folder = join(makeTemporaryFolder(), 'cache');
  const keys = Array.from({ length: 30 }, (_, index) => `paper-${index}`);
  for (const length of keys.keys()) put(openStore(folder, 'one'), keys.slice(0, length + 1));
  expect(segmentsIn(folder).length).toBeLessThan(10);
  const whole = openStore(folder, 'one');
  expect(keys.map((key) => readNotes(whole, key))).toEqual(keys.map((key) => `notes of ${key}`));
  const many = Array.from({ length: 300 }, (_, index) => `gone-${index}`);
  put(openStore(folder, 'one'), [...keys, ...many]);
  put(openStore(folder, 'one'), [...keys, 'new']);
  const left = openStore(folder, 'one');
  expect(left.find('gone-7')).toBeUndefined();
  expect(readNotes(left, 'paper-7')).toBe('notes of paper-7');
  expect(segmentsIn(folder)).toHaveLength(1);
});

test.each([
  ['without a folder', () => undefined],
  [
    'where a file is in the way',
    (folder: string) => {
      writeFiles(folder, { file: '' });
      return join(folder, 'file', 'cache');
    },
  ],
])('%s everything is kept in memory for this run', (_, toFolder) => {
  const folder = toFolder(makeTemporaryFolder());
  const store = openStore(folder, 'one');
  put(store, ['a']);
  expect(readNotes(store, 'a')).toBe('notes of a');
  store.keep('step', { key: 'k', value: [1], bytes: [] });
  expect(store.recall('step')).toMatchObject({ key: 'k', value: [1] });
  expect(openStore(folder, 'one').find('a')).toBeUndefined();
});

test('a segment whose file somebody removed before it was complete serves this run', () => {
  const folder = join(makeTemporaryFolder(), 'cache');
  const store = openStore(folder, 'one');
  store.add(pack('a'));
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  store.save(new Set(['a']));
  expect(readNotes(store, 'a')).toBe('notes of a');
  expect(readdirSync(folder)).toEqual([]);
  expect(openStore(folder, 'one').find('a')).toBeUndefined();
});
