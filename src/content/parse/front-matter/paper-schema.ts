/** Paper schema: the table of fields as a schema, each field with its reader. */
import * as z from 'zod';
import type { FieldReader } from '../../../model/field.ts';
import { FIELD_ROWS, type FIELDS, type FieldName } from '../../../model/fields.ts';
import { PAPER_TYPES } from '../../../model/paper-type.ts';
import * as field from './field-schemas.ts';
import * as publication from './publication-schemas.ts';

const title = field.line.transform((text, context) => {
  const hint = 'Write the title as the paper gives it, as in `title: Text-Driven Manipulation of StyleGAN Imagery`.';
  return text === '' ? field.refuse(context, 'The title is empty.', { rule: 'title-missing', hint }) : text;
});

const topics = field.names.transform((names, context) => {
  const hint = 'Name at least one topic of papers/index.md, as in `topics: [CLIP + GAN]`.';
  return names.length === 0 ? field.refuse(context, 'No topic is given.', { rule: 'topics-missing', hint }) : names;
});

/** The reader of each kind of field. */
const READERS = {
  line: field.optionalLine,
  title,
  people: field.people.optional(),
  names: field.names.optional(),
  topics,
  year: field.year,
  date: field.date,
  day: field.day,
  type: publication.type,
  number: field.optionalLine,
  pages: publication.pages,
  isbn: publication.isbn,
  url: field.url,
  arxiv: field.arxiv,
  doi: field.doi,
  links: field.links,
  relations: field.relations.optional(),
  aliases: field.aliases.optional(),
  text: field.optionalText,
  record: field.optionalText,
  language: field.language,
  draft: field.draft,
} satisfies Readonly<Record<FieldReader, z.ZodType>>;

/** What the JSON Schema says of such a value, if it is more than any text, or may be written as a number or a truth value. */
const JSON_FORMS: { readonly [Reader in FieldReader]?: object } = {
  year: { type: ['integer', 'string'] },
  date: { type: ['string', 'integer'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  day: { pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  type: { enum: PAPER_TYPES },
  number: { type: ['integer', 'string'] },
  pages: { type: ['integer', 'string'] },
  isbn: { type: ['integer', 'string'] },
  url: { format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' },
  arxiv: { type: ['string', 'number'] },
  draft: { type: ['boolean', 'string'] },
};

type PaperShape = { [Name in FieldName]: (typeof READERS)[(typeof FIELDS)[Name]['read']] };

const shape = Object.fromEntries(
  FIELD_ROWS.map(({ name, read, description, examples }) => {
    const meta = { description, ...JSON_FORMS[read], ...(examples === undefined ? {} : { examples }) };
    return [name, (READERS[read] as z.ZodType).meta(meta)];
  }),
) as unknown as PaperShape;

/** The front-matter of `papers/<slug>.md`. Values come as text, lists and maps; descriptions serve editors. */
export const paperSchema = z.strictObject(shape).meta({
  title: 'Paper',
  description: 'The front-matter of a paper in a Papershelf list: `papers/<slug>.md`.',
});

/** What people write in place of a field, where it does not look like that field's name. */
export const FIELD_SYNONYMS: Readonly<Record<string, string>> = {
  affiliation: 'institutions',
  affiliations: 'institutions',
  booktitle: 'venue',
  category: 'topics',
  categories: 'topics',
  conference: 'venue',
  dataset: 'data',
  eprint: 'arxiv',
  github: 'code',
  homepage: 'project',
  journal: 'venue',
  keywords: 'tags',
  lang: 'language',
  link: 'url',
  name: 'title',
  number: 'issue',
  paper: 'url',
  pdf: 'url',
  repository: 'code',
  section: 'topics',
  university: 'school',
  website: 'project',
};
