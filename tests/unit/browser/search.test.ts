/** Search: what is found, and what stands first. */
import { describe, expect, test } from 'vitest';
import type { Library } from '../../../src/browser/finder/library.ts';
import { addTerms, openIndex } from '../../../src/browser/finder/open-index.ts';
import { search } from '../../../src/browser/finder/search.ts';
import { FIELD_WEIGHTS, NOTES_FIELD, type PapersData, type WordsData } from '../../../src/model/search-data.ts';
import { runSearchScripts } from '../../support/search-scripts.ts';
import { emit, makeNotes, makePaper, makeSite, makeTopic } from '../../support/site.ts';

const site = makeSite(
  [
    makePaper('adapter', { short: 'CLIP-Adapter', title: 'Better CLIP Models for CLIP', topics: ['CLIP'] }),
    makePaper('clip-nerf', {
      short: 'CLIP-NeRF',
      title: 'CLIP in Zero-Shot Video Prompt Scenes',
      topics: ['CLIP'],
      authors: ['Can Wang', 'Dongdong Chen'],
      institutions: ['UCB', 'HUST'],
      venue: 'NIPS',
      year: 2022,
      arxiv: '2112.05139',
    }),
    makePaper('clip', {
      short: 'CLIP',
      title: 'Models and Images',
      authors: ['Chengyue Cheng'],
      venue: 'NeurIPS',
      year: 2021,
      url: 'https://arxiv.org/pdf/2103.00020.pdf',
      doi: '10.1145/3528223.3530164',
      topics: ['CLIP'],
    }),
    makePaper('chess', { title: 'Chess', authors: ['Chenxi Al'], arxiv: 'hep-th/9901001', year: 2022 }),
    makePaper('told', { title: 'Told', abstract: 'On $\\gamma$-rays, in short.' }),
    makePaper('noted', { title: 'Noted' }, { sections: [makeNotes('noted', '<p>Of chen and of imagery.</p>')] }),
  ],
  {
    topics: [makeTopic('CLIP'), makeTopic('One')],
    venues: [{ name: 'NeurIPS', full: 'Neural Information Processing Systems', aliases: ['NIPS'] }],
    institutions: [
      { name: 'UC Berkeley', aliases: ['UCB'] },
      { name: 'HUST', full: 'Huazhong University of Science and Technology', aliases: [] },
    ],
  },
);
const data = runSearchScripts(emit(site));
const { index, slugs } = data.get('papers') as PapersData;
const papers = openIndex(slugs.length, Object.keys(FIELD_WEIGHTS));
const notes = openIndex(slugs.length, [NOTES_FIELD]);
addTerms(papers, index);
const library = { papers, notes } as unknown as Library;
const findFirst = (text: string) => search(library, text).map(({ paper }) => slugs[paper]);
const first = ['images', 'neurips 2021', 'chess', 'wang'].map(findFirst);
addTerms(papers, (data.get('names') as WordsData).index);
addTerms(notes, (data.get('notes') as WordsData).index);
const find = (text: string) => search(library, text).map(({ paper }) => slugs[paper]);

describe('first stands', () => {
  test.each([
    ['clip', 'clip', 'the paper that is called so'],
    ['cilp', 'clip', 'and with two letters swapped'],
    ['clip nerf', 'clip-nerf', 'a name of two words'],
    ['chess', 'chess', 'a title'],
  ])('for %s %s: %s', (text, slug) => {
    expect(find(text)[0]).toBe(slug);
  });

  test('the word itself, then what begins with it, then the notes', () => {
    expect(find('chen')).toEqual(['clip-nerf', 'clip', 'chess', 'noted']);
  });
});

test('before names and notes are here, titles, venues and the like are found', () => {
  expect(first.map((found) => found[0])).toEqual(['clip', 'clip', 'chess', undefined]);
});

test.each([
  ['ucb', ['clip-nerf'], 'an institution as the paper calls it'],
  ['berkeley', ['clip-nerf'], 'as the list calls it'],
  ['huazhong', ['clip-nerf'], 'written out'],
  ['rays', ['told'], 'a word of an abstract'],
  ['\\gamma', ['told'], 'a TeX command in an abstract'],
  ['nips', ['clip-nerf', 'clip'], 'any name of a venue'],
  ['neural information', ['clip-nerf', 'clip'], 'a venue written out'],
  ['wang et al. 2022', ['clip-nerf'], 'a citation'],
  ['vidoe', ['clip-nerf'], 'neighbours swapped'],
  ['pormpt', ['clip-nerf'], 'neighbours swapped'],
  ['clipnerf', ['clip-nerf'], 'a joined name'],
  ['zerosh', ['clip-nerf'], 'the beginning of one'],
  ['nips2022', ['clip-nerf'], 'letters and digits without a blank'],
  ['2112.05139', ['clip-nerf'], 'an arXiv id'],
  ['2112.0', ['clip-nerf'], 'its beginning'],
  ['https://arxiv.org/abs/2103.00020v2', ['clip'], 'an address, where the paper has another one'],
  ['arXiv:hep-th/9901001', ['chess'], 'an old id'],
  ['https://doi.org/10.1145/3528223.3530164', ['clip'], 'a DOI'],
  ['10.48550/arXiv.2103.00020', ['clip'], 'the DOI of a preprint'],
  ['https://arxiv.org/abs/2103.00021', [], 'an address that no paper has'],
  ['qqqq1234', [], 'nothing at all'],
  ['%', [], 'punctuation'],
])('%s finds %j: %s', (text, slugs) => {
  expect(find(text).toSorted()).toEqual(slugs.toSorted());
});
