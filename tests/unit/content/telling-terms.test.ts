/** Words: what of a text is counted. */
import { expect, test } from 'vitest';
import { toTellingTerms } from '../../../src/text/keywords.ts';

test.each([
  ['Text-Driven Manipulation of StyleGAN', ['text', 'driven', 'manipulation', 'stylegan']],
  ['Günel, ÉCOLE, Łódź', ['gunel', 'ecole', 'lodz']],
  ['the loss $\\mathcal{L}_{\\mathrm{ID}}(w) + \\lambda$ of 2021', ['loss', 'id']],
  ['基于CLIP的图像', ['基于', 'clip', '的图', '图像']],
  ['3D模型 in 3D', ['3d', '模型', '3d']],
  ['スコア、ガ', ['スコ', 'コア', 'カ']],
  ['한국어 모델', ['한국', '국어', '모델']],
  ['نموذج لغوي', ['نموذج', 'لغوي']],
  ['', []],
])('%s', (text, terms) => expect(toTellingTerms(text)).toEqual(terms));
