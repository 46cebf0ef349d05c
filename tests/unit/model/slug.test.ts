import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlug, toSlug } from '../../../src/model/slug.ts';

test.each([
  ['StyleCLIP', 'styleclip'],
  ['CLIP + GAN', 'clip-gan'],
  ['DALL·E 2', 'dall-e-2'],
  ['Günel', 'gunel'],
  ['  --Émile  Zola--  ', 'emile-zola'],
  ['ﬁne', 'fine'],
  ['测试', undefined],
  ['…', undefined],
  ['', undefined],
])('%j becomes %j', (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});

test.each(['a', 'a-b', '3d', 'clip-3d'])('%j is a slug', (text) => expect(isSlug(text)).toBe(true));
test.each(['', 'A', 'a--b', '-a', 'a-', 'a.b', 'a_b', 'é', 'a/b', 'a'.repeat(81)])('%j is none', (text) =>
  expect(isSlug(text)).toBe(false),
);

test('whatever a slug is made from, it is one, and the slug of itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 300, unit: 'grapheme-ascii' })),
      (name) => {
        const slug = toSlug(name);
        if (slug === undefined) return;
        expect(isSlug(slug)).toBe(true);
        expect(toSlug(slug)).toBe(slug);
      },
    ),
  );
});
