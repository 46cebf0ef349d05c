/** Crossref's answers as papers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCrossref } from '../../../src/exchange/crossref.ts';
import { INSTANT_NGP, toWork } from '../../support/answers.ts';

test('a paper in a journal', () => {
  expect(readCrossref(toWork(INSTANT_NGP))).toEqual({
    fields: {
      title: 'Instant neural graphics primitives with a multiresolution hash encoding',
      authors: ['Thomas Müller', 'Alex Evans', 'A Working Group'],
      institutions: ['NVIDIA'],
      venue: 'TOG',
      publisher: 'Association for Computing Machinery (ACM)',
      year: '2022',
      date: '2022-07',
      doi: '10.1145/3528223.3530127',
      url: 'https://doi.org/10.1145/3528223.3530127',
      code: 'https://github.com/NVlabs/instant-ngp',
      abstract: 'Neural graphics & primitives, at $1 < 2$ . Code: https://github.com/NVlabs/instant-ngp.',
    },
  });
});

test.each([
  ['2021 IEEE/CVF International Conference on Computer Vision (ICCV)', 'ICCV'],
  ['2022 International Conference on 3D Vision (3DV)', '3DV'],
  ['Proceedings of the 2020 Workshop on Things', 'Workshop on Things'],
  ['Physical Review Letters', 'Physical Review Letters'],
  ['Optics &amp; <i>Photonics</i>', 'Optics & Photonics'],
])('the venue %s', (container, venue) => {
  expect(readCrossref(toWork({ ...INSTANT_NGP, 'container-title': [container] }))).toMatchObject({ fields: { venue } });
});

test.each<[string, object, object]>([
  [
    'an article',
    { type: 'journal-article', volume: '41', issue: '4', page: '1-15', publisher: 'ACM' },
    { venue: 'TOG', volume: '41', issue: '4', pages: '1-15', publisher: 'ACM' },
  ],
  ['the number of an article', { 'article-number': '149' }, { pages: '149' }],
  [
    'a paper in proceedings that appear as a book',
    {
      type: 'book-chapter',
      'container-title': ['Lecture Notes in Computer Science', 'Computer Vision – ECCV 2022'],
      ISBN: ['9783031198359', '9783031198366'],
      page: '88-105',
    },
    { venue: 'ECCV', series: 'Lecture Notes in Computer Science', isbn: '9783031198359', pages: '88-105' },
  ],
  [
    'a chapter',
    {
      type: 'book-chapter',
      'container-title': ['Tricks of the Trade'],
      editor: [{ given: 'Cy', family: 'Dee' }],
      'edition-number': '2',
      ISBN: ['http://id.crossref.org/isbn/9783642352898'],
    },
    { type: 'chapter', venue: 'Tricks of the Trade', editors: ['Cy Dee'], edition: '2', isbn: '9783642352898' },
  ],
  [
    'a book in a series',
    { type: 'monograph', 'container-title': ['Synthesis Lectures'], publisher: 'Springer' },
    { type: 'book', series: 'Synthesis Lectures', publisher: 'Springer' },
  ],
  [
    'a thesis',
    { type: 'dissertation', 'container-title': [], publisher: 'MIT', degree: ['Ph.D.'], author: [] },
    { genre: 'PhD thesis', school: 'MIT', institutions: ['MIT'] },
  ],
  [
    'a report',
    { type: 'report', 'container-title': [], institution: [{ name: 'RAND' }], publisher: 'RAND Corp.', author: [] },
    { type: 'report', publisher: 'RAND', institutions: ['RAND'] },
  ],
  ['a preprint', { type: 'posted-content', 'container-title': [], 'group-title': 'bioRxiv' }, { venue: 'bioRxiv' }],
  [
    'a conference known by the name of its event',
    { type: 'proceedings-article', 'container-title': ['Proceedings of Things'], event: { acronym: "CVPR '22" } },
    { venue: 'CVPR' },
  ],
])('%s', (_, work, fields) => {
  expect(readCrossref(toWork({ ...INSTANT_NGP, ...work }))).toMatchObject({ fields });
});

test.each([
  { type: 'journal-article', volume: '41' },
  { type: 'book-chapter', 'container-title': ['LNCS', 'Computer Vision – ECCV 2022'] },
  { type: 'proceedings-article', 'container-title': ['Odd Things'] },
  { type: 'dissertation', 'container-title': [], institution: [{ name: 'MIT' }] },
])('no type is given that follows from the rest of %o', (work) => {
  expect(readCrossref(toWork({ ...INSTANT_NGP, ...work }))).not.toHaveProperty('fields.type');
});

test('a subtitle, formulas in MathML, no abstract, a year alone', () => {
  const title = ['On <mml:math><mml:mi>β</mml:mi></mml:math>-VAE'];
  const read = readCrossref(
    toWork({
      DOI: '10.1000/x',
      title,
      subtitle: ['a study'],
      issued: { 'date-parts': [[null]] },
      published: { 'date-parts': [[2019]] },
    }),
  );
  expect(read).toEqual({
    fields: {
      title: 'On β-VAE: a study',
      year: '2019',
      date: '2019',
      doi: '10.1000/x',
      url: 'https://doi.org/10.1000/x',
    },
  });
});

test.each([[''], ['Resource not found.'], ['null'], ['{"message":{"DOI":5}}'], [toWork(INSTANT_NGP).slice(0, 300)]])(
  '%s is no answer',
  (json) => {
    expect(readCrossref(json)).toMatchObject({
      failure: { message: expect.stringContaining('not an answer from Crossref') },
    });
  },
);

test('any JSON is read or refused', () => {
  const work = fc.record({
    DOI: fc.constant('10.1000/x'),
    title: fc.jsonValue(),
    author: fc.jsonValue(),
    issued: fc.jsonValue(),
    abstract: fc.jsonValue(),
  });
  fc.assert(fc.property(work, (message) => void readCrossref(JSON.stringify({ message }))));
});
