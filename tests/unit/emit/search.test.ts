/** Search: the data of the search hold what readers look for, in the orders they expect. */
import { expect, test } from 'vitest';
import type { PapersData } from '../../../src/model/search/search-data.ts';
import { emit, makePaper, makeSite } from './site.ts';

const toData = (site: Parameters<typeof emit>[0]): PapersData =>
  JSON.parse(emit(site).get('search/papers.json') as string);

test('by title: the short name first, then the title', () => {
  const site = makeSite([
    makePaper('adapter', { short: 'CLIP-Adapter', title: 'Better Models' }),
    makePaper('dall-e', { title: 'A Picture' }),
    makePaper('clip', { short: 'CLIP', title: 'Learning Models' }),
    makePaper('other', { short: 'Clip', title: 'Another' }),
  ]);
  const { orders, slugs } = toData(site);
  expect(orders.title.map((paper) => slugs[paper])).toEqual(['dall-e', 'other', 'clip', 'adapter']);
});
