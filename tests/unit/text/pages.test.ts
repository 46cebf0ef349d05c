/** Pages, as people write them, as a file has them and as a reference prints them. */
import { expect, test } from 'vitest';
import { partPages, toPages, toPrintedPages } from '../../../src/text/pages.ts';

test.each([
  ['pp. 2085--2094', '2085-2094', '2085–2094', ['2085', '2094']],
  ['2085 – 2094', '2085-2094', '2085–2094', ['2085', '2094']],
  ['149:1---149:14', '149:1-149:14', '149:1–149:14', ['149:1', '149:14']],
  ['p. 7', '7', '7', ['7']],
  ['e30', 'e30', 'e30', ['e30']],
  ['1-3,7 , 9-12', '1-3, 7, 9-12', '1–3, 7, 9–12', ['1-3, 7, 9-12']],
  ['iv-xii', 'iv-xii', 'iv–xii', ['iv', 'xii']],
])('%s', (written, pages, printed, parts) => {
  expect(toPages(written)).toBe(pages);
  expect(toPages(pages)).toBe(pages);
  expect(toPrintedPages(pages)).toBe(printed);
  expect(partPages(pages)).toEqual(parts);
});
