/** What a browser keeps is input: whatever the text is, reading it gives what may be used, and never throws. */
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import * as kept from '../../../src/browser/kept.ts';
import { DRAFT, type Kept, PLACE, READING, SELECTION, THEME, VIEW } from '../../../src/browser/kept.ts';
import { createStorage } from '../../../src/browser/storage.ts';
import { isSlug } from '../../../src/model/slug.ts';
import { GARBAGE } from '../../garbage.ts';

afterEach(() => vi.unstubAllGlobals());

function read<T>(one: Kept<T>, text: string): T | undefined {
  const keeper = { getItem: (key: string) => (key === `papershelf:/list/:${one.name}` ? text : null) };
  vi.stubGlobal('window', { [one.keeper]: keeper });
  return createStorage(new URL('https://example.org/list/')).read(one);
}

test('what was kept is read', () => {
  expect(read(VIEW, 'with-notes')).toBe('with-notes');
  expect(read(VIEW, 'without-notes')).toBe('without-notes');
  expect(read(THEME, 'dark')).toBe('dark');
  expect(read(READING, '{"clip":"read","nerf":"to-read"}')).toEqual(
    new Map([['clip', 'read'] as const, ['nerf', 'to-read'] as const]),
  );
  expect(read(SELECTION, 'nerf clip')).toEqual(['nerf', 'clip']);
  const draft = { texts: { title: 'A', notes: '' }, topics: ['Images'] };
  expect(read(DRAFT, JSON.stringify(draft))).toEqual(draft);
  const place = { href: 'http://127.0.0.1/', top: 1, left: 0, open: ['paper-one 0'] };
  expect(read(PLACE, JSON.stringify(place))).toEqual(place);
});

test('what can be used of the rest is used', () => {
  expect(read(READING, '{"clip":"read","nerf":"eaten","No Slug":"read","__proto__":"read"}')).toEqual(
    new Map([['clip', 'read']]),
  );
  expect(read(SELECTION, 'clip ../x  nerf A')).toEqual(['clip', 'nerf']);
  expect(read(DRAFT, '{"texts":{"title":"A","notes":7},"topics":["Images",null]}')).toEqual({
    texts: { title: 'A' },
    topics: ['Images'],
  });
});

test('each is kept under its own name', () => {
  const names = Object.values(kept).map(({ name }) => name);
  expect(names.sort()).toEqual(['draft', 'preview-place', 'reading', 'selection', 'theme', 'view']);
});

const isText = (value: unknown) => typeof value === 'string';

/** That what was read of a text is as its type says. */
function holds(text: string): void {
  expect(['with-notes', 'without-notes', undefined]).toContain(read(VIEW, text));
  expect(['light', 'dark', undefined]).toContain(read(THEME, text));
  for (const [slug, mark] of read(READING, text) ?? []) {
    expect([isSlug(slug), ['to-read', 'reading', 'read'].includes(mark)]).toEqual([true, true]);
  }
  expect((read(SELECTION, text) ?? []).every(isSlug)).toBe(true);
  const draft = read(DRAFT, text);
  if (draft !== undefined) {
    expect([...Object.values(draft.texts), ...draft.topics].every(isText)).toBe(true);
  }
  const place = read(PLACE, text);
  if (place !== undefined) {
    expect([place.href, place.top, place.left].map((value) => typeof value)).toEqual(['string', 'number', 'number']);
    expect(Array.isArray(place.open)).toBe(true);
  }
}

test.each(Object.keys(GARBAGE))('%s', (name) => holds(GARBAGE[name] as string));

test('any text', () => {
  const names = fc.constantFrom(
    'texts',
    'topics',
    'title',
    'href',
    'top',
    'left',
    'open',
    'clip',
    '__proto__',
    'length',
  );
  const leaf = fc.oneof(fc.constantFrom('read', 'x', 0, -1, true, null), fc.string({ maxLength: 5 }));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(names, tie('tree'))),
  }));
  fc.assert(
    fc.property(
      fc.oneof(
        tree.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      holds,
    ),
    { numRuns: 2000 },
  );
});

test('a browser that lets nobody ask keeps nothing', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.stubGlobal(
    'window',
    Object.defineProperties({}, { localStorage: { get: refuse }, sessionStorage: { get: refuse } }),
  );
  const storage = createStorage(new URL('https://example.org/list/'));
  expect([storage.read(VIEW), storage.write(VIEW, 'x'), storage.write(DRAFT, undefined)]).toEqual([
    undefined,
    false,
    false,
  ]);
});
