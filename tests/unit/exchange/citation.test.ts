/** References: a paper as a reference list prints it. */
import { expect, test } from 'vitest';
import { toCitation } from '../../../src/exchange/citation.ts';
import type { Paper } from '../../../src/model/paper.ts';

/** The reference of a paper of which only this is known. */
function cite(paper: Partial<Paper>): string {
  return toCitation({ slug: 'x', title: 'A Title', authors: [], links: [], ...paper } as unknown as Paper);
}

test('a DOI is an address like everywhere, and goes before the others', () => {
  expect(cite({ doi: '10.1/x#y', arxiv: '2103.17249', url: 'https://example.org/' })).toMatch(
    / https:\/\/doi\.org\/10\.1\/x%23y$/,
  );
});
