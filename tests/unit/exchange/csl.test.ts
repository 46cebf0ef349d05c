/** CSL-JSON: names, dates and places as citation processors want them. */
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { joinCsl, toCsl } from '../../../src/exchange/csl.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { makePaper } from '../../support/site.ts';
import { CSL_SCHEMA } from './csl-schema.ts';

const validate = new Ajv({ allowUnionTypes: true }).compile(CSL_SCHEMA);

/** The item of a paper of which only this is known, which follows the schema. */
function itemOf(paper: Partial<Paper>): Readonly<Record<string, unknown>> {
  const whole = { ...makePaper('key', paper).card, ...paper, places: {}, body: '', bodyLine: 1 } as Paper;
  const items = JSON.parse(joinCsl([['key', toCsl(whole)]]));
  expect(validate(items), JSON.stringify(validate.errors)).toBe(true);
  return items[0];
}

test.each<[string, object]>([
  ['Or Patashnik', { family: 'Patashnik', given: 'Or' }],
  ['Laurens van der Maaten', { 'non-dropping-particle': 'van der', family: 'Maaten', given: 'Laurens' }],
  ['José María de la Cruz', { 'non-dropping-particle': 'de la', family: 'Cruz', given: 'José María' }],
  ['Luc Van Gool', { family: 'Van Gool', given: 'Luc' }],
  ['García Márquez, Gabriel', { family: 'García Márquez', given: 'Gabriel' }],
  ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Plato', { literal: 'Plato' }],
  ['王小明', { literal: '王小明' }],
  ['王, 小明', { family: '王', given: '小明' }],
  ['{Google DeepMind}', { literal: 'Google DeepMind' }],
  ['Gemini Team, Google', { literal: 'Gemini Team, Google' }],
  ['ATLAS Collaboration', { literal: 'ATLAS Collaboration' }],
])('the name %s', (name, parts) => {
  expect(itemOf({ authors: [name] }).author).toEqual([parts]);
  expect(itemOf({ editors: [name], hasMoreEditors: true }).editor).toEqual([parts, { literal: 'others' }]);
});

test.each<[Partial<Paper>, unknown]>([
  [{ year: 2021, date: '2021-03-31' }, [[2021, 3, 31]]],
  [{ year: 2021, date: '2021-03' }, [[2021, 3]]],
  [{ year: 2022, date: '2021-03' }, [[2022]]],
  [{ year: 2022 }, [[2022]]],
])('the date of %o', (paper, parts) => {
  expect(itemOf(paper).issued).toEqual({ 'date-parts': parts });
});

describe('places', () => {
  test.each<[Partial<Paper>, object]>([
    [
      { venue: 'CVPR', pages: '1-2', publisher: 'IEEE', series: 'LNCS' },
      {
        type: 'paper-conference',
        'container-title': 'Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition',
        'container-title-short': 'CVPR',
        'collection-title': 'LNCS',
        page: '1-2',
        publisher: 'IEEE',
      },
    ],
    [
      { venue: 'Nature', volume: '5', issue: '6' },
      { type: 'article-journal', 'container-title': 'Nature', volume: '5', issue: '6' },
    ],
    [
      { venue: 'arXiv', arxiv: '2103.17249' },
      {
        type: 'article',
        publisher: 'arXiv',
        number: 'arXiv:2103.17249',
        archive: 'arXiv',
        archive_location: '2103.17249',
        URL: 'https://arxiv.org/abs/2103.17249',
      },
    ],
    [
      { school: 'MIT', genre: 'PhD thesis' },
      { type: 'thesis', publisher: 'MIT', genre: 'PhD thesis' },
    ],
    [
      { type: 'report', publisher: 'OpenAI', issue: '7' },
      { type: 'report', publisher: 'OpenAI', number: '7' },
    ],
    [
      { type: 'book', venue: 'MIT Press' },
      { type: 'book', publisher: 'MIT Press' },
    ],
    [
      { type: 'webpage', venue: 'OpenAI Blog' },
      { type: 'webpage', 'container-title': 'OpenAI Blog' },
    ],
    [
      { type: 'dataset', publisher: 'Zenodo', venue: 'Things' },
      { type: 'dataset', publisher: 'Zenodo', 'container-title': 'Things' },
    ],
  ])('%o', (paper, item) => {
    expect(itemOf(paper)).toEqual({ id: 'key', title: 'The title of key', ...item });
  });
});

test('formulas stay TeX, money is no formula, and nothing is cut', () => {
  expect(itemOf({ title: '$\\beta$ for \\$5 <b> & "x"', short: 'B', tags: ['a', 'b'] })).toMatchObject({
    title: '$\\beta$ for $5 <b> & "x"',
    'title-short': 'B',
    keyword: 'a, b',
  });
});
