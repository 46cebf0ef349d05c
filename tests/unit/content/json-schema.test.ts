/** Holds schema/paper.schema.json, which editors read, in step with the schema that the build reads. */
import { expect, test } from 'vitest';
import { paperJsonSchema } from '../../../src/content/parse/front-matter/json-schema.ts';
import { paperSchema } from '../../../src/content/parse/front-matter/paper-schema.ts';

const file = '../../../schema/paper.schema.json';

test('schema/paper.schema.json is what paper-schema.ts says; `npm run schema` writes it anew', async () => {
  await expect(`${JSON.stringify(paperJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(file);
});

test('every field has a description, and no other field is allowed', () => {
  const schema = paperJsonSchema() as {
    properties: Record<string, { description?: string }>;
    required: string[];
    additionalProperties: boolean;
  };
  expect(Object.keys(schema.properties)).toEqual(Object.keys(paperSchema.shape));
  expect(schema.required).toEqual(['title', 'topics']);
  expect(schema.additionalProperties).toBe(false);
  for (const [name, property] of Object.entries(schema.properties)) {
    expect(property.description, name).toMatch(/\.$/);
  }
});
