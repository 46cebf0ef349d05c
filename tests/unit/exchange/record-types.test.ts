/** The types of papers: how they are worked out, and what each becomes in every format and in references. */
import { describe, expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { toBibtex } from '../../../src/exchange/bibtex.ts';
import { toApa } from '../../../src/exchange/reference-apa.ts';
import { toRis } from '../../../src/exchange/ris.ts';
import { toWork } from '../../../src/exchange/work.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { toPaper } from '../../support/papershelf.ts';

const read = (lines: readonly string[]): Paper => {
  const text = toPaper(['title: A Title', 'authors: [Ann Bee]', 'year: 2021', 'topics: [One]', ...lines]);
  const { paper, problems } = parsePaper({ path: 'papers/key.md', text, digest: '' });
  expect(problems).toEqual([]);
  return paper as Paper;
};

describe('a type is worked out', () => {
  test.each([
    [['venue: CVPR'], 'conference'],
    [['venue: TOG'], 'article'],
    [['venue: Journal of Odd Things'], 'article'],
    [['venue: bioRxiv'], 'preprint'],
    [['venue: Odd Things'], 'conference'],
    [['venue: Odd Things', 'issue: 4'], 'article'],
    [['venue: AAAI', 'issue: 4'], 'conference'],
    [['school: MIT'], 'thesis'],
    [['genre: PhD thesis', 'venue: arXiv'], 'thesis'],
    [['genre: Technical report'], 'report'],
    [['isbn: 978-0-262-03561-3', 'publisher: MIT Press'], 'book'],
    [['editors: [Cy Dee]', 'publisher: MIT Press'], 'book'],
    [['publisher: MIT Press'], 'preprint'],
    [[], 'preprint'],
    [['venue: CVPR', 'type: Webpage'], 'webpage'],
  ])('%o is %s', (lines, type) => {
    expect(toWork(read(lines)).type).toBe(type);
  });
});

const linesOf = (record: string): readonly string[] =>
  record.split(/\r?\n/).map((line) => line.trim().replace(/,$/, ''));

test.each<[string, readonly string[], readonly string[], readonly string[], string]>([
  [
    'an article',
    ['venue: TOG', 'volume: 41', 'issue: 4', 'pages: "149:1--149:13"', 'publisher: ACM'],
    [
      '@article{key',
      'journal = {ACM Transactions on Graphics}',
      'volume = {41}',
      'number = {4}',
      'pages = {149:1--149:13}',
      'publisher = {ACM}',
    ],
    [
      'TY  - JOUR',
      'T2  - ACM Transactions on Graphics',
      'VL  - 41',
      'IS  - 4',
      'SP  - 149:1',
      'EP  - 149:13',
      'PB  - ACM',
    ],
    'Bee, A. (2021). A Title. ACM Transactions on Graphics, 41(4), 149:1–149:13.',
  ],
  [
    'a paper of a conference',
    ['venue: ICCV', 'pages: 2085–2094', 'publisher: IEEE', 'editors: [Cy Dee]', 'series: LNCS', 'volume: 7'],
    [
      '@inproceedings{key',
      'booktitle = {Proceedings of the IEEE/CVF International Conference on Computer Vision}',
      'editor = {Dee, Cy}',
      'series = {LNCS}',
      'pages = {2085--2094}',
    ],
    ['TY  - CONF', 'A2  - Dee, Cy', 'T3  - LNCS', 'SP  - 2085', 'EP  - 2094', 'PB  - IEEE'],
    'Bee, A. (2021). A Title. In Proceedings of the IEEE/CVF International Conference on Computer Vision (Vol. 7, pp. 2085–2094). IEEE.',
  ],
  [
    'a preprint',
    ['venue: arXiv', 'arxiv: 2103.17249'],
    ['@misc{key', 'eprint = {2103.17249}', 'archivePrefix = {arXiv}'],
    ['TY  - UNPB', 'AN  - arXiv:2103.17249'],
    'Bee, A. (2021). A Title. arXiv:2103.17249. https://arxiv.org/abs/2103.17249',
  ],
  [
    'a thesis of a doctor',
    ['school: University of Amsterdam', 'genre: PhD thesis'],
    ['@phdthesis{key', 'school = {University of Amsterdam}'],
    ['TY  - THES', 'PB  - University of Amsterdam', 'M3  - PhD thesis'],
    'Bee, A. (2021). A Title [PhD thesis, University of Amsterdam].',
  ],
  [
    'a thesis of a master whose school is its venue',
    ['type: thesis', 'venue: MIT', "genre: Master's thesis"],
    ['@mastersthesis{key', 'school = {MIT}'],
    ['TY  - THES', "M3  - Master's thesis"],
    "Bee, A. (2021). A Title [Master's thesis, MIT].",
  ],
  [
    'another thesis',
    ['school: MIT', 'genre: Bachelor thesis'],
    ['@mastersthesis{key', 'type = {Bachelor thesis}'],
    ['M3  - Bachelor thesis'],
    'Bee, A. (2021). A Title [Bachelor thesis, MIT].',
  ],
  [
    'a report',
    ['type: report', 'publisher: OpenAI', 'issue: 12'],
    ['@techreport{key', 'institution = {OpenAI}', 'number = {12}'],
    ['TY  - RPRT', 'PB  - OpenAI', 'SN  - 12'],
    'Bee, A. (2021). A Title (Report No. 12). OpenAI.',
  ],
  [
    'a book',
    ['publisher: MIT Press', 'edition: 2', 'isbn: 978-0-262-03561-3', 'series: Adaptive Computation', 'volume: 3'],
    [
      '@book{key',
      'publisher = {MIT Press}',
      'edition = {2}',
      'isbn = {978-0-262-03561-3}',
      'series = {Adaptive Computation}',
    ],
    ['TY  - BOOK', 'PB  - MIT Press', 'ET  - 2', 'SN  - 978-0-262-03561-3', 'T2  - Adaptive Computation'],
    'Bee, A. (2021). A Title (2nd ed.). Adaptive Computation: Vol. 3. MIT Press.',
  ],
  [
    'a chapter',
    [
      'type: chapter',
      'venue: Tricks of the Trade',
      'editors: [Cy Dee, Eve Fox, et al.]',
      'pages: 437',
      'publisher: Springer',
    ],
    [
      '@incollection{key',
      'booktitle = {Tricks of the Trade}',
      'editor = {Dee, Cy and Fox, Eve and others}',
      'pages = {437}',
    ],
    ['TY  - CHAP', 'T2  - Tricks of the Trade', 'A2  - Dee, Cy', 'A2  - Fox, Eve', 'SP  - 437'],
    'Bee, A. (2021). A Title. In C. Dee, E. Fox, et al. (Eds.), Tricks of the Trade (p. 437). Springer.',
  ],
  [
    'a data set',
    ['type: dataset', 'publisher: Zenodo', 'genre: photographs'],
    ['@misc{key', 'publisher = {Zenodo}', 'type = {Dataset: photographs}'],
    ['TY  - DATA', 'PB  - Zenodo', 'M3  - photographs'],
    'Bee, A. (2021). A Title [Data set]. Zenodo.',
  ],
  [
    'software',
    ['type: software', 'venue: GitHub'],
    ['@misc{key', 'howpublished = {GitHub}', 'type = {Software}'],
    ['TY  - COMP', 'T2  - GitHub'],
    'Bee, A. (2021). A Title [Computer software]. GitHub.',
  ],
  [
    'a web page',
    ['type: webpage', 'venue: OpenAI Blog', 'url: https://example.org/'],
    ['@misc{key', 'howpublished = {OpenAI Blog}', 'type = {Web page}'],
    ['TY  - ELEC', 'T2  - OpenAI Blog'],
    'Bee, A. (2021). A Title. OpenAI Blog. https://example.org/',
  ],
])('%s', (_, lines, bibtex, ris, citation) => {
  const paper = read(lines);
  expect(linesOf(toBibtex(paper))).toEqual(expect.arrayContaining([...bibtex]));
  expect(linesOf(toRis(paper))).toEqual(expect.arrayContaining([...ris]));
  expect(toApa(toWork(paper))).toBe(citation);
});

test.each([
  [['editors: [Cy Dee]'], 'Dee, C. (Ed.). (2021). A Title.'],
  [['editors: [Cy Dee, Eve Fox]'], 'Dee, C., & Fox, E. (Eds.). (2021). A Title.'],
])('a book without authors is listed by its editors', (lines, citation) => {
  const paper = { ...read([...lines, 'type: book']), authors: [] };
  expect(toApa(toWork(paper))).toBe(citation);
});

test('the word "and" in a publisher, a school or an institution parts nothing', () => {
  expect(toBibtex(read(['venue: CVPR', 'publisher: Taylor and Francis']))).toContain(
    'publisher = {Taylor {and} Francis}',
  );
  expect(toBibtex(read(['school: Arts and Crafts']))).toContain('school = {Arts {and} Crafts}');
  expect(toBibtex(read(['type: report', 'publisher: Bee and others']))).toContain('institution = {Bee {and} {others}}');
});

test('a record does not repeat what its entry says', () => {
  expect(toBibtex(read(['school: MIT', 'genre: PhD thesis']))).not.toContain('type =');
  expect(toBibtex(read(['venue: MIT', 'type: thesis', 'genre: PhD thesis']))).not.toContain('howpublished');
  expect(toBibtex(read(['venue: arXiv', 'arxiv: 2103.17249']))).not.toContain('howpublished');
});
