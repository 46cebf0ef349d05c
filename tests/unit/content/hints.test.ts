/** Hints: what is told of names and titles that are likely one, and what is not. */
import { describe, expect, test } from 'vitest';
import { findHints } from '../../../src/content/check/hints/hints.ts';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { parseList } from '../../../src/content/parse/parse-list.ts';
import type { List } from '../../../src/model/list.ts';
import type { Paper } from '../../../src/model/paper.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { generateList } from '../../support/generated-list.ts';
import { toPaper } from '../../support/papershelf.ts';

const toSource = (path: string, text: string) => ({ path, text, digest: '' });

function findAll(list: List, papers: readonly Paper[]): readonly Problem[] {
  return findHints(list, papers, (number) => ({ fields: papers[number]?.places ?? {} }));
}

/** The hints of papers given by the lines of their front-matter, each with a title and an author of its own if need be. */
function hint(papers: readonly (readonly string[])[], listLines: readonly string[] = []): readonly Problem[] {
  const { list } = parseList(toSource('papers/index.md', toPaper(['title: List', 'topics: [A]', ...listLines])));
  const parsed = papers.map((lines, index) => {
    const title = lines.some((line) => line.startsWith('title:')) ? [] : [`title: Paper ${index} of its kind`];
    return parsePaper(toSource(`papers/p${index}.md`, toPaper([...title, ...lines, 'topics: [A]']))).paper as Paper;
  });
  return findAll(list as List, parsed);
}

const authors = (...names: string[]) => `authors: [${names.map((name) => `"${name}"`).join(', ')}]`;

describe('authors', () => {
  test.each([
    ['Amit H. Bermano', 'Amit Haim Bermano'],
    ['Amit Bermano', 'Amit H. Bermano'],
    ['O. Patashnik', 'Or Patashnik'],
    ['A. H. Bermano', 'Amit Haim Bermano'],
    ['Esin Durmus', 'Esin Durmuş'],
    ['Beliz Gunel', 'Beliz Günel'],
    ['Lukasz Kaiser', 'Łukasz Kaiser'],
    ['Jun Yan Zhu', 'Jun-Yan Zhu'],
    ['L. van der Maaten', 'Laurens van der Maaten'],
  ])('%s is probably %s', (lesser, better) => {
    for (const [one, other] of [
      [lesser, better],
      [better, lesser],
    ] as const) {
      const problems = hint([[authors(one)], [authors(other, 'Ada One')]]);
      expect(problems).toMatchObject([{ rule: 'author-variant', severity: 'hint', line: 3 }]);
      expect(problems[0]?.message).toContain(`The author \`${lesser}\` is probably \`${better}\` of papers/p`);
      expect(problems[0]?.hint).toContain(`write \`${better}\``);
    }
  });

  test.each([
    ['Wei Li', 'Wei Xin Li'],
    ['Wei Zhang', 'Wen Zhang'],
    ['W. Zhang', 'Z. Zhang'],
    ['Amit H. Bermano', 'Amit R. Bermano'],
    ['Ada One', 'Ada Two'],
    ['王伟', '汪伟'],
    ['ATLAS Collaboration', 'A. Collaboration'],
    ['John Smith', 'John Smith Jr.'],
  ])('%s is not %s', (one, other) => {
    expect(hint([[authors(one)], [authors(other)]])).toEqual([]);
  });

  test('an initial that may be of two people is left alone', () => {
    expect(hint([[authors('W. Zhang')], [authors('Wei Zhang')], [authors('Wen Zhang')]])).toEqual([]);
  });

  test('two names on one paper are two people', () => {
    expect(hint([[authors('W. Zhang', 'Wei Zhang')]])).toEqual([]);
  });

  test('the more used spelling wins', () => {
    const problems = hint([[authors('Amit Haim Bermano')], [authors('Amit H. Bermano')], [authors('Amit H. Bermano')]]);
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'papers/p0.md The author `Amit Haim Bermano` is probably `Amit H. Bermano` of papers/p1.md.',
    ]);
  });
});

describe.each([
  ['institution', 'institutions', (name: string) => `institutions: ["${name}"]`],
  ['venue', 'venues', (name: string) => `venue: "${name}"`],
] as const)('%s', (noun, field, write) => {
  test.each([
    ['Univ. of Toronto', 'University of Toronto'],
    ['Chinese University of Hong Kong', 'The Chinese University of Hong Kong'],
    ['Adobe Inc.', 'Adobe'],
    ['MIT', 'Massachusetts Institute of Technology'],
    ['CVMP', 'Conference on Visual Media Production'],
    ['NIPS', 'NeurIPS'],
    ['ISOWM', 'International Symposium on Wonderful Matters'],
    ['Shanghai AI Lab', 'Shanghai AI Laboratory'],
    ['Tel Aviv Univeristy', 'Tel Aviv University'],
    ['Proc. of the Symp. on Graphics', 'Symposium on Graphics'],
    ['J. Mach. Learn. Research', 'J. Machine Learning Research'],
  ])('%s is probably %s', (lesser, better) => {
    const problems = hint([[write(better)], [write(lesser)], [write(better)]]);
    expect(problems).toMatchObject([{ rule: `${noun}-variant`, severity: 'hint', file: 'papers/p1.md', line: 3 }]);
    expect(problems[0]?.hint).toContain(`under \`${field}\`: \`- { name: "${better}", aliases: ["${lesser}"] }\``);
  });

  test.each([
    ['ICCV', 'ECCV'],
    ['University of Texas', 'University of Washington'],
    ['Washington University', 'University of Washington'],
    ['Google Research', 'Google'],
    ['Adobe', 'Adobe Research'],
    ['Institute 1 of Physics', 'Institute 2 of Physics'],
    ['C++ Now', 'C Now'],
    ['Austria', 'Australia'],
    ['University of Kent', 'University of Gent'],
    ['SIGGRAPH', 'SIGGRAPH Asia'],
    ['University of California, San Diego', 'University of California, Santa Cruz'],
  ])('%s is not %s', (one, other) => {
    expect(hint([[write(one)], [write(other)]])).toEqual([]);
  });

  test('of what is declared, an alias more is suggested; what is declared apart is two', () => {
    const declared = [`${field}: [{ name: UofT, aliases: [University of Toronto] }]`];
    expect(hint([[write('Univ. of Toronto')]], declared)).toMatchObject([
      { hint: expect.stringContaining('add `Univ. of Toronto` to the `aliases` of `UofT` in papers/index.md') },
    ]);
    const apart = [`${field}: [Univ. of Toronto, University of Toronto]`];
    expect(hint([[write('Univ. of Toronto')], [write('University of Toronto')]], apart)).toEqual([]);
  });
});

test.each([
  ['ACM Multimedia', 'ACM MM'],
  ['PAMI', 'TPAMI'],
  ['SIGKDD', 'KDD'],
  ['Computer Graphics Forum', 'CGF'],
])('%s and %s are names of one known venue', (one, other) => {
  const problems = hint([[`venue: "${one}"`], [`venue: "${other}"`], [`venue: "${other}"`]]);
  expect(problems).toMatchObject([
    { rule: 'venue-variant', file: 'papers/p0.md', message: `The venue \`${one}\` is probably \`${other}\`.` },
  ]);
});

test('a known venue that is written out is no second one', () => {
  const written = 'Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR), 2021';
  expect(hint([[`venue: "${written}"`], ['venue: CVPR']])).toEqual([]);
  expect(hint([['venue: NIPS'], ['venue: Advances in Neural Information Processing Systems 34']])).toMatchObject([
    { rule: 'venue-variant', message: 'The venue `NIPS` is probably `NeurIPS`.' },
  ]);
});

describe('titles', () => {
  const by = authors('Ada One');
  test.each([
    ['Text-Driven Manipulation of StyleGAN Imagery', 'Text Driven Manipluation of StyleGAN Imagery'],
    ['Learning to Prompt for Vision-Language Models', 'Learning to Prompt for Vision-Language Model'],
    ['A Study of Attention in Large Vision Models', 'A Study of the Attention in Large Vision Models'],
  ])('%s is nearly %s', (one, other) => {
    const problems = hint([
      [`title: ${one}`, by],
      [`title: ${other}`, by],
    ]);
    expect(problems).toMatchObject([
      { rule: 'title-similar', severity: 'hint', file: 'papers/p0.md', line: 2 },
      { rule: 'title-similar', severity: 'hint', file: 'papers/p1.md', line: 2 },
    ]);
    expect(problems[1]?.message).toContain('almost the same as that of papers/p0.md');
    const dated = hint([
      [`title: ${one}`, by, 'added: 2022-01-02'],
      [`title: ${other}`, by, 'added: 2022-01-01'],
    ]);
    expect(dated.map(({ file }) => file)).toEqual(['papers/p0.md']);
  });

  test.each([
    ['DOIs', ['doi: 10.1145/a'], ['doi: 10.1145/b']],
    ['arXiv ids', ['arxiv: 2003.08934'], ['url: https://arxiv.org/abs/2003.08935']],
    ['years', ['year: 2015'], ['date: 2016-01']],
    ['authors', ['authors: [Yann LeCun, Yoshua Bengio]'], ['authors: [Ian Goodfellow, Yoshua Bengio]']],
  ])('equal titles whose %s differ are a hint', (difference, one, other) => {
    const problems = hint([
      ['title: Deep Learning', ...one],
      ['title: Deep learning', ...other],
    ]).filter(({ rule }) => rule === 'title-similar');
    expect(problems.map(({ file }) => file)).toEqual(['papers/p0.md', 'papers/p1.md']);
    expect(problems[1]?.message).toBe(`papers/p0.md has the title \`Deep learning\` too; the ${difference} differ.`);
  });

  test.each([
    ['Hierarchical Generation with CLIP Part I', 'Hierarchical Generation with CLIP Part II'],
    ['Zero-Shot Text-Guided 3D Generation', 'Zero-Shot Text-Guided 2D Generation'],
    ['Prompting CLIP for Video Retrieval', 'Prompting CLIP for Image Segmentation'],
    ['Attention', 'Attentions'],
  ])('%s is not %s', (one, other) => {
    expect(
      hint([
        [`title: ${one}`, by],
        [`title: ${other}`, by],
      ]),
    ).toEqual([]);
  });

  test('papers without an author in common are two', () => {
    const one = ['title: A Study of Attention in Large Vision Models', authors('Ada One')];
    expect(hint([one, ['title: A Study of the Attention in Large Vision Models', authors('Bob Two')]])).toEqual([]);
  });
});

test('the order of the papers does not matter', () => {
  const papers = Object.entries(generateList(120))
    .filter(([path]) => path !== 'papers/index.md')
    .map(([path, text]) => parsePaper(toSource(path, text)).paper as Paper);
  const { list } = parseList(toSource('papers/index.md', toPaper(['title: List', 'topics: [A]'])));
  expect(findAll(list as List, papers.toReversed())).toEqual(findAll(list as List, papers));
});
