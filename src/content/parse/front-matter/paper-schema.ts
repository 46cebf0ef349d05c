/** Paper schema: the fields of a paper, what each holds and what it is for; nothing else knows them. */
import * as z from 'zod';
import * as field from './field-schemas.ts';

const title = field.line.transform((text, context) => {
  const hint = 'Write the title as the paper gives it, as in `title: Text-Driven Manipulation of StyleGAN Imagery`.';
  return text === '' ? field.refuse(context, 'The title is empty.', { rule: 'title-missing', hint }) : text;
});

const topics = field.names.transform((names, context) => {
  const hint = 'Name at least one topic of papers/index.md, as in `topics: [CLIP + GAN]`.';
  return names.length === 0 ? field.refuse(context, 'No topic is given.', { rule: 'topics-missing', hint }) : names;
});

const URI = { format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' };
const DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';

/**
 * The front-matter of `papers/<slug>.md`, in the order of PAPER_FIELDS. Values come as text, lists and maps; descriptions
 * serve editors.
 */
export const paperSchema = z
  .strictObject({
    short: field.optionalLine.meta({
      description: 'The short name by which the paper is known.',
      examples: ['StyleCLIP'],
    }),
    title: title.meta({
      description: 'The title of the paper. Put it in double quotes where it holds a colon followed by a space.',
      examples: ['Text-Driven Manipulation of StyleGAN Imagery'],
    }),
    authors: field.people.optional().meta({
      description:
        'The authors in the order of the paper, a list of full names; `et al.` at the end if there are more of them.',
      examples: [['Or Patashnik', 'Zongze Wu']],
    }),
    institutions: field.names.optional().meta({
      description: 'The institutions of the authors, a list of short names.',
      examples: [['TAU', 'Adobe']],
    }),
    venue: field.optionalLine.meta({
      description:
        'Where the paper appeared: a conference or a journal, without the year, which counts as `year` if it stands here; `arXiv` for a preprint.',
      examples: ['CVPR', 'arXiv'],
    }),
    year: field.year.meta({
      description: 'The year of publication, four digits from 1900 to 2100.',
      type: ['integer', 'string'],
      examples: [2021],
    }),
    date: field.date.meta({
      description: 'The date of publication, as exact as it is known: `2021`, `2021-03` or `2021-03-31`.',
      type: ['string', 'integer'],
      pattern: DATE,
      examples: ['2021-03-31'],
    }),
    url: field.url.meta({
      description: 'Where the paper is read: the page or the PDF, an http or https address.',
      ...URI,
      examples: ['https://arxiv.org/abs/2103.17249'],
    }),
    arxiv: field.arxiv.meta({
      description: 'The arXiv id, or any address of the paper on arxiv.org; the version is left out.',
      type: ['string', 'number'],
      examples: ['2103.17249', 'hep-th/9901001'],
    }),
    doi: field.doi.meta({
      description: 'The DOI, bare or as an address of doi.org.',
      examples: ['10.1145/3528223.3530164'],
    }),
    code: field.url.meta({ description: 'The address of the source code.', ...URI }),
    project: field.url.meta({ description: 'The address of the project page.', ...URI }),
    video: field.url.meta({ description: 'The address of a video or a talk.', ...URI }),
    slides: field.url.meta({ description: 'The address of slides.', ...URI }),
    demo: field.url.meta({ description: 'The address of a demonstration to try.', ...URI }),
    data: field.url.meta({ description: 'The address of a data set.', ...URI }),
    poster: field.url.meta({ description: 'The address of a poster.', ...URI }),
    links: field.links.meta({
      description: 'Further links: a map from the name to show to the address.',
      examples: [{ Blog: 'https://example.org/blog/styleclip' }],
    }),
    topics: topics.meta({
      description: 'The topics that show the paper, by their names in `papers/index.md`; the first is its home.',
      examples: [['CLIP + GAN']],
    }),
    tags: field.names.optional().meta({
      description: 'Free keywords, a list.',
      examples: [['image editing']],
    }),
    builds_on: field.relations.optional().meta({
      description: 'The papers of this list that the paper builds on, by their file names without `.md`.',
      examples: [['clip', 'styleclip']],
    }),
    award: field.optionalLine.meta({
      description: 'A distinction, shown beside the venue.',
      examples: ['Oral', 'Best Paper'],
    }),
    abstract: field.optionalText.meta({
      description: 'The abstract of the paper: plain text, with formulas between dollar signs.',
    }),
    added: field.day.meta({
      description: 'The day on which the paper joined the list, as `2021-04-02`; orders the recent additions.',
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      examples: ['2021-04-02'],
    }),
    aliases: field.aliases.optional().meta({
      description: 'Former file names of the paper, without `.md`; their addresses lead to it.',
      examples: [['style-clip']],
    }),
    language: field.language.meta({
      description: 'The language of the notes, a BCP 47 tag; that of the list where not given.',
      examples: ['en', 'zh-CN'],
    }),
    bibtex: field.optionalText.meta({
      description: 'A BibTeX record that stands in place of the generated one; use a block, `bibtex: |`.',
    }),
    draft: field.draft.meta({
      description: '`true` keeps the paper off the site; it is checked all the same.',
      type: ['boolean', 'string'],
    }),
  })
  .meta({
    title: 'Paper',
    description: 'The front-matter of a paper in a Papershelf list: `papers/<slug>.md`.',
  });

/** The fields of links in the order in which a page shows them. */
export const LINK_FIELDS = ['code', 'project', 'video', 'slides', 'demo', 'data', 'poster'] as const;

/** What people write in place of a field, where it does not look like that field's name. */
export const FIELD_SYNONYMS: Readonly<Record<string, string>> = {
  affiliation: 'institutions',
  affiliations: 'institutions',
  category: 'topics',
  categories: 'topics',
  conference: 'venue',
  dataset: 'data',
  github: 'code',
  homepage: 'project',
  journal: 'venue',
  keywords: 'tags',
  lang: 'language',
  link: 'url',
  name: 'title',
  paper: 'url',
  pdf: 'url',
  repository: 'code',
  section: 'topics',
  website: 'project',
};
