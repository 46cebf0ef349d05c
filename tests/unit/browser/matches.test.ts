/** Matches: where words stand in a text, and the stretch of it that shows most of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatches, findSnippet } from '../../../src/browser/finder/matches.ts';
import { toTerms } from '../../../src/text/words.ts';

const show = (text: string, terms: readonly string[]) =>
  findMatches(text, new Set(terms)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Emre Günel and Gunel', ['gunel'], ['Günel', 'Gunel']],
  ['StyleCLIP, CLIP', ['clip'], ['CLIP', 'CLIP']],
  ['用图像编辑', ['图像', '像编', '编辑'], ['图像编辑']],
  ['CLIP-NeRF and CLIP', ['clipnerf'], ['CLIP-NeRF']],
  ['nothing here', ['clip'], []],
])('%s: %j', (text, terms, matches) => {
  expect(show(text, terms)).toEqual(matches);
});

test('a snippet shows the terms that stand close together', () => {
  const filler = 'a word of no weight '.repeat(30);
  const text = `${filler}nerf ${filler}a few-shot nerf of weight ${filler}`;
  const { start, end } = findSnippet(text, new Set(['nerf', 'shot'])) ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toContain('few-shot nerf of weight');
  expect(end - start).toBeLessThan(230);
  expect(text[start - 1]).toBe(' ');
  expect(findSnippet(text, new Set(['gan']))).toBeUndefined();
});

test('whatever the text, a snippet holds a term, and matches do not overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(), (text, pick) => {
      const terms = toTerms(text);
      const wanted = new Set(terms.length === 0 ? [] : [terms[pick % terms.length] as string]);
      const snippet = findSnippet(text, wanted);
      expect(snippet === undefined).toBe(wanted.size === 0);
      if (snippet !== undefined) {
        const shown = toTerms(text.slice(snippet.start, snippet.end));
        expect(shown.some((term) => wanted.has(term))).toBe(true);
      }
      let before = -1;
      for (const { start, end } of findMatches(text, wanted)) {
        expect(start).toBeGreaterThan(before);
        before = end;
      }
    }),
  );
});
