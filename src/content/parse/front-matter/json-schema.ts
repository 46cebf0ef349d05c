/** JSON schema: the fields of a paper for editors, which complete and check them while they are typed. */
import * as z from 'zod';
import { paperSchema } from './paper-schema.ts';

/** The schema of a paper's front-matter as JSON Schema, draft 2020-12. It describes what is written, not what is read. */
export function paperJsonSchema(): object {
  return z.toJSONSchema(paperSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      // Zod leaves examples out of the input side, as it takes them for values already converted; ours are as written.
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
}
