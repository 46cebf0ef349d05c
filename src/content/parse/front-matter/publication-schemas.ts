/** Publication schemas: the kinds of values that say where and as what a paper was published. */
import { isPaperType, PAPER_TYPES, type PaperType } from '../../../model/paper-type.ts';
import { toIsbn } from '../../../text/isbn.ts';
import { toPages } from '../../../text/pages.ts';
import { quote } from '../../../text/quote.ts';
import { suggest } from '../../../text/suggest.ts';
import { optional, refuse } from './field-schemas.ts';

/** What people write in place of a type. */
const SYNONYMS: Readonly<Record<string, PaperType>> = {
  arxiv: 'preprint',
  code: 'software',
  dissertation: 'thesis',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'conference',
  journal: 'article',
  'journal article': 'article',
  mastersthesis: 'thesis',
  online: 'webpage',
  phdthesis: 'thesis',
  proceedings: 'conference',
  techreport: 'report',
  website: 'webpage',
  workshop: 'conference',
};

const WORDS = [...PAPER_TYPES, ...Object.keys(SYNONYMS)];

export const type = optional((text, context): PaperType => {
  const word = text.toLowerCase();
  if (isPaperType(word)) return word;
  const near = suggest(word, WORDS) ?? '';
  const likely = isPaperType(near) ? near : SYNONYMS[near];
  const all = PAPER_TYPES.map((name) => `\`${name}\``).join(', ');
  const hint = likely === undefined ? `The types are ${all}.` : `Write \`type: ${likely}\`.`;
  return refuse(context, `${quote(text)} is not a type of paper.`, { rule: 'type-invalid', hint });
});

export const pages = optional(toPages);

export const isbn = optional((text, context): string => {
  const hint = 'An ISBN has 10 or 13 digits, the last of which checks the others: copy it again, or delete the line.';
  return toIsbn(text) ?? refuse(context, `${quote(text)} is not an ISBN.`, { rule: 'isbn-invalid', hint });
});
