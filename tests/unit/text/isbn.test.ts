/** ISBN: which numbers are one, and that a wrong digit is noticed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toIsbn } from '../../../src/text/isbn.ts';

test.each([
  ['978-0-262-03561-3', '978-0-262-03561-3'],
  ['ISBN-13: 978 0 262 03561 3', '978-0-262-03561-3'],
  ['urn:isbn:9783030012397', '9783030012397'],
  ['0-8044-2957-x', '0-8044-2957-X'],
  ['978–0–262–03561–3', '978-0-262-03561-3'],
  ['978-0-262-03561-4', undefined],
  ['977-0-262-03561-3', undefined],
  ['1234567890', undefined],
  ['X-8044-2957-0', undefined],
  ['978-0-262-03561-3, 978-3-030-01239-7', undefined],
  ['', undefined],
])('%s is %s', (text, isbn) => {
  expect(toIsbn(text)).toBe(isbn);
});

test('no digit can be wrong without being noticed', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = [...'9780262035613'].map(Number);
      digits[at] = ((digits[at] as number) + by) % 10;
      expect(toIsbn(digits.join(''))).toBeUndefined();
    }),
  );
});
