/** Words: the same text gives the same terms, whoever asks and however it is accented. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize, toTerms } from '../../../src/text/words.ts';

test.each([
  ['Günel', 'gunel'],
  ['GÜNEL', 'gunel'],
  ['Gu\u0308nel', 'gunel'],
  ['few-shot NeRF', 'few shot nerf'],
  ['Łukasz Øster, Straße', 'lukasz oster strasse'],
  ['\\mathcal{L}_{\\text{CLIP}}(\\beta)', 'mathcal l text clip beta'],
  ['图像编辑', '图像 像编 编辑'],
  ['图', '图'],
  ['用CLIP编辑', '用 clip 编辑'],
  ['ひらがな', 'ひら らか かな'],
  ['한국어', '한국 국어'],
  ['CLIP4Clip', 'clip4clip'],
  ['don’t', 'don t'],
  ['… — ·', ''],
  ['', ''],
])('%s is %s', (text, terms) => {
  expect(toTerms(text).join(' ')).toBe(terms);
});

test.each([
  ['StyleCLIP', 'styleclip clip'],
  ['CLIPDraw', 'clipdraw draw'],
  ['DietNeRF', 'dietnerf nerf'],
  ['CLIP4Clip', 'clip4clip clip'],
  ['GAN', 'gan'],
  ['CLIP-NeRF', 'clip nerf clipnerf'],
  ['Zero\u2010Shot, text-to-image', 'zero shot text to image zeroshot texttoimage'],
  ['DALL·E 2', 'dall e 2 dalle'],
  ['one - two', 'one two'],
])('%s has the parts %s', (text, terms) => {
  expect(toTerms(text, true).join(' ')).toBe(terms);
});

describe('whatever the text', () => {
  const anyText = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

  test('words stand where they say, in order, and are terms themselves', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0;
        for (const { term, start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(toTerms(text.slice(start, end))).toContain(term);
          expect(term).not.toMatch(/[\s:,*]/);
          before = start;
        }
      }),
    );
  });
});
