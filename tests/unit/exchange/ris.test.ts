/** RIS: records that a reference manager imports, whatever a paper says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { joinRis, toRis } from '../../../src/exchange/ris.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { toPaper } from '../../support/papershelf.ts';

const read = (lines: readonly string[]): Paper => {
  const text = toPaper(['topics: [One]', ...lines]);
  return parsePaper({ path: 'papers/clip-nerf.md', text, digest: '' }).paper as Paper;
};

test('a paper of a conference', () => {
  const paper = read([
    'title: "CLIP-NeRF: $\\\\beta$ fields"',
    'authors: [Can Wang, Luc Van Gool, "{Google DeepMind}", "King, Jr., Martin Luther"]',
    'venue: CVPR',
    'year: 2022',
    'date: 2022-06',
    'arxiv: 2112.05139',
    'tags: [editing]',
  ]);
  expect(toRis(paper).split('\r\n')).toEqual([
    'TY  - CONF',
    'ID  - clip-nerf',
    'TI  - CLIP-NeRF: $\\beta$ fields',
    'AU  - Wang, Can',
    'AU  - Van Gool, Luc',
    'AU  - Google DeepMind',
    'AU  - King, Martin Luther, Jr.',
    'PY  - 2022',
    'DA  - 2022/06//',
    'T2  - Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition',
    'C3  - Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition',
    'DB  - arXiv',
    'AN  - arXiv:2112.05139',
    'UR  - https://arxiv.org/abs/2112.05139',
    'KW  - editing',
    'ER  - ',
    '',
  ]);
});

test('a preprint is unpublished, a journal an article, and a file has each paper once', () => {
  expect(toRis(read(['title: T', 'venue: arXiv']))).toMatch(/^TY {2}- UNPB\r\n/);
  expect(toRis(read(['title: T', 'venue: TPAMI']))).toMatch(/^TY {2}- JOUR\r\n/);
  const record = toRis(read(['title: T']));
  expect(
    joinRis([
      ['a', record],
      ['b', record],
    ]).match(/^ER {2}-/gm),
  ).toHaveLength(2);
});

test('no value begins a line of its own', () => {
  const base = read(['title: T']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 3 }), (text, names) => {
      const record = toRis({ ...base, title: text, abstract: `${text}\r\nER  - `, authors: names, tags: names });
      const lines = record.split('\r\n').slice(0, -1);
      expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}-/.test(line))).toBe(true);
      expect(record.match(/^ER {2}-/gm)).toHaveLength(1);
    }),
  );
});
