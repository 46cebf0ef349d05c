/** What a paper is called where no markup can stand. */
import { expect, test } from 'vitest';
import { toPlainName } from '../../../src/emit/parts/plain-name.ts';
import { emit, makePaper, makeSite, pageOf } from '../../support/site.ts';

test.each([
  ['$\\beta$-VAE', 'beta-VAE'],
  ['$\\mathcal{F}$ and $x_1$', 'mathcalF and x_1'],
  ['From $5 to $10 a day', 'From $5 to $10 a day'],
  ['From \\$5 to \\$10 a day', 'From $5 to $10 a day'],
])('%s is %s', (title, plain) => {
  expect(toPlainName(makePaper('one', { title }).card)).toBe(plain);
});

test('the title and the description of its page hold no TeX', () => {
  const page = pageOf(
    emit(makeSite([makePaper('one', { title: '$\\beta$-VAE', authors: ['Ann Bee'] })])),
    'papers/one.html',
  );
  expect(page).toContain('<title>beta-VAE · ');
  expect(page).toContain('content="beta-VAE. Ann Bee"');
});
