/** Digest parts: equal parts, and only those, have equal digests, whatever was digested before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDigest } from '../../../src/pipeline/digest-parts.ts';

/** Data as parts have them; short words and few names, so that equal pieces are frequent. */
const { anyParts } = fc.letrec((tie) => ({
  anyText: fc.oneof(
    fc.constantFrom('', 'a', 'ab', 'é', 'aé', '\ud800', '\ud801', 'null', '1', 'true', '\u0080', '\u0081\u0000', '𝒳'),
    fc.string({ maxLength: 4 }),
  ),
  anyValue: fc.oneof(
    { maxDepth: 3 },
    tie('anyText'),
    fc.constantFrom(null, true, false, 0, 1, 1.5, -1),
    fc.array(tie('anyValue'), { maxLength: 4 }),
    tie('anyParts'),
  ),
  anyParts: fc.dictionary(fc.constantFrom('a', 'ab', 'é', 'path'), tie('anyValue'), { maxKeys: 3 }),
})) as { readonly anyParts: fc.Arbitrary<object> };

test('parts have the same digest if JSON is the same, and another if it differs', () => {
  const digest = createDigest('shared');
  fc.assert(
    fc.property(fc.array(anyParts, { maxLength: 30 }), (all) => {
      const byJson = new Map(all.map((parts) => [JSON.stringify(parts), digest('kind', parts)]));
      expect(new Set(byJson.values()).size).toBe(byJson.size);
      for (const [json, known] of byJson) expect(createDigest('shared')('kind', JSON.parse(json))).toBe(known);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a text and a number', { a: '1' }, { a: 1 }],
  ['a text and a truth', { a: 'true' }, { a: true }],
  ['a text and nothing', { a: 'null' }, { a: null }],
  ['one text and two', { a: ['ab'] }, { a: ['a', 'b'] }],
  ['lists nested otherwise', { a: [['a'], 'b'] }, { a: [['a', 'b']] }],
  ['a name and its value', { ab: 'c' }, { a: 'bc' }],
  ['a list and an object', { a: [] }, { a: {} }],
  ['half a character and another half', { a: '\ud800' }, { a: '\ud801' }],
])('%s differ', (_, one, other) => {
  const digest = createDigest('');
  expect(digest('kind', one)).not.toBe(digest('kind', other));
});

test('what all pages share, and the kind, count too', () => {
  const all = ['ab', 'a'].flatMap((shared) => ['c', 'bc'].map((kind) => createDigest(shared)(kind, {})));
  expect(new Set(all).size).toBe(4);
});

test('a value that is missing is one that is left out', () => {
  const digest = createDigest('');
  expect(digest('kind', { a: 1, b: undefined })).toBe(digest('kind', { a: 1 }));
});

test('a piece with a digest counts as that alone', () => {
  const digest = createDigest('');
  const card = { title: 'One', digest: 'abc' };
  expect(digest('kind', { card })).toBe(digest('kind', { card: { title: 'Two', digest: 'abc' } }));
  expect(digest('kind', { card })).not.toBe(digest('kind', { card: { ...card, digest: 'abd' } }));
});

test('a long list counts by what is in it, whether it is met for the first time or again, as itself or as a copy', () => {
  const list = (last: string) => [...Array.from({ length: 5000 }, (_, at) => ({ at, name: `paper ${at} – é` })), last];
  const digest = createDigest('');
  const shared = list('end');
  const first = digest('kind', { before: 1, shared, after: 2 });
  expect(digest('kind', { before: 1, shared, after: 2 })).toBe(first);
  expect(digest('kind', { before: 1, shared: list('end'), after: 2 })).toBe(first);
  expect(createDigest('')('kind', { before: 1, shared, after: 2 })).toBe(first);
  expect(digest('kind', { before: 1, shared: list('End'), after: 2 })).not.toBe(first);
  expect(digest('kind', { before: 1, shared, after: 3 })).not.toBe(first);
  expect(digest('kind', { before: 1, shared: shared.slice(1), after: 2 })).not.toBe(first);
});
