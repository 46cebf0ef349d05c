/** JSON schema: the fields of a paper for text editors, which complete and check them as you type. */
import * as z from 'zod';
import { orderNames } from '../../../model/fields.ts';
import type { OwnField, OwnFieldType } from '../../../model/own-field.ts';
import { paperSchema } from './paper-schema.ts';

/**
 * The schema of the front-matter of papers in a list with these own fields as JSON Schema, draft 2020-12. It describes
 * what is written, not what is read.
 */
export function paperJsonSchema(fields: readonly OwnField[] = []): object {
  const schema = z.toJSONSchema(paperSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      // Zod omits examples on the input side, assuming values already converted; ours are as written.
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
  const own = Object.fromEntries(fields.map((field) => [field.name, toProperty(field)]));
  const all: Readonly<Record<string, object | undefined>> = { ...(schema.properties as object), ...own };
  const names = orderNames(fields.map(({ name }) => name));
  return { ...schema, properties: Object.fromEntries(names.map((name) => [name, all[name]])) };
}

const FORMS: Readonly<Record<Exclude<OwnFieldType, 'terms'>, object>> = {
  text: { type: 'string' },
  number: { type: ['number', 'string'] },
  date: { type: ['string', 'integer'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  url: { type: 'string', format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' },
  flag: { type: ['boolean', 'string'] },
};

function toProperty({ label, type, values }: OwnField): object {
  const description = /[.!?]$/.test(label) ? label : `${label}.`;
  const one = { type: 'string', ...(values === undefined ? {} : { enum: values }) };
  if (type === 'terms') return { description, anyOf: [one, { type: 'array', items: one }] };
  return { description, ...(values === undefined ? FORMS[type] : one) };
}
