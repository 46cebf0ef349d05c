/** JSON schema: the fields of a paper for text editors, which complete and check them as you type. */
import * as z from 'zod';
import { paperSchema } from './paper-schema.ts';

/** The schema of a paper's front-matter as JSON Schema, draft 2020-12. It describes what is written, not what is read. */
export function paperJsonSchema(): object {
  return z.toJSONSchema(paperSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      // Zod omits examples on the input side, assuming values already converted; ours are as written.
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
}
