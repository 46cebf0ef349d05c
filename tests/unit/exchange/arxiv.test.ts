/** arXiv's answers as papers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArxiv } from '../../../src/exchange/arxiv.ts';
import type { PaperFields } from '../../../src/model/paper-fields.ts';
import { ATOM_ERROR, toAtom } from '../../support/answers.ts';

function fieldsOf(xml: string): PaperFields {
  const read = readArxiv(xml);
  if ('failure' in read) throw new Error(read.failure.message);
  return read.fields;
}

test('a preprint: title and abstract without the breaks, authors in order, no version', () => {
  expect(fieldsOf(toAtom({ authors: ['Or Patashnik', ':', 'Gy\u00f6rgy K\\"onig'] }))).toEqual({
    short: 'StyleCLIP',
    title: 'StyleCLIP: Text-Driven Manipulation of StyleGAN Imagery',
    authors: ['Or Patashnik', 'György König'],
    venue: 'arXiv',
    year: '2021',
    date: '2021-03-31',
    arxiv: '2103.17249',
    url: 'https://arxiv.org/abs/2103.17249',
    abstract: 'Inspired by the ability of StyleGAN, we edit pictures by words.',
  });
});

test.each([
  ['http://arxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001'],
  ['https://arxiv.org/abs/math/0611800v2', 'math/0611800'],
  ['http://arxiv.org/abs/0704.0001v1', '0704.0001'],
])('the id of %s', (id, arxiv) => {
  expect(fieldsOf(toAtom({ id }))).toMatchObject({ arxiv, url: `https://arxiv.org/abs/${arxiv}` });
});

describe('venue', () => {
  test.each([
    ['Accepted to CVPR 2022', 'CVPR', '2022', undefined],
    ['ICLR 2021 (oral)', 'ICLR', '2021', 'Oral'],
    ['18 pages, 24 figures. To appear in NIPS 2017', 'NeurIPS', '2017', undefined],
    ["CVPR'22, project page: https://example.org", 'CVPR', '2022', undefined],
    ['SIGGRAPH Asia 2021, Best Paper', 'SIGGRAPH Asia', '2021', 'Best Paper'],
    ['ECCV2022 camera-ready', 'ECCV', '2022', undefined],
    ['Accepted by ACM Transactions on Graphics', 'TOG', '2021', undefined],
    ['Published at the CVPR 2021 Workshop on Vision', 'CVPR Workshops', '2021', undefined],
    ['Submitted to CVPR 2022', 'arXiv', '2021', undefined],
    ['Under review at ICLR 2023', 'arXiv', '2021', undefined],
    ['Winner of the CVPR 2020 challenge; accepted to ECCV 2020', 'ECCV', '2020', undefined],
    ['Extended version of our ICCV 2019 paper', 'arXiv', '2021', undefined],
    ['Computer Science, 12 pages. Nature of things 2019', 'arXiv', '2021', undefined],
    ['18 pages, 24 figures', 'arXiv', '2021', undefined],
  ])('%s', (comment, venue, year, award) => {
    const fields = fieldsOf(toAtom({ more: `<arxiv:comment>${comment}</arxiv:comment>` }));
    expect(fields).toMatchObject({ venue, year });
    expect(fields.award).toBe(award);
    expect(fields.date).toBe(year === '2021' ? '2021-03-31' : undefined);
  });

  test.each([
    [
      'Proceedings of the IEEE/CVF International Conference on Computer Vision\n (ICCV), 2021, pp. 2085-2094',
      'ICCV',
      '2021',
    ],
    ['Advances in Neural Information Processing Systems 34 (2021)', 'NeurIPS', '2021'],
    ['ACM Trans. Graph. 41, 4, Article 102 (July 2022)', 'TOG', '2022'],
    ['Phys. Rev. Lett. 120 (2018) 123', 'Phys. Rev. Lett.', '2018'],
    ['Adv.Theor.Math.Phys.2:231-252,1998', 'Adv.Theor.Math.Phys.', '1998'],
    ['Nature 577, 706-710 (2020)', 'Nature', '2020'],
    ['Nature Communications 12, 1 (2021)', 'Nature Communications', '2021'],
  ])('by reference: %s', (reference, venue, year) => {
    const more = `<arxiv:journal_ref>${reference}</arxiv:journal_ref><arxiv:doi>10.1000/x 10.2000/y</arxiv:doi>`;
    expect(fieldsOf(toAtom({ more }))).toMatchObject({ venue, year, doi: '10.1000/x' });
  });
});

describe('what a reference says behind the journal', () => {
  test.each([
    ['Proceedings of ICCV, 2021, pp. 2085-2094', { pages: '2085-2094' }],
    ['CVPR 2021, 2085-2094', {}],
    ['Advances in Neural Information Processing Systems 34 (2021)', { volume: '34' }],
    ['ACM Trans. Graph. 41, 4, Article 102 (July 2022)', { volume: '41', issue: '4', pages: '102' }],
    ['Phys. Rev. Lett. 120 (2018) 123', { volume: '120', pages: '123' }],
    ['Phys.Rev.D 100 (2019) 5, 055012', { volume: '100', issue: '5', pages: '055012' }],
    ['Phys. Rev. Lett. 116, 061102 (2016)', { volume: '116', pages: '061102' }],
    ['Adv.Theor.Math.Phys.2:231-252,1998', { volume: '2', pages: '231-252' }],
    ['Nature 577, 706-710 (2020)', { volume: '577', pages: '706-710' }],
    ['Nature Communications 12, 1 (2021)', {}],
    ['Journal of Machine Learning Research 21(140):1--67, 2020', { volume: '21', issue: '140', pages: '1-67' }],
    ['IEEE TPAMI, vol. 44, no. 5, pp. 2345–2360, May 2022', { volume: '44', issue: '5', pages: '2345-2360' }],
    ['Int. J. Comput. Vis. 130 (2022)', { volume: '130' }],
    ['ECCV 2020', {}],
  ])('%s', (reference, place) => {
    const { volume, issue, pages } = fieldsOf(toAtom({ more: `<arxiv:journal_ref>${reference}</arxiv:journal_ref>` }));
    expect({ volume, issue, pages }).toEqual({ volume: undefined, issue: undefined, pages: undefined, ...place });
  });
});

test.each([
  ['PhD thesis, University of Cambridge, 200 pages', 'PhD thesis', 'University of Cambridge'],
  ['Doctoral dissertation at the ETH Zurich', 'PhD thesis', 'ETH Zurich'],
  ["Master's thesis, 80 pages", "Master's thesis", undefined],
  ['Part of a PhD thesis, MIT', undefined, undefined],
  ['18 pages', undefined, undefined],
])('the comment %s', (comment, genre, school) => {
  const fields = fieldsOf(toAtom({ more: `<arxiv:comment>${comment}</arxiv:comment>` }));
  expect({ genre: fields.genre, school: fields.school }).toEqual({ genre, school });
});

describe('links', () => {
  test.each([
    [
      'Code is available at https://github.com/orpatashnik/StyleCLIP.',
      { code: 'https://github.com/orpatashnik/StyleCLIP' },
    ],
    ['see \\url{https://example.org/a\\_b} (project page).', {}],
    ['Project page: \\url{https://example.org/a\\_b}).', { project: 'https://example.org/a_b' }],
    [
      'Code at github.com/a/b; page https://a.github.io/b/, video https://youtu.be/x',
      { code: 'https://github.com/a/b', project: 'https://a.github.io/b/', video: 'https://youtu.be/x' },
    ],
    [
      'Our project website with code (https://x.org/p) and https://arxiv.org/abs/2103.00020',
      { code: 'https://x.org/p' },
    ],
    [
      'Demo at https://huggingface.co/spaces/a/b, dataset: https://x.org/data.',
      { demo: 'https://huggingface.co/spaces/a/b', data: 'https://x.org/data' },
    ],
    ['see https://example.org/nothing', {}],
  ])('%s', (summary, links) => {
    const { code, project, video, demo, data } = fieldsOf(toAtom({ summary }));
    expect({ code, project, video, demo, data }).toEqual({
      code: undefined,
      project: undefined,
      video: undefined,
      demo: undefined,
      data: undefined,
      ...links,
    });
  });

  test('the comment knows better than the abstract', () => {
    const more = '<arxiv:comment>Code: https://github.com/a/right</arxiv:comment>';
    expect(fieldsOf(toAtom({ summary: 'https://github.com/a/base', more })).code).toBe('https://github.com/a/right');
  });
});

describe('failures', () => {
  test.each([
    ['arXiv’s error', ATOM_ERROR, 'incorrect id format for 1234'],
    ['no entry', toAtom(), 'has no paper'],
    ['two entries', toAtom({}, {}), '`2` papers'],
    ['too many requests', 'Rate exceeded.', 'asked too often'],
    ['half a body', toAtom({}).slice(0, 1400), 'only part'],
    ['another page', '<!DOCTYPE html><html><body>Error</body></html>', 'not an answer from arXiv'],
    ['nothing', '', 'empty'],
    ['an entry without a title', toAtom({ title: ' ' }), 'without an id or a title'],
  ])('%s', (_, xml, words) => {
    expect(readArxiv(xml)).toMatchObject({ failure: { message: expect.stringContaining(words) } });
  });

  test('no beginning of an answer is taken for the whole', () => {
    const whole = toAtom({ more: '<arxiv:comment><![CDATA[a <b> c]]> &#x41;</arxiv:comment><!-- - -->' });
    const end = whole.trimEnd().length;
    fc.assert(
      fc.property(fc.nat(end - 1), (length) => {
        expect(readArxiv(whole.slice(0, length))).toHaveProperty('failure');
      }),
    );
    expect(readArxiv(whole.slice(0, end))).toHaveProperty('fields');
  });

  test('any text is read or refused', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      ' ',
      '"',
      '=',
      '&',
      ';',
      '<feed>',
      '</feed>',
      '<entry>',
      '<![CDATA[',
      ']]>',
      '&#9999999;',
    );
    fc.assert(fc.property(fc.string({ unit: pieces, maxLength: 200 }), (xml) => void readArxiv(xml)));
  });
});
