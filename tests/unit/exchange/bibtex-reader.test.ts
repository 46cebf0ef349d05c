/** BibTeX as papers: its words, its faults, and what another program reads in it. */
import { parse } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBibtex } from '../../../src/exchange/bibtex.ts';
import { readBibtex } from '../../../src/exchange/bibtex-reader.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { toTexText } from '../../../src/text/tex-text.ts';

const one = (text: string) => readBibtex(text)[0]?.read;

test('a conference paper, as publishers write it', () => {
  const text = `% a comment
@string{ iccv = "Proceedings of the {IEEE/CVF} International Conference on Computer Vision (ICCV)" }
@InProceedings{Patashnik_2021_ICCV,
    author    = {Patashnik, Or and {van der Berg}, J{\\"o}rg and K\\'{a}lm\\'an Erd\\H{o}s and King, Jr., Martin and {OpenAI and Friends} and others},
    title     = "{StyleCLIP}: {T}ext-Driven Manipulation of
                 {$\\beta$}-{StyleGAN} \\& 50\\% \\emph{more}",
    booktitle = iccv,
    month     = oct,
    year      = 2021 ,
    doi = {10.1109/ICCV48922.2021.00209},
    url = {https://example.org/a\\_b},
    eprint = {2103.17249v1}, archivePrefix = {arXiv},
    keywords = {vision, language; editing},
    pages     = {2085--2094},
}`;
  expect(readBibtex(text)).toEqual([
    {
      line: 3,
      key: 'Patashnik_2021_ICCV',
      read: {
        fields: {
          short: 'StyleCLIP',
          title: 'StyleCLIP: Text-Driven Manipulation of $\\beta$-StyleGAN & 50% more',
          authors: [
            'Or Patashnik',
            'Jörg van der Berg',
            'Kálmán Erdős',
            'Martin King Jr.',
            '{OpenAI and Friends}',
            'et al.',
          ],
          venue: 'ICCV',
          year: '2021',
          date: '2021-10',
          url: 'https://example.org/a_b',
          arxiv: '2103.17249',
          doi: '10.1109/ICCV48922.2021.00209',
          pages: '2085-2094',
          tags: ['vision', 'language', 'editing'],
        },
      },
    },
  ]);
});

describe('arXiv, as search engines write it', () => {
  test.each([
    ['@article{a, title={T}, journal={arXiv preprint arXiv:2103.00020}, year={2021}}', '2103.00020'],
    ['@article{a, title={T}, journal={CoRR}, volume={abs/2103.00020}, year={2021}}', '2103.00020'],
    ['@misc{a, title={T}, eprint={hep-th/9901001}, archivePrefix={arXiv}, year=1999}', 'hep-th/9901001'],
    ['@online{a, title={T}, eprint={2103.00020}, eprinttype={arxiv}, date={2021-02-26}}', '2103.00020'],
    ['@misc{a, title={T}, doi={10.48550/arXiv.2103.00020}, year={2021}}', '2103.00020'],
    [
      '@misc{a, title={T}, howpublished={\\url{https://arxiv.org/abs/2103.00020v2}}, note={arXiv:2103.00020 [cs.CV]}}',
      '2103.00020',
    ],
  ])('%s', (text, arxiv) => {
    expect(one(text)).toMatchObject({ fields: { arxiv, venue: 'arXiv' } });
    expect(one(text)).not.toHaveProperty('fields.doi');
  });
});

test('a volume lends its title and its year, and is no paper itself', () => {
  const text = '@inproceedings(a, title={T}, crossref={V})\n@proceedings{v, title={Proceedings of ECCV}, year={2020}}';
  expect(readBibtex(text)).toMatchObject([{ key: 'a', read: { fields: { venue: 'ECCV', year: '2020' } } }]);
});

describe('faults stand at their lines, and what follows is read', () => {
  test.each([
    ['@misc{a, title={T},\n  ={2020}}', 2, 'Expected a field or `}`, but found `={2020}}`'],
    ['@misc{a, title={T, year={2020}}', 1, 'A brace or a quote is not closed in the record that begins on line 1'],
    ['@misc{a, title "T"}', 1, '`=` after `title`'],
    ['@misc{a b, title={T}}', 1, 'A comma is missing after the key'],
    ['@misc{a, year={2020}}', 1, 'The record `a` has no title'],
  ])('%s', (text, line, words) => {
    const papers = readBibtex(`${text}\n\n@misc{good, title={Good}}\n`);
    expect(papers[0]).toMatchObject({ line, read: { failure: { message: expect.stringContaining(words) } } });
    expect(papers.at(-1)).toMatchObject({ key: 'good', read: { fields: { title: 'Good' } } });
  });
});

test.each([
  ["Fran\\c{c}ois \\'Elie {\\O}rsted", 'François Élie Ørsted'],
  ['{\\v{S}}ime \\v Cech, \\`{a} \\~n \\={u} \\.z \\k{a} \\r a \\d{s} \\u{g}', 'Šime Čech, à ñ ū ż ą å ṣ ğ'],
  ['na{\\"\\i}ve caf\\\'{e} \\ss{} {\\ae}on \\L{}ukasz', 'naïve café ß æon Łukasz'],
  ["pages 1--2~and --- ``quoted''", 'pages 1–2 and — “quoted”'],
  [
    '{\\bf Bold} \\textit{slanted \\emph{twice}} \\LaTeX{} \\href{https://x.org}{here}',
    'Bold slanted twice LaTeX here',
  ],
  ['$\\alpha_{1}$ and \\(x\\) at \\$5 \\{a\\} C\\#', '$\\alpha_{1}$ and $x$ at \\$5 {a} C#'],
  ['for {\\textdollar}3D{\\textdollar} {\\(\\pi\\)}-Nets', 'for \\$3D\\$ $\\pi$-Nets'],
  ['5{\\textmu}m {\\textquotesingle}x{\\textquotesingle} {\\texteuro}5 3{\\texttimes}3', "5µm 'x' €5 3×3"],
  ['  hard\n  wrapped ', 'hard wrapped'],
  ["A -{}- B -{}-{}- '{}'C'{}' ?{}`, 1--2", "A -- B --- ''C'' ?`, 1–2"],
  ['a {\\textless} b \\textbar{} c \\textgreater d', 'a < b | c >d'],
])('TeX %s is %s', (tex, text) => {
  expect(toTexText(tex)).toBe(text);
});

const word = fc
  .stringMatching(/^[A-Za-zÀ-ÿ][a-zà-ÿ]{1,8}$/)
  .filter((text) => !/^(?:and|others)$/i.test(text) && /^[^÷×]*$/.test(text));

test('our own records come back, and another program agrees about the names', () => {
  const paper = fc.record({
    title: fc
      .array(fc.oneof(word, fc.constantFrom('3D', 'CLIP', '&', '100%', '$x_1$', 'C#', '{a}')), {
        minLength: 1,
        maxLength: 6,
      })
      .map((words) => words.join(' ')),
    authors: fc.array(
      fc.tuple(word, word).map((names) => names.join(' ')),
      { minLength: 1, maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(paper, ({ title, authors }) => {
      const text = toBibtex({ slug: 'x', title, authors, year: 2020, links: [], tags: [] } as unknown as Paper);
      expect(one(text)).toMatchObject({ fields: { title, authors, year: '2020' } });
      const theirs = parse(text, { sentenceCase: false }).entries[0]?.fields.author?.map(
        ({ firstName, lastName }) => `${firstName} ${lastName}`,
      );
      expect(authors).toEqual(theirs?.map((name) => name.normalize('NFC')));
    }),
    { numRuns: 50 },
  );
});

describe('authors', () => {
  const authorsOf = (fields: string) => one(`@misc{a, title = {T}, ${fields}}`);
  test.each([
    ['author = {Aad, Georges and others}, collaboration = {ATLAS}', ['ATLAS Collaboration', 'Georges Aad', 'et al.']],
    [
      'author = {Abbott, B. P. and others}, collaboration = {LIGO Scientific, Virgo}',
      ['LIGO Scientific Collaboration', 'Virgo Collaboration', 'B. P. Abbott', 'et al.'],
    ],
    [
      'author = {{Abbott}, R. and {Virgo Collaboration}}, collaboration = {the Virgo}',
      ['R. Abbott', 'Virgo Collaboration'],
    ],
    ['author = {{ATLAS Collaboration}}', ['ATLAS Collaboration']],
    ['author = {Team, Gemini and Anil, Rohan and others}', ['Gemini Team', 'Rohan Anil', 'et al.']],
    ['author = {Collaboration, ATLAS}', ['ATLAS Collaboration']],
    ['author = {Bee, Ann and {others}}', ['Ann Bee', 'et al.']],
  ])('%s', (fields, authors) => {
    expect(authorsOf(fields)).toMatchObject({ fields: { authors } });
  });

  test('DBLP’s numbers go, and are told; other numbers stay', () => {
    const read = authorsOf('author = {Ann Bee and Kaiming He 0001 and Zhang 0042, Wei and {Lab 51}}');
    expect(read).toMatchObject({
      fields: { authors: ['Ann Bee', 'Kaiming He', 'Wei Zhang', '{Lab 51}'] },
      remarks: [
        {
          rule: 'author-namesake',
          message: expect.stringContaining('`Kaiming He 0001` and `Zhang 0042, Wei` have a number in DBLP'),
        },
      ],
    });
    expect(authorsOf('author = {Ann Bee}')).not.toHaveProperty('remarks');
  });
});

describe('venues', () => {
  test.each([
    ['booktitle = {Findings of the Association for Computational Linguistics: {EMNLP} 2023}', 'Findings of EMNLP'],
    [
      'booktitle = {Proceedings of the 2019 Conference of the North {A}merican Chapter of the Association for Computational Linguistics: Human Language Technologies, Volume 1 (Long and Short Papers)}',
      'NAACL',
    ],
    [
      "booktitle = {Proceedings of the 25th ACM SIGKDD International Conference on Knowledge Discovery \\& Data Mining}, series = {KDD '19}",
      'KDD',
    ],
    ["booktitle = {Proceedings of the 9th ACM Conference on Things}, series = {CoT '19}", 'CoT'],
    ["booktitle = {Proceedings of the 29th ACM Conference}, series = {MM '21}", 'ACM MM'],
    ['booktitle = {Proceedings of the 9th ACM Conference on Things}, series = {LNCS}', 'ACM Conference on Things'],
    ['booktitle = {International Conference on 3D Printing, 2019}', 'International Conference on 3D Printing'],
    ['journal = {\\prl}', 'Physical Review Letters'],
    ['journal = "{\\apj}"', 'Astrophysical Journal'],
    ['journal = {\\mnras{}}', 'Monthly Notices of the Royal Astronomical Society'],
    ['journal = {Phys. Lett. B}', 'Phys. Lett. B'],
  ])('%s', (fields, venue) => {
    expect(one(`@misc{a, title = {T}, ${fields}}`)).toMatchObject({ fields: { venue } });
  });
});

test('any text is read or refused', () => {
  const pieces = fc.constantFrom(
    '@',
    'a',
    '{',
    '}',
    '(',
    ')',
    '"',
    '=',
    ',',
    '#',
    '\\',
    ' ',
    '\n',
    '@misc{a,',
    'title={',
    'crossref={a}',
    '~',
    '$',
    "'",
  );
  fc.assert(fc.property(fc.string({ unit: pieces, maxLength: 200 }), (text) => void readBibtex(text)));
});

test.each([
  ["Garc{\\'i}a M{\\'a}rquez, Gabriel", 'García Márquez, Gabriel'],
  ["Gabriel {Garc{\\'i}a M{\\'a}rquez}", 'García Márquez, Gabriel'],
  ['Van Gool, Luc', 'Luc Van Gool'],
  ['{Google DeepMind}', '{Google DeepMind}'],
  ['{Gemini Team}', 'Gemini Team'],
])('the family name of %s is kept', (author, written) => {
  expect(one(`@misc{x, title = {T}, author = {${author}}}`)).toMatchObject({ fields: { authors: [written] } });
});
