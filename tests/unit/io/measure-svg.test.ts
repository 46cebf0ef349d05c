/** Measure SVG: the sizes that the attributes of a root give. */
import { expect, test } from 'vitest';
import { measureSvg } from '../../../src/io/measure-svg.ts';

test.each([
  ['width="64" height="48"', 64, 48],
  ["width='64px' height='48.4px'", 64, 48],
  ['width="1in" height="72pt"', 96, 96],
  ['width="2.54cm" height="25.4mm"', 96, 96],
  ['width="1pc" height="1em"', 16, 16],
  ['viewBox="0 0 64 48"', 64, 48],
  ['viewBox=" -5,-5,64,48 "', 64, 48],
  ['width="32" viewBox="0 0 64 48"', 32, 24],
  ['height="24" viewBox="0 0 64 48"', 32, 24],
  ['width="100%" height="100%" viewBox="0 0 64 48"', 64, 48],
  ['width="64" height="48" viewBox="0 0 1 1"', 64, 48],
  ['width="6.4e1" height="+48"', 64, 48],
])('%s', (attributes, width, height) => {
  expect(measureSvg(`<!-- <svg width="1" height="1"> --><s:svg ${attributes}><svg width="2"/></s:svg>`)).toEqual({
    width,
    height,
  });
});

test.each([
  '',
  'width="64"',
  'width="64" height="50%"',
  'width="0" height="9"',
  'width="-1" height="9"',
  'width="x" height="9"',
  'viewBox="0 0 9"',
  'viewBox="0 0 0 9"',
  'width="1e999" height="9"',
])('%s says no size', (attributes) => {
  expect(measureSvg(`<svg ${attributes}/>`)).toBeUndefined();
});

test('what is no XML has no size', () => {
  expect(measureSvg('<svg width="9" height=9>')).toBeUndefined();
  expect(measureSvg('')).toBeUndefined();
});
