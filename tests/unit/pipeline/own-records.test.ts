/** An owner's own BibTeX record: it is what every format and the reference say. */
import { expect, test } from 'vitest';
import { parsePaper } from '../../../src/content/parse/parse.ts';
import { NO_SETTINGS } from '../../../src/model/prepare-settings.ts';
import { createRecordMaker } from '../../../src/pipeline/make-records.ts';

const FILE = `---
short: Short
title: The Title of the File
authors: [Ann Bee]
venue: arXiv
year: 2020
arxiv: 2001.00001
doi: 10.1000/of-the-file
topics: [A]
tags: [vision]
abstract: The abstract.
bibtex: |
  BIBTEX
---
`;
const RECORD = `@inproceedings{Dee_2021,
    title = {The {Published} Title},
    author = {Dee, Cy and others},
    booktitle = {Advances in Neural Information Processing Systems},
    pages = {1--2},
    year = {2021}
  }`;

function recordsOf(bibtex: string) {
  const { paper } = parsePaper({ path: 'papers/key.md', text: FILE.replace('BIBTEX', bibtex), digest: '' });
  if (paper === undefined) throw new Error('no paper');
  return createRecordMaker(NO_SETTINGS)(paper);
}

test('it is published as it is, and the others say the same', () => {
  const { formats, references } = recordsOf(RECORD);
  expect(formats.bibtex).toBe(`${RECORD.replace(/\n {2}/g, '\n')}\n`);
  expect(formats.ris?.split('\r\n')).toEqual([
    'TY  - CONF',
    'ID  - Dee_2021',
    'LB  - key',
    'TI  - The Published Title',
    'AU  - Dee, Cy',
    'PY  - 2021',
    'T2  - Advances in Neural Information Processing Systems',
    'C3  - Advances in Neural Information Processing Systems',
    'SP  - 1',
    'EP  - 2',
    'KW  - vision',
    'AB  - The abstract.',
    'ER  - ',
    '',
  ]);
  expect(JSON.parse(formats.csl as string)).toEqual({
    id: 'Dee_2021',
    custom: { slug: 'key' },
    type: 'paper-conference',
    title: 'The Published Title',
    'title-short': 'Short',
    author: [{ family: 'Dee', given: 'Cy' }, { literal: 'others' }],
    issued: { 'date-parts': [[2021]] },
    'container-title': 'Advances in Neural Information Processing Systems',
    'container-title-short': 'NeurIPS',
    page: '1-2',
    keyword: 'vision',
  });
  expect(references[0]?.text).toBe(
    'Dee, C., et al. (2021). The Published Title. In Advances in Neural Information Processing Systems (pp. 1–2).',
  );
});

test('plain JSON is what the file says, the record included', () => {
  const json = JSON.parse(recordsOf(RECORD).formats.json as string);
  expect(json).toMatchObject({ slug: 'key', title: 'The Title of the File', year: 2020, doi: '10.1000/of-the-file' });
  expect(json.bibtex).toContain('@inproceedings{Dee_2021,');
});

test('a record without a title leaves the others to the file, under its key', () => {
  const { formats } = recordsOf('@misc{own, year = {2021}}');
  expect(formats.bibtex).toBe('@misc{own, year = {2021}}\n');
  expect(JSON.parse(formats.csl as string)).toMatchObject({ id: 'own', title: 'The Title of the File' });
});
