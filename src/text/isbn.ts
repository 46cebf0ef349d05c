/** ISBN: reads the number of a book, https://www.isbn-international.org/content/isbn-users-manual */

/**
 * The number with the hyphens it is written with: `978-0-262-03561-3`, `0262035618`; `undefined` if it does not have ten
 * or thirteen digits, or if the last one does not check the others.
 */
export function toIsbn(text: string): string | undefined {
  const number = text
    .trim()
    .replace(/^(?:urn:)?isbn(?:-1[03])?:?\s*/i, '')
    .replace(/[\s‐‑–]+/g, '-')
    .toUpperCase();
  if (!/^[\dX]+(?:-[\dX]+)*$/.test(number)) return undefined;
  const digits = number.replaceAll('-', '');
  if (/^\d{9}[\dX]$/.test(digits)) return weigh(digits, (at) => 10 - at) % 11 === 0 ? number : undefined;
  return /^97[89]\d{10}$/.test(digits) && weigh(digits, (at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0 ? number : undefined;
}

function weigh(digits: string, toWeight: (at: number) => number): number {
  return [...digits].reduce((sum, digit, at) => sum + (digit === 'X' ? 10 : Number(digit)) * toWeight(at), 0);
}
