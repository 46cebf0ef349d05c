/** Holds schema/papers.schema.json, which programs read, in step with what papers.json holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { createPaperParser } from '../../../src/content/parse/parse.ts';
import { joinPlainJson, toPlainJson } from '../../../src/exchange/plain-json.ts';
import { plainJsonSchema } from '../../../src/exchange/plain-json-schema.ts';
import { toWork } from '../../../src/exchange/work.ts';
import { buildClip } from '../../support/build-once.ts';

const file = '../../../schema/papers.schema.json';
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(plainJsonSchema());

function expectValid(text: string): void {
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
}

test('schema/papers.schema.json is what plain-json-schema.ts says; `npm run schema` writes it anew', async () => {
  await expect(`${JSON.stringify(plainJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(file);
});

test('the CLIP list, and papers with everything a file may say, are as the schema has them', () => {
  expectValid(readFileSync(join(buildClip(), 'papers.json'), 'utf8'));
  const parse = createPaperParser([{ name: 'env', type: 'terms' }]);
  const lines = [
    'title: T',
    'topics: [A]',
    'year: 2021',
    'authors: [Wei Zhang <wei-zhang-thu>, et al.]',
    'env: [Web, Mobile]',
    'links: { Blog: https://example.org/ }',
  ];
  const { paper } = parse({ path: 'papers/key.md', text: `---\n${lines.join('\n')}\n---\n`, digest: '' });
  if (paper === undefined) throw new Error('no paper');
  const text = joinPlainJson([['key', toPlainJson(paper, toWork(paper))]]);
  expectValid(text);
  expect(JSON.parse(text).papers[0]).toMatchObject({
    authors: ['Wei Zhang <wei-zhang-thu>', 'et al.'],
    own: { env: ['Web', 'Mobile'] },
  });
});

test('what is not a list of papers is refused', () => {
  for (const wrong of [{}, { version: 2, papers: [] }, { version: 1, papers: [{ slug: 'A b' }] }]) {
    expect(validate(wrong)).toBe(false);
  }
});
