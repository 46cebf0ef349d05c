/** What is suggested for a word that nobody knows. */
import { expect, test } from 'vitest';
import { distance, suggest } from '../../../src/text/suggest.ts';

test.each([
  ['CLIP+GAN', 'CLIP + GAN'],
  ['clip + gan', 'CLIP + GAN'],
  ['CLIP + NERF', 'CLIP + NeRF'],
  ['CLIP + GANs', 'CLIP + GAN'],
  ['CLPI + GAN', 'CLIP + GAN'],
  ['Domain adaption', 'Domain Adaptation'],
  ['Robotics', undefined],
  ['', undefined],
  ['+', undefined],
  ['x'.repeat(5000), undefined],
])('%j: %j', (word, expected) => {
  expect(suggest(word, ['CLIP + GAN', 'CLIP + NeRF', 'Domain Adaptation'])).toBe(expected);
});

test('short words are not everybody’s neighbours', () => {
  expect(suggest('x', ['y', 'url'])).toBeUndefined();
  expect(suggest('pdf', ['doi', 'url'])).toBeUndefined();
});

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('distance of %j and %j is %d', (left, right, expected) => {
  expect(distance(left, right)).toBe(expected);
  expect(distance(right, left)).toBe(expected);
});
