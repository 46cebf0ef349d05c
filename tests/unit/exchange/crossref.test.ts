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
