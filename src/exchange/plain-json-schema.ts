/** Plain JSON schema: what `papers.json` holds, for the programs that read it. */
import { FIELD_ROWS, type FieldRow } from '../model/fields.ts';
import { PAPER_TYPES } from '../model/paper-type.ts';

const TEXT = { type: 'string' };
const TEXTS = { type: 'array', items: TEXT, minItems: 1 };

/** The schema of the file as JSON Schema, draft 2020-12. Fields may be added without a new version. */
export function plainJsonSchema(): object {
  const fields = FIELD_ROWS.filter(({ name }) => name !== 'draft');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Papers',
    description: 'The papers of a Papershelf list: papers.json.',
    type: 'object',
    required: ['version', 'papers'],
    properties: {
      version: { const: 1 },
      papers: {
        type: 'array',
        items: {
          type: 'object',
          required: ['slug', 'title', 'type', 'topics'],
          properties: {
            slug: {
              description: 'The name in addresses, and the BibTeX key.',
              type: 'string',
              pattern: '^[a-z0-9-]+$',
            },
            ...Object.fromEntries(fields.map((field) => [field.name, toProperty(field)])),
            own: {
              description: 'The fields that the list itself declares, each with its values.',
              type: 'object',
              additionalProperties: TEXTS,
            },
          },
        },
      },
    },
  };
}

function toProperty({ read, written, description }: FieldRow): object {
  if (read === 'year') return { description, type: 'integer' };
  if (read === 'type') return { description, enum: PAPER_TYPES };
  if (written === 'list') return { description, ...TEXTS };
  if (written === 'map') return { description, type: 'object', additionalProperties: TEXT };
  return { description, ...TEXT };
}
