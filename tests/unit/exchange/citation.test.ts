/** References: a paper as a reference list prints it. */
import { expect, test } from 'vitest';
import { toCitation } from '../../../src/exchange/citation.ts';
import type { Paper } from '../../../src/model/paper.ts';

/** The reference of a paper of which only this is known. */
function cite(paper: Partial<Paper>): string {
  return toCitation({ slug: 'x', title: 'A Title', authors: [], links: [], ...paper } as unknown as Paper);
}

const people = (count: number) => Array.from({ length: count }, (_, at) => `Ann B${String.fromCharCode(97 + at)}`);
const printed = (from: number, to: number) =>
  people(to)
    .slice(from)
    .map((name) => `${name.slice(4)}, A.`)
    .join(', ');

test.each<[string, Partial<Paper>, string]>([
  ['two authors', { authors: ['Or Patashnik', 'Zongze Wu'], year: 2021 }, 'Patashnik, O., & Wu, Z. (2021). A Title.'],
  ['twenty authors', { authors: people(20) }, `${printed(0, 19)}, & ${printed(19, 20)} (n.d.). A Title.`],
  ['more authors', { authors: people(21) }, `${printed(0, 19)}, ... ${printed(20, 21)} (n.d.). A Title.`],
  ['others', { authors: ['Or Patashnik'], hasMoreAuthors: true }, 'Patashnik, O., et al. (n.d.). A Title.'],
  ['twenty and others', { authors: people(20), hasMoreAuthors: true }, `${printed(0, 19)}, et al. (n.d.). A Title.`],
  ['joined initials', { authors: ['Rynson W.H. Lau'] }, 'Lau, R. W. H. (n.d.). A Title.'],
  ['hyphens', { authors: ['Jun-Yan Cohen-Or'] }, 'Cohen-Or, J.-Y. (n.d.). A Title.'],
  ['a nickname', { authors: ['Chiyu "Max" Jiang'] }, 'Jiang, C. (n.d.). A Title.'],
  ['a suffix', { authors: ['John Smith, Jr.'] }, 'Smith, J., Jr. (n.d.). A Title.'],
  ['a single name', { authors: ['OpenAI'], year: 2020 }, 'OpenAI. (2020). A Title.'],
  ['a group', { authors: ['{Google DeepMind}'], year: 2020 }, 'Google DeepMind. (2020). A Title.'],
  ['no author', { year: 2020 }, 'A Title. (2020).'],
  ['a title with its own end', { title: '这是什么？' }, '这是什么？ (n.d.).'],
  ['a title that trails off', { title: 'And so on …' }, 'And so on … (n.d.).'],
  ['a formula and money', { title: '$\\$x$ for \\$5' }, '$\\$x$ for $5. (n.d.).'],
  ['a DOI, before all', { doi: '10.1/x#y', arxiv: '2103.17249' }, 'A Title. (n.d.). https://doi.org/10.1/x%23y'],
  [
    'arXiv',
    { arxiv: '2103.17249', venue: 'arXiv', url: 'https://example.org/' },
    'A Title. (n.d.). arXiv:2103.17249. https://arxiv.org/abs/2103.17249',
  ],
  [
    'an address',
    { venue: 'TOG', url: 'https://a.org/' },
    'A Title. (n.d.). ACM Transactions on Graphics. https://a.org/',
  ],
])('%s', (_, paper, text) => {
  expect(cite(paper)).toBe(text);
});
