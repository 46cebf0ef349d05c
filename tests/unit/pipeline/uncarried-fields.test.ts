/** Uncarried fields: what a format has no place for is named, and nothing else is. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../../src/pipeline/check.ts';
import { createFolder, INDEX, toPaper } from '../../support/papershelf.ts';

async function findHints(...lines: string[]) {
  const folder = createFolder({
    'papers/index.md': INDEX,
    'papers/one.md': toPaper(['title: One', 'topics: [CLIP + GAN]', ...lines]),
  });
  const { problems, hints } = await check({
    papersFolder: join(folder, 'papers'),
    templatesFolder: join(folder, 'templates'),
  });
  expect(problems).toEqual([]);
  return hints.filter(({ rule }) => rule === 'field-uncarried').map(({ line, message }) => `${line}: ${message}`);
}

test('a field for which a format has no place is named, with these formats', async () => {
  expect(await findHints('school: MIT', 'publisher: MIT Press', 'year: 2020')).toEqual([
    '5: `publisher` is not in RIS and CSL-JSON: there is no place for it in the record of a work of the type `thesis`.',
  ]);
});

test('fields that all formats have are not, nor is anything of a paper with a record of its own', async () => {
  const article = ['venue: TOG', 'volume: 41', 'issue: 4', 'pages: 1-13', 'year: 2022', 'doi: 10.1000/1'];
  expect(await findHints(...article)).toEqual([]);
  expect(await findHints('school: MIT', 'publisher: MIT Press', 'bibtex: "@misc{one, title = {One}}"')).toEqual([]);
});
