/** CSL schema: what an item of CSL-JSON may hold, after the variables that the specification of CSL 1.0.2 lists. */

const text = { type: 'string' };
const number = { type: ['string', 'number'] };
const people = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: {
      family: text,
      given: text,
      literal: text,
      suffix: text,
      'dropping-particle': text,
      'non-dropping-particle': text,
    },
    additionalProperties: false,
    anyOf: [{ required: ['family'] }, { required: ['literal'] }],
  },
};
const date = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
    },
  },
  required: ['date-parts'],
  additionalProperties: false,
};

const named = (names: string, schema: object) => Object.fromEntries(names.split(' ').map((name) => [name, schema]));

/** https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV. */
export const CSL_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      id: text,
      type: {
        enum: [
          ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast'],
          ...['chapter', 'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'figure'],
          ...['entry-encyclopedia', 'event', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'map'],
          ...['manuscript', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance'],
          ...['periodical', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report', 'review', 'song'],
          ...['review-book', 'software', 'speech', 'standard', 'thesis', 'treaty', 'webpage'],
        ],
      },
      ...named('author editor collection-editor container-author translator', people),
      ...named('issued accessed event-date original-date submitted', date),
      ...named('volume issue number page edition collection-number number-of-pages chapter-number version', number),
      ...named(
        'title title-short container-title container-title-short collection-title publisher publisher-place genre',
        text,
      ),
      ...named('abstract archive archive_location DOI ISBN ISSN URL keyword language note source status', text),
    },
    required: ['id', 'type'],
    additionalProperties: false,
  },
} as const;
