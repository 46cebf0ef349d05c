/** References: a paper as a reference list prints it. */
import { expect, test } from 'vitest';
import { toAcm } from '../../../src/exchange/reference-acm.ts';
import { toApa } from '../../../src/exchange/reference-apa.ts';
import { toIeee } from '../../../src/exchange/reference-ieee.ts';
import { toWork } from '../../../src/exchange/work.ts';
import type { Paper } from '../../../src/model/paper.ts';

/** The reference of a paper of which only this is known. */
function cite(known: Partial<Paper>, write = toApa): string {
  const paper = { slug: 'x', title: 'A Title', authors: [], links: [], ...known } as unknown as Paper;
  return write(toWork(paper));
}

const people = (count: number) => Array.from({ length: count }, (_, at) => `Ann B${String.fromCharCode(97 + at)}`);
const joined = (count: number) => `${people(count - 1).join(', ')}, and ${people(count).at(-1)}`;
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

const TWO = { authors: ['Or Patashnik', 'Laurens van der Maaten'], year: 2021 };

test.each<[string, Partial<Paper>, ieee: string, acm: string]>([
  [
    'a conference',
    { ...TWO, venue: 'ICCV', pages: '2085-2094', doi: '10.1/x', arxiv: '2103.17249' },
    'O. Patashnik and L. van der Maaten, “A Title,” in Proceedings of the IEEE/CVF International Conference on Computer Vision, 2021, pp. 2085–2094, doi: 10.1/x.',
    'Or Patashnik and Laurens van der Maaten. 2021. A Title. In Proceedings of the IEEE/CVF International Conference on Computer Vision, 2085–2094. https://doi.org/10.1/x',
  ],
  [
    'a journal',
    { ...TWO, venue: 'TOG', volume: '41', issue: '4', pages: '1-13' },
    'O. Patashnik and L. van der Maaten, “A Title,” ACM Transactions on Graphics, vol. 41, no. 4, pp. 1–13, 2021.',
    'Or Patashnik and Laurens van der Maaten. 2021. A Title. ACM Transactions on Graphics 41, 4 (2021), 1–13.',
  ],
  [
    'a preprint',
    { ...TWO, venue: 'arXiv', arxiv: '2103.17249', title: 'What Is This?' },
    'O. Patashnik and L. van der Maaten, “What Is This?” 2021, arXiv:2103.17249.',
    'Or Patashnik and Laurens van der Maaten. 2021. What Is This? arXiv:2103.17249. https://arxiv.org/abs/2103.17249',
  ],
  [
    'a thesis',
    { authors: ['Plato'], genre: 'PhD thesis', school: 'MIT', year: 2020 },
    'Plato, “A Title,” PhD thesis, MIT, 2020.',
    'Plato. 2020. A Title. PhD thesis. MIT.',
  ],
  [
    'a book',
    { authors: ['Ann Bee'], type: 'book', edition: '2', publisher: 'Springer', year: 2019 },
    'A. Bee, A Title, 2nd ed. Springer, 2019.',
    'Ann Bee. 2019. A Title (2nd ed.). Springer.',
  ],
  [
    'a chapter',
    {
      authors: ['Ann Bee'],
      type: 'chapter',
      venue: 'The Book',
      editors: ['Cy Dee', 'Eve Fox'],
      pages: '7',
      publisher: 'Springer',
      year: 2019,
    },
    'A. Bee, “A Title,” in The Book, C. Dee and E. Fox, Eds., Springer, 2019, p. 7.',
    'Ann Bee. 2019. A Title. In The Book, Cy Dee and Eve Fox (Eds.), Springer, 7.',
  ],
  [
    'a report',
    {
      authors: ['{Google DeepMind}'],
      type: 'report',
      publisher: 'Google',
      issue: '12',
      year: 2024,
      url: 'https://a.org/',
    },
    'Google DeepMind, “A Title,” Google, Rep. 12, 2024. [Online]. Available: https://a.org/',
    'Google DeepMind. 2024. A Title. Technical Report 12. Google. https://a.org/',
  ],
  ['no author, no year', { title: '$\\alpha$ for \\$5' }, '“$\\alpha$ for $5.”', '$\\alpha$ for $5. n.d.'],
  ['more authors than IEEE names', { authors: people(7) }, 'A. Ba et al., “A Title.”', `${joined(7)}. n.d. A Title.`],
  [
    'others',
    { authors: ['Ann Bee', 'Cy Dee'], hasMoreAuthors: true },
    'A. Bee, C. Dee et al., “A Title.”',
    'Ann Bee, Cy Dee, et al. n.d. A Title.',
  ],
])('%s, in the other styles', (_, paper, ieee, acm) => {
  expect(cite(paper, toIeee)).toBe(ieee);
  expect(cite(paper, toAcm)).toBe(acm);
});
