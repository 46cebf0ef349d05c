/** Fields: the table of the fields of a paper. A row is all there is to a field: its schema, its place in a file, on the paper's page and on the add page follow from it. */
import { type Field, type FieldForms, type FieldReader, FORM_BY_READER } from './field.ts';
import { PUBLICATION_FIELDS } from './publication-fields.ts';

/** In the order of a file. */
export const FIELDS = {
  short: {
    read: 'line',
    form: { label: 'Short name', hint: 'By which it is known, such as StyleCLIP', isNarrow: true },
    description: 'The short name by which the paper is known.',
    examples: ['StyleCLIP'],
  },
  title: {
    read: 'title',
    form: { label: 'Title', hint: 'As the paper gives it; $…$ is a formula' },
    description: 'The title of the paper. Put it in double quotes where it holds a colon followed by a space.',
    examples: ['Text-Driven Manipulation of StyleGAN Imagery'],
  },
  authors: {
    read: 'people',
    form: {
      label: 'Authors',
      hint: 'Full names in the order of the paper, one a line or with commas between them, and et al. last if some are missing',
      rows: 3,
    },
    description:
      'The authors in the order of the paper, a list of full names; `et al.` at the end if there are more of them.',
    examples: [['Or Patashnik', 'Zongze Wu']],
  },
  institutions: {
    read: 'names',
    form: { label: 'Institutions', hint: 'Short names, with commas between them' },
    description: 'The institutions of the authors, a list of short names.',
    examples: [['TAU', 'Adobe']],
  },
  ...PUBLICATION_FIELDS,
  url: {
    read: 'url',
    form: {
      label: 'Address of the paper',
      hint: 'A page or a PDF; not needed where the arXiv id or the DOI is known',
      after: 'doi',
    },
    description: 'Where the paper is read: the page or the PDF, an http or https address.',
    examples: ['https://arxiv.org/abs/2103.17249'],
  },
  arxiv: {
    read: 'arxiv',
    shown: { as: 'fact', label: 'arXiv' },
    form: { label: 'arXiv id', isNarrow: true },
    description: 'The arXiv id, or any address of the paper on arxiv.org; the version is left out.',
    examples: ['2103.17249', 'hep-th/9901001'],
  },
  doi: {
    read: 'doi',
    shown: { as: 'fact', label: 'DOI' },
    form: { label: 'DOI', isNarrow: true },
    description: 'The DOI, bare or as an address of doi.org.',
    examples: ['10.1145/3528223.3530164'],
  },
  code: {
    read: 'url',
    shown: { as: 'link', label: 'Code' },
    form: { label: 'Code', hint: 'Address of the source code' },
    description: 'The address of the source code.',
  },
  project: {
    read: 'url',
    shown: { as: 'link', label: 'Project' },
    form: { label: 'Project', hint: 'Address of the project page' },
    description: 'The address of the project page.',
  },
  video: {
    read: 'url',
    shown: { as: 'link', label: 'Video' },
    form: { label: 'Video', hint: 'Address of a video or a talk', isMore: true },
    description: 'The address of a video or a talk.',
  },
  slides: {
    read: 'url',
    shown: { as: 'link', label: 'Slides' },
    form: { label: 'Slides', isMore: true },
    description: 'The address of slides.',
  },
  demo: {
    read: 'url',
    shown: { as: 'link', label: 'Demo' },
    form: { label: 'Demo', hint: 'Address of something to try', isMore: true },
    description: 'The address of a demonstration to try.',
  },
  data: {
    read: 'url',
    shown: { as: 'link', label: 'Data' },
    form: { label: 'Data', hint: 'Address of a data set', isMore: true },
    description: 'The address of a data set.',
  },
  poster: {
    read: 'url',
    shown: { as: 'link', label: 'Poster' },
    form: { label: 'Poster', isMore: true },
    description: 'The address of a poster.',
  },
  links: {
    read: 'links',
    description: 'Further links: a map from the name to show to the address.',
    examples: [{ Blog: 'https://example.org/blog/styleclip' }],
  },
  topics: {
    read: 'topics',
    description: 'The topics that show the paper, by their names in `papers/index.md`; the first is its home.',
    examples: [['CLIP + GAN']],
  },
  tags: {
    read: 'names',
    form: { label: 'Tags', hint: 'With commas between them', isMore: true },
    description: 'Free keywords, a list.',
    examples: [['image editing']],
  },
  builds_on: {
    read: 'relations',
    description: 'The papers of this list that the paper builds on, by their file names without `.md`.',
    examples: [['clip', 'styleclip']],
  },
  award: {
    read: 'line',
    form: { label: 'Award', hint: 'Oral, Best Paper', isNarrow: true, isMore: true },
    description: 'A distinction, shown beside the venue.',
    examples: ['Oral', 'Best Paper'],
  },
  abstract: {
    read: 'text',
    form: { label: 'Abstract', rows: 5, isMore: true },
    description: 'The abstract of the paper: plain text, with formulas between dollar signs.',
  },
  license: {
    read: 'line',
    shown: { as: 'fact', label: 'License' },
    form: { label: 'License', hint: 'Of the paper, such as CC BY 4.0', isNarrow: true, isMore: true },
    description: 'The license of the paper, by its usual short name.',
    examples: ['CC BY 4.0', 'CC BY-NC-SA 4.0'],
  },
  added: {
    read: 'day',
    shown: { as: 'fact', label: 'Added' },
    form: { label: 'Joins the list on', hint: 'A day, as 2021-04-02', isNarrow: true, isMore: true },
    description: 'The day on which the paper joined the list, as `2021-04-02`; orders the recent additions.',
    examples: ['2021-04-02'],
  },
  aliases: {
    read: 'aliases',
    description: 'Former file names of the paper, without `.md`; their addresses lead to it.',
    examples: [['style-clip']],
  },
  language: {
    read: 'language',
    description: 'The language of the notes, a BCP 47 tag; that of the list where not given.',
    examples: ['en', 'zh-CN'],
  },
  bibtex: {
    read: 'record',
    description: 'A BibTeX record that stands in place of the generated one; use a block, `bibtex: |`.',
  },
  draft: {
    read: 'draft',
    description: '`true` keeps the paper off the site; it is checked all the same.',
  },
} as const satisfies Readonly<Record<string, Field>>;

type Fields = typeof FIELDS;
export type FieldName = keyof Fields;

/** The names of the fields whose row has these parts: `FieldNameOf<{ shown: { as: 'link' } }>`. */
export type FieldNameOf<Part> = { [Name in FieldName]: Fields[Name] extends Part ? Name : never }[FieldName];

/** What a file may say, by field, before anybody checked it. */
export type RawFields = { readonly [Name in FieldName]: FieldForms[(typeof FORM_BY_READER)[Fields[Name]['read']]] };

export interface FieldRow extends Field {
  readonly name: FieldName;
  /** The form in which a file holds the value. */
  readonly written: keyof FieldForms;
}

/** The same table as a list. */
export const FIELD_ROWS: readonly FieldRow[] = (Object.keys(FIELDS) as FieldName[]).map((name) => ({
  name,
  written: FORM_BY_READER[FIELDS[name].read],
  ...FIELDS[name],
}));

/** The last field before the own fields of a list, which come in the order of their declaration. */
const BEFORE_OWN: FieldName = 'award';

/** The order of a file, own fields of the list included. */
export function orderNames(own: readonly string[]): readonly string[] {
  return FIELD_ROWS.flatMap(({ name }) => (name === BEFORE_OWN ? [name, ...own] : [name]));
}

/** The names of the fields that are read in one of these ways, in the order of the table. */
export function fieldsReadAs(...readers: readonly FieldReader[]): readonly FieldName[] {
  return FIELD_ROWS.filter(({ read }) => readers.includes(read)).map(({ name }) => name);
}
